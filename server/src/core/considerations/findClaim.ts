import type { CompiledRules } from '../rules/compileRules';
import { scopeOf } from '../signals/sentenceScope';
import { ASKING } from './facetTable';
import type { AskedOf } from './findExpectation';
import { FacetHit } from './findFacets';
import { findClaimed, type SectionMatches } from './sectionMatches';

/** The first words of a section that have it asked for the matter: a claim, such as jobs that are promised, calls for it without naming it. */
export function findClaim(
  { when }: AskedOf,
  { units }: SectionMatches,
  { signals }: CompiledRules,
): FacetHit | undefined {
  if (typeof when === 'string') return undefined;
  for (const [index, unit] of units.entries()) {
    for (const signal of when) {
      const words = findClaimed(unit, signals.numbers.get(signal));
      if (!words) continue;
      const { start, end } = words;
      const place = { start, end, unit: index, sentence: scopeOf(unit.unit, words).start };
      return new FacetHit(place, { consideration: -1, order: 0, facet: ASKING, signal, raises: false, sign: 0 });
    }
  }
  return undefined;
}
