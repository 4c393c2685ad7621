import type { LocalJudgement, Reason, State } from '../findings/finding';
import { type LocalEvidence, type PackedEvidence, packEvidence } from '../findings/localEvidence';
import type { CompiledRules } from '../rules/compileRules';
import type { Consideration } from '../rules/pack';
import { QUOTED } from '../signals/contexts';
import { overlaps } from '../text/span';
import { MENTION, type Way } from './facetTable';
import type { AskedOf } from './findExpectation';
import { type FacetHit, findFacets } from './findFacets';
import { findTogether, signOf } from './findTogether';
import type { SectionMatches } from './sectionMatches';
import { hasClaim } from './sectionMatches';

/** What a deferral counts for at the document's stage. */
export type DeferralPolicy = 'accepted' | 'thin' | 'missing';

/** What a section says of one consideration, before the rest of the document is looked at. */
export interface FirstJudgement extends LocalJudgement {
  readonly asked: AskedOf;
}

/** Enough to show what a judgement rests on; the rest of the same would only be long. */
const MAX_EVIDENCE_OF_FACET = 4;

/** Judges one section by itself by one consideration, the one at `at` in the rule set. `asked` says whether the section is to deal with the consideration. */
export function judgeSection(
  id: string,
  at: number,
  consideration: Consideration,
  matches: SectionMatches,
  rules: CompiledRules,
  asked: AskedOf,
  deferrals: DeferralPolicy,
): FirstJudgement {
  const { all: hits, counting, raising } = findFacets(matches, at);
  const ways = findOpen(rules.facets.ways[at] ?? NO_WAYS, matches);
  const together = asked.onlyLeads ? undefined : findTogether(counting, ways, matches.section);
  const begun = isBegun(consideration, hits, asked);
  const raised = begun || raising.length > 0;
  // A beginning that no word raises is what the section says of the matter.
  const said = raising.length === 0 && begun ? hits : raising;
  const named = isNamed(matches, at, rules);
  const raisedHere = begun || named || isRaisedHere(raising, counting, consideration);
  const expected = isExpected(asked, raisedHere, matches, rules) && !isAnswerEnough(counting, asked);
  // Where nothing stands together, the words that raise the matter come first: they are what a reader will look at.
  const deciding = together ?? said;
  const rest = together ? findSupport(together, counting) : raised ? hits : [];
  const evidence = toEvidence(deciding, together?.length ?? 0, rest, matches);
  const lacking = findLacking(consideration, counting, asked);
  const judge = (state: State, reasons: readonly Reason[], excusedBy?: string): FirstJudgement => {
    const open = state === 'not-expected' ? NOTHING : lacking;
    const decided = together?.length ?? 0;
    return { consideration: id, asked, state, expected, lacking: open, reasons, evidence, decided, excusedBy };
  };
  if (together) return judge('present', NO_REASONS);
  if (!expected) return judge('not-expected', NO_REASONS);
  const excuse = findExcuse(hits, raised, matches);
  if (excuse) return judge('not-expected', NO_REASONS, excuse);
  const reasons = findReasons(ways, hits, counting, said, lacking, matches);
  if (!raised) return judge(isMeant(reasons, asked, named, deferrals) ? 'thin' : 'missing', reasons);
  if (!isPutOff(said)) return judge('thin', reasons);
  if (deferrals === 'accepted') {
    return judge('not-expected', NO_REASONS, 'put off to a later stage, which is usual at this one');
  }
  return judge(deferrals, reasons);
}

const NO_WAYS: readonly Way[] = [];
const NOTHING: readonly string[] = [];
const NO_REASONS: readonly Reason[] = [];

/** The ways that the heading leaves open: some need it to say whom or what the text is about. Most considerations have none such. */
function findOpen(ways: readonly Way[], { heading }: SectionMatches): readonly Way[] {
  if (!ways.some(({ headed }) => headed)) return ways;
  const shows = (signal: number) => (heading?.matches.of(signal).length ?? 0) > 0;
  return ways.filter(({ headed }) => headed?.some(shows) ?? true);
}

/**
 * What somebody is quoted as saying does not by itself make a section one that is asked, nor what a template says that nobody has filled in,
 * nor a word in passing, where the consideration takes more than one. What is claimed or put off is said on purpose, however short.
 */
