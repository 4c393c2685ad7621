import type { Consideration } from '../rules/pack';
import type { FacetHit, FacetHits } from './findFacets';

/** What a section begins to say of a matter that it does not deal with. */
export interface Beginning {
  /** What counts of it. */
  readonly counting: readonly FacetHit[];
  /** What a reader is shown of it. */
  readonly shown: readonly FacetHit[];
}

/**
 * The words that raise the matter, with what counts in their paragraphs: an answer would go on from there, and a sum or a group that stands
 * elsewhere in the section is about something else. Shown beside them is, of each facet asked for, the first in a sentence of theirs. Where no
 * word raises it, all that is said of it begins it. `telling`: hits that are of the matter wherever they stand in the section.
 */
export function findBeginning(
  { all, counting, raising }: FacetHits,
  wanted: readonly string[],
  facets: Consideration['facets'],
  telling: readonly FacetHit[] = NO_HITS,
): Beginning {
  const parts = bySentence(counting).flatMap((hits) => findParts(hits, facets));
  if (raising.length === 0) return { counting: parts, shown: firstOfEach(wanted, parts, all) };
  const sentences = new Map<number, Set<number>>();
  for (const { unit, sentence } of raising) sentences.set(unit, (sentences.get(unit) ?? new Set()).add(sentence));
  const beside = parts.filter((hit) => sentences.has(hit.unit) || telling.includes(hit));
  const together = beside.filter(({ unit, sentence }) => sentences.get(unit)?.has(sentence));
  const shown = firstOfEach(wanted, [...together, ...beside.filter((hit) => telling.includes(hit))], NO_HITS);
  return { counting: beside, shown: [...raising, ...shown] };
}

/** Hits, which stand by position, sentence by sentence. */
function bySentence(hits: readonly FacetHit[]): readonly (readonly FacetHit[])[] {
  const sentences: FacetHit[][] = [];
  let last: FacetHit | undefined;
  for (const hit of hits) {
    if (last?.unit === hit.unit && last.sentence === hit.sentence) sentences.at(-1)?.push(hit);
    else sentences.push([hit]);
    last = hit;
  }
  return sentences;
}

/** Without those that are a part of an answer only beside another facet, where the sentence shows none such. */
function findParts(hits: readonly FacetHit[], facets: Consideration['facets']): readonly FacetHit[] {
  const shown = new Set(hits.map(({ facet }) => facet));
  return hits.filter(({ facet }) => facets[facet]?.beside?.some((other) => shown.has(other)) ?? true);
}

function firstOfEach(
  facets: readonly string[],
  hits: readonly FacetHit[],
  otherwise: readonly FacetHit[],
): readonly FacetHit[] {
  const found = facets.flatMap((facet) => hits.find((hit) => hit.facet === facet) ?? []);
  return found.length > 0 ? found : otherwise;
}

const NO_HITS: readonly FacetHit[] = [];
