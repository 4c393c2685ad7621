import type { Reason } from '../findings/finding';
import { MENTION, type Way } from './facetTable';
import type { FacetHit } from './findFacets';
import { signOf } from './findTogether';
import type { SectionMatches } from './sectionMatches';

export const REASON_OF_EFFECT: Readonly<Record<string, Reason>> = {
  defer: 'deferred',
  placeholder: 'placeholder',
  assert: 'assertion',
  weaken: 'weakened',
  guidance: 'placeholder',
};

/** What an answer would be, and what is said instead of one. */
export interface Unanswered {
  readonly ways: readonly Way[];
  /** The hits that raise the matter. */
  readonly said: readonly FacetHit[];
  /** Facets that are asked for and not there. */
  readonly lacking: readonly string[];
  /** What calls for an answer where nothing raises the matter. */
  readonly claim: FacetHit | undefined;
}

/** Why nothing that is said is an answer, for a section where one is asked for. */
export function findReasons(
  hits: readonly FacetHit[],
  counting: readonly FacetHit[],
  { ways, said, lacking, claim }: Unanswered,
  matches: SectionMatches,
): readonly Reason[] {
  const reasons = new Set<Reason>();
  for (const { weakenedBy } of said) {
    const reason = weakenedBy && REASON_OF_EFFECT[weakenedBy.effect];
    if (reason) reasons.add(reason);
  }
  // What is put off elsewhere in the section is another matter than what a claim calls for.
  const about = matches.units.filter((_, index) => claim === undefined || index === claim.unit);
  if (hits.length === 0 && about.some((u) => u.contexts.some((c) => c.effect === 'defer' && !c.excused))) {
    reasons.add('deferred');
  }
  if (hits.length === 0 && about.some((u) => u.contexts.some((c) => c.effect === 'placeholder'))) {
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
