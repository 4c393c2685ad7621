import type { DocumentModel } from '../document/documentModel';
import type { Evidence, LocalJudgement, Reason, Waiver } from '../findings/finding';
import { type PackedEvidence, packEvidence, unpackEvidence } from '../findings/localEvidence';
import { covers, isInForce } from '../findings/waiverReach';
import type { ReferenceIndex } from '../sections/resolveReference';
import { contains } from '../text/span';
import { ASKING } from './facetTable';
import type { AskedOf } from './findExpectation';
import type { SectionReference } from './findReferences';
import type { FirstJudgement } from './judgeSection';

/** What the judgements of one document rest on. Places in each section count from its own start. */
export interface JudgingContext {
  readonly document: DocumentModel;
  readonly sections: readonly SectionToJudge[];
  readonly waivers: readonly Waiver[];
  readonly references: ReferenceIndex;
}

/** What one section brings to the judgement of the others. */
export interface SectionToJudge {
  /** What it says by itself, in the order of the rule set's considerations. */
  readonly first: readonly FirstJudgement[];
  readonly references: readonly SectionReference[];
  readonly words: number;
}

/** A judgement whose places count from the start of its section. */
export interface PlaceableJudgement extends LocalJudgement {
  readonly asked?: AskedOf;
  /** Evidence that stands behind its own, in the order in which it is shown: of other sections, with places counted from their starts. */
  readonly elsewhere?: readonly Elsewhere[];
}

interface Elsewhere {
  readonly section: number;
  readonly evidence: PackedEvidence;
}

export type Asking = PlaceableJudgement & Pick<FirstJudgement, 'asked'>;

/** A section of at most this many words that refers on is taken to do no more than that. */
const REFERRING_WORDS = 60;

/** What came of one consideration in every section, and what a later judgement can go on from. */
export interface JudgedConsideration {
  readonly results: readonly PlaceableJudgement[];
  /** What sections say by themselves, and what they say once references are followed. */
  readonly alone: Overview;
  readonly followed: Overview;
  /** Sections whose evidence is shown in others, which refer to them. */
  readonly quoted: ReadonlySet<number>;
  /** Only the sections that have changed were judged again: of all others the results are those before. */
  readonly isPatched: boolean;
}

/** Judges one consideration, the one at `at` among those of each section, in the light of the whole document. */
export function judgeConsideration(at: number, context: JudgingContext): JudgedConsideration {
  const first = context.sections.flatMap((section) => section.first[at] ?? []);
  // A section that refers on to where the matter is dealt with deals with it, for all that looks at it from elsewhere.
  const alone = survey(first, context);
  const followed = survey(
    first.map((judgement, index) => follow(judgement, index, alone, context)),
    context,
  );
  const results = followed.all.map((judgement, index) => settle(judgement, index, followed, context));
  const quoted = new Set(results.flatMap(findQuoted));
  return { results, alone, followed, quoted, isPatched: false };
}

/**
 * Judges again after a change in the words of the sections `changed` alone: no heading, comment or line has come or gone. As long as what
 * these sections say is the same to the others, only they are judged.
 */
export function rejudgeConsideration(
  at: number,
  before: JudgedConsideration,
  changed: readonly number[],
  context: JudgingContext,
): JudgedConsideration {
  const alone = revise(before.alone, changed, (index) => context.sections[index]?.first[at]);
  const followed =
    alone && revise(before.followed, changed, (index) => follow(alone.all[index], index, alone, context));
  if (!followed || changed.some((index) => before.quoted.has(index))) return judgeConsideration(at, context);
  const results = [...before.results];
  for (const index of changed) {
    const judgement = followed.all[index];
    if (judgement) results[index] = settle(judgement, index, followed, context);
  }
  const quoted = new Set(before.quoted);
  for (const index of changed) for (const section of findQuoted(results[index], index)) quoted.add(section);
  return { results, alone, followed, quoted, isPatched: true };
}

/** The other sections whose evidence the judgement of the section `index` shows. */
function findQuoted(judgement: PlaceableJudgement | undefined, index: number): readonly number[] {
  return (judgement?.elsewhere ?? []).map(({ section }) => section).filter((section) => section !== index);
}