function isRaisedHere(
  raising: readonly FacetHit[],
  counting: readonly FacetHit[],
  { facets, 'mentions-needed': needed = 1 }: Consideration,
): boolean {
  const own = raising.filter((hit) => !isOfOthers(hit));
  if (needed === 1) return own.length > 0;
  return own.some(isOnPurpose) || countPlaces(own) >= needed || own.some((hit) => isToldMore(hit, counting, facets));
}

/** Words that somebody is quoted as saying, or that a template has. */
function isOfOthers({ weakenedBy }: FacetHit): boolean {
  return weakenedBy?.context === QUOTED || weakenedBy?.effect === 'placeholder' || weakenedBy?.effect === 'guidance';
}

/** The same sentence says something else of the matter, in words that are not found in papers on anything. */
function isToldMore(mention: FacetHit, counting: readonly FacetHit[], facets: Consideration['facets']): boolean {
  return counting.some(
    (hit) =>
      hit.facet !== MENTION &&
      facets[hit.facet]?.begins !== false &&
      hit.unit === mention.unit &&
      hit.sentence === mention.sentence &&
      !overlaps(hit, mention),
  );
}

function isOnPurpose({ facet, weakenedBy }: FacetHit): boolean {
  return facet !== MENTION || (weakenedBy !== undefined && weakenedBy.effect !== 'weaken');
}

/** Words that overlap are one place. */
function countPlaces(hits: readonly FacetHit[]): number {
  return hits.filter((hit, at) => !hits.slice(0, at).some((other) => other.unit === hit.unit && overlaps(other, hit)))
    .length;
}

/** Where a section must deal with the matter, two of its facets are a beginning, though neither would raise it elsewhere. */
function isBegun({ facets }: Consideration, hits: readonly FacetHit[], asked: AskedOf): boolean {
  if (asked.when !== 'always') return false;
  let first: string | undefined;
  for (const { facet } of hits) {
    if (facet === first || facets[facet]?.begins === false) continue;
    if (first !== undefined) return true;
    first = facet;
  }
  return false;
}

/** The heading names the matter, whatever kind of section it is: who writes it says what is to follow. One that nothing follows is a title in a list. */
function isNamed({ heading, units }: SectionMatches, at: number, { facets }: CompiledRules): boolean {
  if (units.length === 0) return false;
  return heading?.matches.shown().some(({ number }) => facets.names[at]?.has(number)) ?? false;
}

/** In a section that is there for the matter, a placeholder or a promise is about it, though it does not name it again. */
function isMeant(reasons: readonly Reason[], asked: AskedOf, named: boolean, deferrals: DeferralPolicy): boolean {
  if (asked.when !== 'always' && !named) return false;
  return reasons.includes('placeholder') || (reasons.includes('deferred') && deferrals !== 'missing');
}

function isExpected(asked: AskedOf, raised: boolean, matches: SectionMatches, { signals }: CompiledRules): boolean {
  if (asked.when === 'always') return true;
  if (asked.when === 'never') return false;
  if (asked.when === 'raised') return raised;
  const awaited = asked.when.map((signal) => signals.numbers.get(signal));
  return raised || awaited.some((signal) => matches.units.some((unit) => hasClaim(unit, signal)));
}

/** Where the matter does not belong, one of some facets is all that a reviewer would want. */
function isAnswerEnough(counting: readonly FacetHit[], { when, unless = [] }: AskedOf): boolean {
  if (when === 'always' || unless.length === 0) return false;
  return counting.some((hit) => unless.includes(hit.facet));
}

/** Everything that is said is put off to later. */
function isPutOff(said: readonly FacetHit[]): boolean {
  return said.length > 0 && said.every((hit) => hit.weakenedBy?.effect === 'defer');
}

/** A deferral with owner, date and decision, or a plain "no, because …", answers the question honestly: nothing more is asked. */
function findExcuse(hits: readonly FacetHit[], raised: boolean, matches: SectionMatches): string | undefined {
  for (const [index, unit] of matches.units.entries()) {
    for (const context of unit.contexts) {
      if (!context.excused || (context.effect !== 'defer' && context.effect !== 'assert')) continue;
      const concerns = hits.some((h) => h.unit === index && overlaps(h, context.reach));
      if (raised ? !concerns : matches.units.length > 1) continue;
      const words = unit.unit.prose.text.slice(context.start, context.end);
      return context.effect === 'defer'
        ? `put off with owner, date and decision ("${words}")`
        : `the paper says why it does not apply ("${words}")`;
    }
  }
  return undefined;
}

