import type { Finding } from '../findings/finding';
import type { FixInput, FixOffer } from './fix';
import { fixAll } from './fixAll';
import { hasPrompt, isOpen, missingPrompts, promptTitle } from './insertPrompt';
import { findMissingKinds, sectionTitle } from './insertSection';
import { findSkeletons, skeletonTitle } from './insertSkeleton';
import { headingEdit } from './makeHeading';
import { findNameableKinds, kindTitle } from './nameKind';
import { takesNoBlocks } from './place';
import { findReferable, referTitle } from './referTo';
import { removeAnsweredPrompts } from './removeComments';
import { waiveTitle } from './waive';

/** What can be done about one finding, the likeliest first. Nothing is built yet. */
export function offerForFinding(finding: Finding, input: FixInput): readonly FixOffer[] {
  const writesBlocks = !takesNoBlocks(finding.section, input.analysis.document);
  const offers = [
    ...(writesBlocks ? offerPrompts(finding, input) : []),
    ...offerComments(finding, input),
    ...offerStructure(finding, input),
    ...(writesBlocks ? offerWaiver(finding, input) : []),
  ];
  return offers.map((offer) => ({ ...offer, finding: finding.fingerprint }));
}

/** As many kinds as a menu bears; the command that names a section's kind lists them all. */
const MAX_KINDS = 6;

/** What can be done in a section, whether or not something there is found. */
export function offerForSection(section: number, input: FixInput): readonly FixOffer[] {
  if (takesNoBlocks(section, input.analysis.document)) return [];
  const offers: FixOffer[] = [];
  if (missingPrompts(input, section).length > 1) {
    offers.push({
      request: { kind: 'insert-prompts', section },
      title: 'Insert the questions for everything that lacks here',
      kind: 'quickfix',
    });
  }
  if (input.analysis.prompts.some((prompt) => prompt.answered && prompt.section === section)) {
    offers.push({
      request: { kind: 'remove-prompts', section },
      title: 'Remove the answered questions in this section',
      kind: 'quickfix',
    });
  }
  for (const sectionKind of findNameableKinds(input, section).slice(0, MAX_KINDS)) {
    offers.push({
      request: { kind: 'name-kind', section, sectionKind },
      title: kindTitle(input, sectionKind),
      kind: 'refactor.rewrite',
    });
  }
  return offers;
}

/** What can be done with the whole document. */
export function offerForDocument(input: FixInput): readonly FixOffer[] {
  const all = fixAll(input);
  const prompts = removeAnsweredPrompts(input);
  return [
    ...(prompts ? [{ request: { kind: 'remove-prompts' }, title: prompts.title, kind: prompts.kind } as const] : []),
    ...(all ? [{ request: { kind: 'fix-all' }, title: all.title, kind: all.kind } as const] : []),
  ];
}

function offerPrompts(finding: Finding, input: FixInput): readonly FixOffer[] {
  const { consideration, section } = finding;
  if (consideration === undefined || (finding.category !== 'missing' && finding.category !== 'thin')) return [];
  const judgement = input.analysis.sections[section]?.judgements.find((j) => j.consideration === consideration);
  const offers: FixOffer[] = [];
  const whole = !hasPrompt(input, section, consideration);
  if (whole) {
    const request = { kind: 'insert-prompt', section, consideration } as const;
    offers.push({
      request,
      title: promptTitle(input, consideration),
      kind: 'quickfix',
      preferred: finding.category === 'missing',
    });
  }
  const facets = finding.lacking.filter((facet) => !hasPrompt(input, section, consideration, facet));
  const asked = facets.map((facet, at): FixOffer => {
    const request = { kind: 'insert-prompt', section, consideration, facet } as const;
    return {
      request,
      title: promptTitle(input, consideration, facet),
      kind: 'quickfix',
      preferred: finding.category === 'thin' && at === 0,
    };
  });
  // Where something is there already, the facet that lacks is the smaller question, and comes first.
  const prompts = finding.category === 'thin' ? [...asked, ...offers] : [...offers, ...asked];
  const skeletons = findSkeletons(input, section, consideration).map((skeleton): FixOffer => {
    const request = { kind: 'insert-skeleton', section, skeleton: skeleton.id } as const;
    return { request, title: skeletonTitle(input, skeleton), kind: 'quickfix' };
  });
  const to =
    judgement && isOpen(judgement) && judgement.refersTo === undefined
      ? findReferable(input, section, consideration)
      : undefined;
  const refer: readonly FixOffer[] =
    to === undefined
      ? []
      : [
          {
            request: { kind: 'refer', section, consideration, to },
            title: referTitle(input, consideration, to),
            kind: 'quickfix',
          },
        ];
  return [...prompts, ...skeletons, ...refer];
}

function offerComments(finding: Finding, input: FixInput): readonly FixOffer[] {
  const within = (span: { readonly start: number; readonly end: number }) =>
    span.start <= finding.span.start && finding.span.start < span.end;
  if (finding.category === 'waiver') {
    const waiver = input.analysis.waivers.findIndex((w) => within(w.span));
    return waiver < 0
      ? []
      : [{ request: { kind: 'remove-waiver', waiver }, title: 'Take this waiver out', kind: 'quickfix' }];
  }
  if (finding.category !== 'prompt') return [];
  const prompt = input.analysis.prompts.findIndex((p) => within(p.span));
  return prompt < 0
    ? []
    : [
        {
          request: { kind: 'discard-prompt', prompt },
          title: 'Remove this question and its skeleton',
          kind: 'quickfix',
        },
      ];
}

function offerStructure(finding: Finding, input: FixInput): readonly FixOffer[] {
  const check = input.rules.ruleSet.rules.get(finding.ruleId)?.check;
  const { document } = input.analysis;
  if (check === 'heading-form' && headingEdit(finding.section, document)) {
    const title = `Make “${document.sections[finding.section]?.heading?.text ?? ''}” a real heading`;
    return [{ request: { kind: 'make-heading', section: finding.section }, title, kind: 'quickfix', preferred: true }];
  }
  if (check !== 'required-sections') return [];
  const titleOf = (kind: string) => input.rules.ruleSet.sectionKinds.get(kind)?.title ?? kind;
  return findMissingKinds(input)
    .filter((kind) => finding.message.includes(`“${titleOf(kind)}”`))
    .map((sectionKind) => ({
      request: { kind: 'insert-section', sectionKind },
      title: sectionTitle(input, sectionKind),
      kind: 'quickfix',
      preferred: true,
    }));
}

/** A waiver names the consideration, or the rule where the finding is about none. What is itself about a waiver, a prompt or a mark-up slip is mended, not waived. */
function offerWaiver(finding: Finding, input: FixInput): readonly FixOffer[] {
  const check = input.rules.ruleSet.rules.get(finding.ruleId)?.check;
  if (
    finding.category === 'waiver' ||
    finding.category === 'prompt' ||
    check === 'heading-form' ||
    finding.waivedBy !== undefined
  )
    return [];
  const target = finding.consideration ?? finding.ruleId;
  const { section } = finding;
  if (input.analysis.waivers.some((w) => w.section === section && w.targets.some((t) => t.id === target))) return [];
  return [{ request: { kind: 'waive', section, target }, title: waiveTitle(input, target), kind: 'quickfix' }];
}
