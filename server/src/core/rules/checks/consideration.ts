import { ASKING, MENTION, NAMED_IN_PASSING } from '../../considerations/facetTable';
import { findDocumentExpectation } from '../../considerations/findExpectation';
import { nameOf, type PlaceableJudgement } from '../../considerations/judgeConsideration';
import { findLeading, type Leading } from '../../considerations/leadingReason';
import { findSentence, orderPassages } from '../../considerations/orderPassages';
import type { SectionContent } from '../../document/sectionContent';
import type { LocalJudgement, Reason } from '../../findings/finding';
import { type LocalEvidence, unpackEvidence } from '../../findings/localEvidence';
import { isInForce } from '../../findings/waiverReach';
import { cutWords, quoteFound } from '../../text/plainWords';
import { lowerFirst } from '../../text/words';
import type { Check, DocumentContext, FindingDraft, SectionDraft } from '../check';
import { placeOfSection } from '../check';
import type { Consideration, Rule } from '../pack';

/** One finding for each section that is asked for the consideration and does not deal with it, at its heading; if there is none, one for all. */
export const considerationCheck: Check = {
  kind: 'consideration',
  inPlace(rule, context, { index, content }) {
    const about = context.rules.ruleSet.considerations.get(rule.consideration ?? '');
    const judgement = context.judgements.get(rule.consideration ?? '')?.[index];
    if (!about || !judgement || !isShown(judgement)) return [];
    return [toDraft(judgement, about, { index, content, context })];
  },
  inDocument(rule, context) {
    const id = rule.consideration ?? '';
    const about = context.rules.ruleSet.considerations.get(id);
    const judgements = context.judgements.get(id);
    const isAsked = findDocumentExpectation(rule, context.type, context.stage) !== undefined;
    if (!isAsked || !about || !judgements || judgements.some(isShown)) return [];
    return checkDocument(id, rule, about, judgements, context);
  },
};

function isShown({ state }: PlaceableJudgement): boolean {
  return state === 'missing' || state === 'thin' || state === 'waived';
}

/** A section and its document. */
interface Site {
  readonly index: number;
  readonly content: SectionContent;
  readonly context: DocumentContext;
}

/** At most so many places are told beside a finding: of what it rests on, the first. */
const MOST_RELATED = 3;

/** What words are to a finding that show no facet. */
const RELATED: Readonly<Record<string, string>> = {
  [MENTION]: NAMED_IN_PASSING,
  [ASKING]: 'calls for it',
  reference: 'refers on',
};

function toDraft(judgement: PlaceableJudgement, about: Consideration, site: Site): SectionDraft {
  const { state } = judgement;
  const shown = findShown(judgement, site);
  return {
    category: state === 'thin' ? 'thin' : 'missing',
    consideration: judgement.consideration,
    message:
      state === 'missing' ? missingMessage(judgement, about, shown, site) : thinMessage(judgement, about, shown, site),
    span: placeOfSection(site.content),
    lacking: judgement.lacking,
    evidence: judgement.evidence,
    related: shown.passages
      .flat()
      .slice(0, Math.min(MOST_RELATED, judgement.decided))
      .map((e) => ({
        span: { start: e.start, end: e.end },
        message: `${RELATED[e.facet] ?? `shows ${facetName(about, e.facet)}`}${weakness(e.weakenedBy, site)}`,
      })),
    question: about.question,
    waivedBy: judgement.waiver,
  };
}

/** Nothing anywhere: one finding where the consideration belongs, or at the first heading. */
function checkDocument(
  id: string,
  rule: Rule,
  about: Consideration,
  judgements: readonly PlaceableJudgement[],
  context: DocumentContext,
): readonly FindingDraft[] {
  if (judgements.some((j) => j.state === 'present' || j.state === 'waived')) return [];
  const homes = (rule.expect ?? []).filter((entry) => entry.home).flatMap((entry) => entry.in);
  const at = Math.max(
    0,
    context.sections.findIndex((s) => s.kind !== undefined && homes.includes(s.kind)),
  );
  const content = context.contents[at];
  if (!content) return [];
  const waivedBy = context.comments
    .filter((c) => c.kind === 'waiver')
    .findIndex((c) => isInForce(c.waiver) && c.waiver.targets.some((t) => t.id === id));
  return [
    {
      category: 'missing',
      consideration: id,
      message: `${about.title}: nowhere dealt with in this document.`,
      span: placeOfSection(content),
      section: at,
      lacking: about.present[0]?.facets ?? [],
      question: about.question,
      waivedBy: waivedBy >= 0 ? waivedBy : undefined,
      about: 'document',
    },
  ];
}

/** What a reader is shown of a judgement: its evidence by sentence, in their order, and the reason that they bear out. */
interface ShownGround extends Leading {
  readonly passages: readonly (readonly LocalEvidence[])[];
}

