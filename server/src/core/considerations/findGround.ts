import type { Consideration } from '../rules/pack';
import { findBeginning } from './findBeginning';
import type { FacetHit, FacetHits } from './findFacets';
import { findSupport, type GatheredEvidence, gatherEvidence } from './gatherEvidence';
import type { SectionMatches } from './sectionMatches';

/** What a judgement rests on, for a reader (docs/decisions/0016). */
export interface Ground extends GatheredEvidence {
  /** What counts as a part of an answer: the facets that are not among them lack. */
  readonly parts: readonly FacetHit[];
}

/** Of an answer: the facets that stand `together`, and what supports them. */
export function groundOfAnswer(
  together: readonly FacetHit[],
  counting: readonly FacetHit[],
  matches: SectionMatches,
): Ground {
  const support = findSupport(together, counting);
  return { ...gatherEvidence(together, support, matches, together.length), parts: counting };
}

/** Of a matter that is raised and not dealt with: the words that raise it and what an answer would go on from, then all else that is said of it. */
export function groundOfBeginning(
  facets: FacetHits,
  wanted: readonly string[],
  about: Consideration['facets'],
  telling: readonly FacetHit[],
  matches: SectionMatches,
): Ground {
  const { shown, counting } = findBeginning(facets, wanted, about, telling);
  return { ...gatherEvidence(shown, facets.all, matches), parts: counting };
}

/** Of a matter that is not raised: the claim that calls for it. What stands in the section by chance is no part of an answer. */
export function groundOfClaim(claim: FacetHit | undefined, matches: SectionMatches): Ground {
  return { ...gatherEvidence(claim ? [claim] : NO_HITS, NO_HITS, matches), parts: NO_HITS };
}

const NO_HITS: readonly FacetHit[] = [];