/** Words that have a section asked for a matter do not speak of it. */
function showsMatter({ facet }: Pick<Evidence, 'facet'>): boolean {
  return facet !== ASKING;
}

/** An overview with other judgements in it; undefined when one of them would make it another overview. */
function revise(
  overview: Overview,
  changed: readonly number[],
  read: (index: number) => Asking | undefined,
): Overview | undefined {
  const all = [...overview.all];
  for (const index of changed) {
    const [old, now] = [all[index], read(index)];
    if (!old || !now || old.state !== now.state || old.expected !== now.expected) return undefined;
    all[index] = now;
  }
  return { ...overview, all };
}

function follow<T extends Asking | undefined>(
  judgement: T,
  index: number,
  alone: Overview,
  context: JudgingContext,
): T | Asking {
  const found = judgement && isOpen(judgement) ? followReference(judgement, index, alone, context) : undefined;
  return found?.state === 'present' ? found : judgement;
}

/** What all sections say of a consideration, seen together. */
export interface Overview {
  readonly all: readonly Asking[];
  /** For each section: dealt with in it, or somewhere below it. */
  readonly isDealtWith: readonly boolean[];
  /** Sections that are the home of the matter, and where it is dealt with. */
  readonly dealingHomes: readonly number[];
  /** The first section that is its home and expected to deal with it. */
  readonly home: number | undefined;
  /** The first section that raises the matter and does not deal with it. */
  readonly begun: number | undefined;
}

function survey(all: readonly Asking[], { document }: JudgingContext): Overview {
  const isDealtWith = all.map((judgement) => judgement.state === 'present');
  // Children stand after their parents: from the end, everything below a section has been looked at before it.
  for (let index = all.length - 1; index >= 0; index--) {
    const parent = document.sections[index]?.parent;
    if (parent !== undefined && isDealtWith[index]) isDealtWith[parent] = true;
  }
  const homes = all.flatMap(({ asked }, index) => (asked.home ? [index] : []));
  const home = homes.find((index) => all[index]?.expected);
  const begun = all.findIndex(({ state }) => state === 'thin');
  const dealingHomes = homes.filter((index) => isDealtWith[index]);
  return { all, isDealtWith, dealingHomes, home, begun: begun < 0 ? undefined : begun };
}

/** A lacking judgement may be answered elsewhere: by a waiver, below the section, where it refers to, or where it belongs. */
function settle(judgement: Asking, index: number, overview: Overview, context: JudgingContext): PlaceableJudgement {
  if (!isOpen(judgement)) return judgement;
  const waiver = findWaiver(judgement.consideration, index, context);
  if (waiver !== undefined) return revised(judgement, { state: 'waived', lacking: NOTHING, waiver });
  const below = findDescendant(index, overview, context, (j) => j.state === 'present');
  if (below !== undefined) return excuse(judgement, `dealt with below, in ${nameOf(below, context)}`);
  const home = findHome(judgement, index, overview, context);
  return home !== undefined
    ? excuse(judgement, home)
    : (followReference(judgement, index, overview, context) ?? judgement);
}

function isOpen(judgement: LocalJudgement): boolean {
  return judgement.state === 'missing' || judgement.state === 'thin';
}

/** Why a section need not answer, when another section is the one to do so: asked once, where it belongs, is enough. */
function findHome(
  { asked, state, evidence }: Asking,
  index: number,
  overview: Overview,
  context: JudgingContext,
): string | undefined {
  if (asked.each) return undefined;
  const dealing = overview.dealingHomes.find((home) => home !== index);
  if (dealing !== undefined) return `dealt with where it belongs, in ${nameOf(dealing, context)}`;
  const below = findDescendant(index, overview, context, (j) => j.asked.home && j.expected);
  if (below !== undefined) return `asked for below, in ${nameOf(below, context)}`;
  const home = asked.home ? undefined : overview.home;
  if (home !== undefined) return `asked for where it belongs, in ${nameOf(home, context)}`;
  const { begun } = overview;
  const isRaisedHere = state === 'thin' || unpackEvidence(evidence).some(showsMatter);
  if (!asked.once || isRaisedHere || begun === undefined) return undefined;
  return `asked for where it is raised, in ${nameOf(begun, context)}`;
}

