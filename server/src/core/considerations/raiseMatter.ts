import type { Consideration } from '../rules/pack';
import { QUOTED } from '../signals/contexts';
import { inside, scopeOf } from '../signals/sentenceScope';
import type { ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';
import { MENTION } from './facetTable';
import type { AskedOf } from './findExpectation';
import type { FacetHit } from './findFacets';
import type { SectionMatches } from './sectionMatches';

/**
 * What somebody is quoted as saying does not by itself make a section one that is asked, nor what a template says that nobody has filled in,
 * nor a word in passing, where the consideration takes more than one. What is claimed or put off is said on purpose, however short.
 */
export function isRaisedHere(
  raising: readonly FacetHit[],
  counting: readonly FacetHit[],
  { facets, 'mentions-needed': needed = 1 }: Consideration,
): boolean {
  const own = raising.filter((hit) => !isOfOthers(hit));
  if (needed === 1) return own.length > 0;
  return own.some(isOnPurpose) || countPlaces(own) >= needed || own.some((hit) => isToldMore(hit, counting, facets));
}

/** Without the mentions whose sentence shows none of the signals `beside` in other words: such a mention is what is said, and raises nothing. */
export function findTelling(
  raising: readonly FacetHit[],
  beside: readonly number[] | undefined,
  matches: SectionMatches,
): readonly FacetHit[] {
  if (!beside) return raising;
  return raising.filter((hit) => hit.facet !== MENTION || tells(hit, beside, matches));
}

/** Of what counts, the parts of an answer whose sentence shows one of the signals `beside` in other words: they are told of the matter wherever they stand. */
export function findTold(
  counting: readonly FacetHit[],
  beside: readonly number[] | undefined,
  matches: SectionMatches,
): readonly FacetHit[] {
  if (!beside) return NO_HITS;
  return counting.filter((hit) => hit.facet !== MENTION && tells(hit, beside, matches));
}

const NO_HITS: readonly FacetHit[] = [];

function tells(hit: FacetHit, beside: readonly number[], { units }: SectionMatches): boolean {
  const found = units[hit.unit];
  if (!found) return false;
  const sentence = scopeOf(found.unit, hit);
  const isApart = (match: ProseRange) => inside(match, sentence) && !overlaps(match, hit);
  return beside.some((signal) => found.matches.of(signal).some(isApart));
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
export function isBegun({ facets }: Consideration, hits: readonly FacetHit[], asked: AskedOf): boolean {
  if (asked.when !== 'always') return false;
  let first: string | undefined;
  for (const { facet } of hits) {
    if (facet === first || facets[facet]?.begins === false) continue;
    if (first !== undefined) return true;
    first = facet;
  }
  return false;
}
