import type { LocalJudgement, Reason, State } from '../findings/finding';
import type { CompiledRules } from '../rules/compileRules';
import type { Consideration } from '../rules/pack';
import { overlaps } from '../text/span';
import type { Way } from './facetTable';
import { findClaim } from './findClaim';
import type { AskedOf } from './findExpectation';
import { type FacetHit, findFacets } from './findFacets';
import { groundOfAnswer, groundOfBeginning, groundOfClaim } from './findGround';
import { findReasons } from './findReasons';
import { findTogether } from './findTogether';
import { findTelling, findTold, isBegun, isRaisedHere } from './raiseMatter';
import type { SectionMatches } from './sectionMatches';
import { isUnfinishedRow } from './unfinishedRow';

/** What a deferral counts for at the document's stage. */
export type DeferralPolicy = 'accepted' | 'thin' | 'missing';

/** What a section says of one consideration, before the rest of the document is looked at. */
export interface FirstJudgement extends LocalJudgement {
  readonly asked: AskedOf;
}

/** What a section is judged by. */
export interface Matter {
  readonly id: string;
  readonly consideration: Consideration;
  /** Its place among the considerations of the rule set. */
  readonly at: number;
  /** Whether the section is to deal with the consideration. */
  readonly asked: AskedOf;
}

/** Judges one section by itself by one consideration. */
export function judgeSection(
  { id, consideration, at, asked }: Matter,
  matches: SectionMatches,
  rules: CompiledRules,
  deferrals: DeferralPolicy,
): FirstJudgement {
  const facets = findFacets(matches, at);
  const { all: hits, counting, raising } = facets;
  const ways = findOpen(rules.facets.ways[at] ?? NO_WAYS, matches);
  const isUnfinished = (unit: number) => isUnfinishedRow(unit, matches);
  const together = asked.onlyLeads ? undefined : findTogether(counting, ways, matches.section, isUnfinished);
  const begun = isBegun(consideration, hits, asked);
  const raised = begun || raising.length > 0;
  // A beginning that no word raises is what the section says of the matter.
  const said = raising.length === 0 && begun ? hits : raising;
  const named = isNamed(matches, at, rules);
  const beside = rules.facets.beside[at];
  const telling = findTelling(raising, beside, matches);
  const raisedHere = begun || named || isRaisedHere(telling, counting, consideration);
  const claim = raisedHere ? undefined : findClaim(asked, matches, rules);
  const expected =
    isExpected(asked, raisedHere, claim) &&
    (named || isProvided(asked, matches, rules)) &&
    !isAnswerEnough(counting, asked);
  const wanted = asked.facets ?? consideration.present[0]?.facets ?? [];
  const { evidence, decided, parts } = together
    ? groundOfAnswer(together, counting, matches)
    : raised
      ? groundOfBeginning(facets, wanted, consideration.facets, findTold(counting, beside, matches), matches)
      : groundOfClaim(claim, matches);
  const lacking = wanted.filter((facet) => !parts.some((hit) => hit.facet === facet));
  const judge = (state: State, reasons: readonly Reason[], excusedBy?: string): FirstJudgement => {
    const open = state === 'not-expected' ? NOTHING : lacking;
    return { consideration: id, asked, state, expected, lacking: open, reasons, evidence, decided, excusedBy };
  };
  if (together) return judge('present', NO_REASONS);
  if (!expected) return judge('not-expected', NO_REASONS);
  const excuse = findExcuse(hits, raised, matches);
  if (excuse) return judge('not-expected', NO_REASONS, excuse);
  const reasons = findReasons(hits, parts, { ways, said, lacking, claim }, matches);
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

function isExpected({ when }: AskedOf, raised: boolean, claim: FacetHit | undefined): boolean {
  return when === 'always' || (when !== 'never' && (raised || claim !== undefined));
}

/** The section shows what a question about the matter takes, such as that somebody does something. */
function isProvided({ when, provided }: AskedOf, { units }: SectionMatches, { signals }: CompiledRules): boolean {
  if (when === 'always' || provided === undefined) return true;
  const numbers = provided.map((signal) => signals.numbers.get(signal));
  return units.some(({ matches }) => numbers.some((signal) => matches.of(signal).length > 0));
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