function excuse(judgement: Asking, excusedBy: string): Asking {
  return revised(judgement, { state: 'not-expected', lacking: NOTHING, reasons: NO_REASONS, excusedBy });
}

const NOTHING: readonly string[] = [];
const NO_REASONS: readonly Reason[] = [];

/** A judgement with some of its parts changed: its keys are written out, so that all are of one shape to V8. */
function revised(judgement: Asking, to: Partial<Asking>): Asking {
  return {
    consideration: judgement.consideration,
    asked: judgement.asked,
    state: to.state ?? judgement.state,
    expected: judgement.expected,
    lacking: to.lacking ?? judgement.lacking,
    reasons: to.reasons ?? judgement.reasons,
    evidence: to.evidence ?? judgement.evidence,
    decided: to.decided ?? judgement.decided,
    excusedBy: to.excusedBy ?? judgement.excusedBy,
    refersTo: to.refersTo ?? judgement.refersTo,
    waiver: to.waiver ?? judgement.waiver,
    elsewhere: to.elsewhere ?? judgement.elsewhere,
  };
}

function findDescendant(
  index: number,
  overview: Overview,
  context: JudgingContext,
  fits: (judgement: Asking) => boolean,
): number | undefined {
  for (const child of context.document.sections[index]?.children ?? []) {
    const judgement = overview.all[child];
    if (judgement && fits(judgement)) return child;
    const deeper = findDescendant(child, overview, context, fits);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

/** The nearest waiver that covers the section and can be relied on. */
function findWaiver(consideration: string, index: number, context: JudgingContext): number | undefined {
  const covering = context.waivers.flatMap((waiver, at) =>
    isInForce(waiver) && names(waiver, consideration) && covers(waiver, index, context.document) ? [at] : [],
  );
  return covering.at(-1);
}

function names(waiver: Waiver, consideration: string): boolean {
  return waiver.targets.some((target) => target.id === consideration || target.id.endsWith(`/${consideration}`));
}

/**
 * A section that only refers on takes the state of the section it names. It refers on for this consideration when the sentence that refers
 * raises it, or when the section is so short that it does nothing else.
 */
function followReference(
  judgement: Asking,
  index: number,
  { all, isDealtWith }: Overview,
  context: JudgingContext,
): Asking | undefined {
  const section = context.sections[index];
  for (const { reference, span, sentence } of section?.references ?? []) {
    const target = context.references.find(reference);
    if (target === undefined || target === index) continue;
    const shown = unpackEvidence(judgement.evidence).filter(showsMatter);
    const about = sentence !== undefined && shown.some((e) => contains(sentence, e));
    if (!about && (section?.words ?? 0) > REFERRING_WORDS) continue;
    const there = all[target];
    const found = { facet: 'reference', signal: 'reference', start: span.start, end: span.end, weakenedBy: undefined };
    const referring = packEvidence([found]);
    if (!there || !isDealtWith[target]) {
      const evidence = [...referring, ...judgement.evidence];
      const reasons: readonly Reason[] = [...judgement.reasons, 'reference'];
      return revised(judgement, { evidence, decided: judgement.decided + 1, reasons, refersTo: target });
    }
    // What the other section says decides; what this one says by itself comes last.
    const elsewhere = [
      { section: target, evidence: there.evidence },
      ...(there.elsewhere ?? []),
      { section: index, evidence: judgement.evidence },
    ];
    const decided = 1 + (there.state === 'present' ? there.decided : 0);
    const present = { state: 'present', lacking: NOTHING, reasons: NO_REASONS } as const;
    return revised(judgement, { ...present, evidence: referring, decided, elsewhere, refersTo: target });
  }
  return undefined;
}

/** How a reader would name a section: `2.3 Benefits`, or the line on which an untitled one begins. */
export function nameOf(index: number, context: { readonly document: DocumentModel }): string {
  const section = context.document.sections[index];
  if (section?.heading) return `“${section.heading.text}”`;
  return `the text from line ${section?.lineNumbers[0] ?? 1}`;
}
