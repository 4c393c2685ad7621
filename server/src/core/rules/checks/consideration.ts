import { ASKING, MENTION } from '../../considerations/facetTable';
import { findDocumentExpectation } from '../../considerations/findExpectation';
import { nameOf, type PlaceableJudgement } from '../../considerations/judgeConsideration';
import type { SectionContent } from '../../document/sectionContent';
import type { LocalJudgement, Reason } from '../../findings/finding';
import { unpackEvidence } from '../../findings/localEvidence';
import { isInForce } from '../../findings/waiverReach';
import type { Check, DocumentContext, FindingDraft, SectionDraft } from '../check';
import { placeOfSection, quote } from '../check';
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
  [MENTION]: 'mentioned here',
  [ASKING]: 'calls for it',
  reference: 'refers on',
};

function toDraft(judgement: PlaceableJudgement, about: Consideration, site: Site): SectionDraft {
  const { state } = judgement;
  return {
    category: state === 'thin' ? 'thin' : 'missing',
    consideration: judgement.consideration,
    message: state === 'missing' ? missingMessage(judgement, about, site) : thinMessage(judgement, about, site),
    span: placeOfSection(site.content),
    lacking: judgement.lacking,
    evidence: judgement.evidence,
    related: unpackEvidence(judgement.evidence)
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

function missingMessage(judgement: LocalJudgement, about: Consideration, site: Site): string {
  const { content, context } = site;
  if (judgement.refersTo !== undefined) {
    return `${about.title}: this section refers to ${nameOf(judgement.refersTo, context)}, which does not deal with it.`;
  }
  const [first] = unpackEvidence(judgement.evidence);
  if (judgement.reasons.includes('deferred')) {
    const words = first ? ` (“${quote(content, first)}”, line ${lineOf(site, first.start)})` : '';
    return `${about.title}: put off${words}, and at ${context.stage ?? 'this stage'} it can no longer be.`;
  }
  if (judgement.reasons.includes('placeholder')) return `${about.title}: only a placeholder stands here.`;
  const calls =
    first?.facet === ASKING
      ? `, which calls for it (“${quote(content, first)}”, line ${lineOf(site, first.start)})`
      : '';
  return `${about.title}: not dealt with in this section${calls}.`;
}

function thinMessage(judgement: LocalJudgement, about: Consideration, site: Site): string {
  const { content, context } = site;
  const lacking = judgement.lacking.map((facet) => facetName(about, facet));
  const lacks = lacking.length > 0 ? ` Lacking: ${lacking.join('; ')}.` : '';
  if (judgement.refersTo !== undefined) {
    return `${about.title}: this section refers to ${nameOf(judgement.refersTo, context)}, which is thin on it.${lacks}`;
  }
  // Words that raise the matter say more than a date or a number that happens to stand by.
  const evidence = unpackEvidence(judgement.evidence);
  const first = evidence.find((e) => e.facet !== 'mention' && about.facets[e.facet]?.raises !== false) ?? evidence[0];
  const words = first ? ` (“${quote(content, first)}”, line ${lineOf(site, first.start)})` : '';
  return `${about.title}: ${describe(judgement.reasons)}${words}.${lacks}`;
}

/** In the order in which a reader would name them: the reason that takes most away first. */
function describe(reasons: readonly Reason[]): string {
  if (reasons.includes('lacking')) return 'begun, not finished';
  if (reasons.includes('apart')) return 'parts of an answer are there, and not yet one that can be checked';
  if (reasons.includes('deferred')) return 'put off to later';
  if (reasons.includes('placeholder')) return 'only a placeholder';
  if (reasons.includes('assertion')) return 'stated without a reason';
  if (reasons.includes('weakened') && !reasons.includes('mention')) return 'hoped for, quoted or reported only';
  return 'only mentioned';
}

/** Why words do not count, in the words of the pack. */
function weakness(id: string | undefined, { context }: Site): string {
  if (id === undefined) return '';
  const title = context.rules.ruleSet.contexts.get(id)?.title ?? id;
  return `, which does not count: ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function facetName(about: Consideration, facet: string): string {
  const title = about.facets[facet]?.title ?? facet;
  return title.charAt(0).toLowerCase() + title.slice(1);
}

function lineOf({ index, content, context }: Site, offset: number): number {
  const first = context.document.sections[index]?.lineNumbers[0] ?? 1;
  return first + content.lines.placeAt(offset).line - 1;
}