function findShown({ evidence, decided, reasons }: LocalJudgement, { content, context }: Site): ShownGround {
  const all = unpackEvidence(evidence);
  const deciding = decided > 0 ? all.slice(0, decided) : all;
  const leading = findLeading(deciding, reasons, context.rules.ruleSet);
  const passages = orderPassages(deciding, (e) => findSentence(e, content.section.units), leading.bears);
  return { ...leading, passages: passages.map(({ found }) => found) };
}

function missingMessage(judgement: LocalJudgement, about: Consideration, shown: ShownGround, site: Site): string {
  const { context } = site;
  if (judgement.refersTo !== undefined) {
    return `${about.title}: this section refers to ${nameOf(judgement.refersTo, context)}, which does not deal with it.`;
  }
  const first = findFirst(shown, about);
  const words = first ? ` (${quoteWithLine(first, site)})` : '';
  if (judgement.reasons.includes('deferred')) {
    return `${about.title}: put off${words}, and at ${context.stage ?? 'this stage'} it can no longer be.`;
  }
  if (judgement.reasons.includes('placeholder')) return `${about.title}: only a placeholder stands here.`;
  const calls = first?.facet === ASKING ? `, which calls for it${words}` : '';
  return `${about.title}: not dealt with in this section${calls}.`;
}

function thinMessage(judgement: PlaceableJudgement, about: Consideration, shown: ShownGround, site: Site): string {
  const lacking = judgement.lacking.map((facet) => facetName(about, facet));
  const lacks = lacking.length > 0 ? ` Lacking: ${lacking.join('; ')}.` : '';
  if (judgement.refersTo !== undefined) {
    return `${about.title}: this section refers to ${nameOf(judgement.refersTo, site.context)}, which is thin on it.${lacks}`;
  }
  const first = findFirst(shown, about);
  const words = first ? ` (${quoteWithLine(first, site)})` : '';
  return `${about.title}: ${describe(judgement, about, shown)}${words}.${lacks}`;
}

/** What a headline quotes: of the first sentence below it, words that bear the reason out. */
function findFirst({ passages, reason, bears }: ShownGround, about: Consideration): LocalEvidence | undefined {
  const [first = []] = passages;
  const told = first.filter(bears);
  const counting = told.filter(({ weakenedBy }) => weakenedBy === undefined);
  const among = counting.length > 0 ? counting : told;
  // Words that raise the matter say more than a date or a number that happens to stand by.
  const raising = among.filter((e) => e.facet === MENTION || about.facets[e.facet]?.raises !== false);
  const isMention = (e: LocalEvidence) => e.facet === MENTION;
  const named = reason === 'mention' ? raising.find(isMention) : raising.find((e) => !isMention(e));
  return named ?? raising[0] ?? among[0];
}

function quoteWithLine(evidence: LocalEvidence, site: Site): string {
  return `“${cutWords(quoteFound(site.content.text, evidence))}”, line ${lineOf(site, evidence.start)}`;
}

/** What a reason is called. Only some that decide nothing by themselves have no words of their own. */
const REASON_WORDS: Readonly<Partial<Record<Reason, string>>> = {
  lacking: 'begun, not finished',
  apart: 'parts of an answer are there, and not yet one that can be checked',
  deferred: 'put off to later',
  placeholder: 'only a placeholder',
  assertion: 'stated without a reason',
  weakened: 'hoped for, quoted or reported only',
};

function describe(
  { lacking, asked }: PlaceableJudgement,
  about: Consideration,
  { reason, passages }: ShownGround,
): string {
  const onlyNamed = `only ${NAMED_IN_PASSING}`;
  // Of a part that is shown nowhere below, and that nobody asked for, "begun" would tell nothing.
  const isBegun = (asked?.facets ?? about.present[0]?.facets ?? []).some((facet) => !lacking.includes(facet));
  const isNamed = passages.flat().every(({ facet }) => facet === MENTION);
  if (reason === 'lacking' && isNamed && !isBegun) return onlyNamed;
  return REASON_WORDS[reason ?? 'mention'] ?? onlyNamed;
}

/** Why words do not count, in the words of the pack. */
function weakness(id: string | undefined, { context }: Site): string {
  if (id === undefined) return '';
  const title = context.rules.ruleSet.contexts.get(id)?.title ?? id;
  return `, which does not count: ${lowerFirst(title)}`;
}

function facetName(about: Consideration, facet: string): string {
  return lowerFirst(about.facets[facet]?.title ?? facet);
}

function lineOf({ index, content, context }: Site, offset: number): number {
  const first = context.document.sections[index]?.lineNumbers[0] ?? 1;
  return first + content.lines.placeAt(offset).line - 1;
}