function findLacking(consideration: Consideration, counting: readonly FacetHit[], asked: AskedOf): readonly string[] {
  const wanted = asked.facets ?? consideration.present[0]?.facets ?? [];
  const lacking = wanted.filter((facet) => !counting.some((hit) => hit.facet === facet));
  return lacking.length === 0 ? NOTHING : lacking.slice();
}

function findReasons(
  ways: readonly Way[],
  hits: readonly FacetHit[],
  counting: readonly FacetHit[],
  said: readonly FacetHit[],
  lacking: readonly string[],
  matches: SectionMatches,
): readonly Reason[] {
  const reasons = new Set<Reason>();
  for (const { weakenedBy } of said) {
    const reason = weakenedBy && REASON_OF_EFFECT[weakenedBy.effect];
    if (reason) reasons.add(reason);
  }
  if (hits.length === 0 && matches.units.some((u) => u.contexts.some((c) => c.effect === 'defer' && !c.excused))) {
    reasons.add('deferred');
  }
  if (hits.length === 0 && matches.units.some((u) => u.contexts.some((c) => c.effect === 'placeholder'))) {
    reasons.add('placeholder');
  }
  const found = countFacets(counting.map((hit) => hit.facet));
  const shown = signOf(counting, 0, counting.length);
  // An answer may want the same facet two or three times.
  const isWhole = ways.some(
    ({ facets, wanted }) =>
      (shown & wanted) === wanted &&
      [...countFacets(facets)].every(([facet, times]) => (found.get(facet) ?? 0) >= times),
  );
  if (isWhole || (lacking.length === 0 && found.size > 1)) reasons.add('apart');
  else if (found.size > 0) reasons.add(found.size === 1 && found.has(MENTION) ? 'mention' : 'lacking');
  return [...reasons];
}

function countFacets(facets: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const facet of facets) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  return counts;
}

const REASON_OF_EFFECT: Readonly<Record<string, Reason>> = {
  defer: 'deferred',
  placeholder: 'placeholder',
  assert: 'assertion',
  weaken: 'weakened',
  guidance: 'placeholder',
};

/** What stands in the same paragraph as the words that decided, and of each other facet the first that counts: enough to follow the judgement. */
function findSupport(deciding: readonly FacetHit[], counting: readonly FacetHit[]): readonly FacetHit[] {
  const units = new Set(deciding.map((hit) => hit.unit));
  const support = counting.filter((hit) => units.has(hit.unit) && hit.facet !== MENTION);
  const shown = new Set([MENTION]);
  for (const hit of deciding) shown.add(hit.facet);
  for (const hit of support) shown.add(hit.facet);
  for (const hit of counting) {
    if (shown.has(hit.facet)) continue;
    shown.add(hit.facet);
    support.push(hit);
  }
  return support;
}

/** The hits that decided first, all of them that are needed, then the others by position; each stretch of words once for each facet. */
function toEvidence(
  deciding: readonly FacetHit[],
  needed: number,
  all: readonly FacetHit[],
  matches: SectionMatches,
): PackedEvidence {
  const evidence: LocalEvidence[] = [];
  for (const hit of deciding) addEvidence(evidence, hit, matches, needed);
  for (const hit of all) addEvidence(evidence, hit, matches, 0);
  return packEvidence(evidence);
}

function addEvidence(evidence: LocalEvidence[], hit: FacetHit, { units }: SectionMatches, needed: number): void {
  const { facet, signal, weakenedBy } = hit;
  const unit = units[hit.unit];
  let ofFacet = 0;
  for (const other of evidence) if (other.facet === facet) ofFacet++;
  if (!unit || ofFacet >= Math.max(MAX_EVIDENCE_OF_FACET, needed)) return;
  const { start, end } = unit.unit.prose.toSource(hit.start, hit.end);
  const isShown = evidence.some((other) => other.facet === facet && other.start === start && other.end === end);
  if (!isShown) evidence.push({ facet, signal, start, end, weakenedBy: weakenedBy?.context });
}
