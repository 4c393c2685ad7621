import type { Section } from '../document/documentModel';
import type { PresentWhen, Within } from '../rules/pack';
import type { FacetHit } from './findFacets';

/**
 * The first place where a section satisfies one of the alternatives: all its facets, by words that count, near enough together.
 * A match may stand for one facet only. Undefined when there is no such place.
 */
export function findTogether(
  hits: readonly FacetHit[],
  alternatives: readonly PresentWhen[],
  section: Section,
): readonly FacetHit[] | undefined {
  const counting = hits.filter((hit) => hit.weakenedBy === undefined);
  for (const alternative of alternatives) {
    for (const group of groupHits(counting, alternative.within ?? 'sentence', section)) {
      const chosen = chooseDistinct(alternative.facets, group);
      if (chosen) return chosen;
    }
  }
  return undefined;
}

/** Splits hits into the groups that count as standing together. A group of a list holds one item and what introduces the list. */
function groupHits(hits: readonly FacetHit[], within: Within, section: Section): readonly (readonly FacetHit[])[] {
  if (within === 'section') return [hits];
  if (within === 'list') return groupByItem(hits, section);
  const key = (hit: FacetHit) => (within === 'sentence' ? `${hit.unit}:${hit.sentence}` : String(hit.unit));
  return [...groupBy(hits, key).values()];
}

function groupByItem(hits: readonly FacetHit[], section: Section): readonly (readonly FacetHit[])[] {
  const groups: (readonly FacetHit[])[] = [];
  for (const list of section.lists) {
    const first = list.items[0]?.units[0];
    const introduction = first === undefined ? undefined : first - 1;
    for (const item of list.items) {
      groups.push(hits.filter((hit) => item.units.includes(hit.unit) || hit.unit === introduction));
    }
  }
  return groups;
}

function groupBy(hits: readonly FacetHit[], key: (hit: FacetHit) => string): ReadonlyMap<string, readonly FacetHit[]> {
  const groups = new Map<string, FacetHit[]>();
  for (const hit of hits) {
    const group = groups.get(key(hit));
    if (group) group.push(hit);
    else groups.set(key(hit), [hit]);
  }
  return groups;
}

/** One hit for each facet, no two of them the very same words; `40 care leavers` may hold `care leavers`. */
function chooseDistinct(facets: readonly string[], hits: readonly FacetHit[]): readonly FacetHit[] | undefined {
  const [facet, ...rest] = facets;
  if (facet === undefined) return [];
  for (const hit of hits) {
    if (hit.facet !== facet) continue;
    const others = hits.filter(
      (other) => other.unit !== hit.unit || other.start !== hit.start || other.end !== hit.end,
    );
    const chosen = chooseDistinct(rest, others);
    if (chosen) return [hit, ...chosen];
  }
  return undefined;
}
