import type { Section } from '../document/documentModel';
import type { PresentWhen, Within } from '../rules/pack';
import { overlaps } from '../text/span';
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
  const signs = startSigns();
  const shown = signs.ofHits(counting);
  const grouped: Partial<Record<Within, readonly Group[]>> = {};
  for (const { facets, within = 'sentence' } of alternatives) {
    const wanted = signs.of(facets);
    if ((shown & wanted) !== wanted) continue;
    grouped[within] ??= groupHits(counting, within, section).map((group) => ({
      hits: group,
      signs: signs.ofHits(group),
    }));
    for (const group of grouped[within]) {
      const chosen = (group.signs & wanted) === wanted ? chooseDistinct(facets, group.hits) : undefined;
      if (chosen) return chosen;
    }
  }
  return undefined;
}

/** Hits that stand together, and the signs of their facets. */
interface Group {
  readonly hits: readonly FacetHit[];
  readonly signs: number;
}

/** So many facets have a bit to themselves; more share them. */
const BITS = 31;

/** Facets as bits: where the bits of some facets are not all set, one of them is lacking. Most groups are ruled out by that. */
function startSigns() {
  const signs = new Map<string, number>();
  const signOf = (facet: string): number => {
    const sign = signs.get(facet) ?? 1 << (signs.size % BITS);
    signs.set(facet, sign);
    return sign;
  };
  return {
    of: (facets: readonly string[]): number => facets.reduce((sum, facet) => sum | signOf(facet), 0),
    ofHits: (hits: readonly FacetHit[]): number => hits.reduce((sum, { facet }) => sum | signOf(facet), 0),
  };
}

/** Splits hits into the groups that count as standing together. A group of a list holds one item and what introduces the list. */
function groupHits(hits: readonly FacetHit[], within: Within, section: Section): readonly (readonly FacetHit[])[] {
  if (within === 'section') return [hits];
  if (within === 'list') return groupByItem(hits, section);
  if (within === 'block') return [...groupBy(hits, (hit) => beginningOfBlock(hit, section)).values()];
  const longest = hits.reduce((most, hit) => Math.max(most, hit.sentence), 0) + 1;
  const key = (hit: FacetHit) => (within === 'sentence' ? hit.unit * longest + hit.sentence : hit.unit);
  return [...groupBy(hits, key).values()];
}

function groupByItem(hits: readonly FacetHit[], section: Section): readonly (readonly FacetHit[])[] {
  const byUnit = groupBy(hits, (hit) => hit.unit);
  return section.lists.flatMap((list) => {
    const first = list.items[0]?.units[0];
    const introduction = first === undefined ? undefined : first - 1;
    return list.items.map((item) =>
      [...new Set(introduction === undefined ? item.units : [introduction, ...item.units])]
        .sort((a, b) => a - b)
        .flatMap((unit) => byUnit.get(unit) ?? []),
    );
  });
}

/** First unit of what a reader takes in at one look: a paragraph, or a whole table or list with the paragraph that introduces it. */
function beginningOfBlock({ unit }: FacetHit, section: Section): number {
  const at = section.units[unit];
  const next = section.units[unit + 1];
  const belongs = at?.kind === 'paragraph' && next?.kind === 'item' && at.prose.text.endsWith(':') ? next : at;
  if (belongs?.row) return section.tables[belongs.row.table]?.rows[0]?.unit ?? unit;
  if (belongs?.item) return section.lists[belongs.item.list]?.items[0]?.units[0] ?? unit;
  return unit;
}

function groupBy(hits: readonly FacetHit[], key: (hit: FacetHit) => number): ReadonlyMap<number, readonly FacetHit[]> {
  const groups = new Map<number, FacetHit[]>();
  for (const hit of hits) {
    const at = key(hit);
    const group = groups.get(at);
    if (group) group.push(hit);
    else groups.set(at, [hit]);
  }
  return groups;
}

/**
 * One hit for each facet, no two of them the very same words; `40 care leavers` may hold `care leavers`. Of n facets each needs to offer
 * its first n stretches of words only: the others can take no more than n - 1 of them.
 */
function chooseDistinct(facets: readonly string[], hits: readonly FacetHit[]): readonly FacetHit[] | undefined {
  const offers: (readonly FacetHit[])[] = [];
  for (const facet of facets) {
    const isAskedTwice = facets.indexOf(facet) !== facets.lastIndexOf(facet);
    const offer = offerOf(facet, hits, facets.length, isAskedTwice ? sharesWords : isSame);
    if (offer.length === 0) return undefined;
    offers.push(offer);
  }
  return choose(offers, []);
}

function offerOf(
  facet: string,
  hits: readonly FacetHit[],
  most: number,
  isAgain: (a: FacetHit, b: FacetHit) => boolean,
): readonly FacetHit[] {
  const offer: FacetHit[] = [];
  for (const hit of hits) {
    if (hit.facet === facet && !offer.some((other) => isAgain(hit, other))) offer.push(hit);
    if (offer.length === most) break;
  }
  return offer;
}

function choose(offers: readonly (readonly FacetHit[])[], taken: readonly FacetHit[]): readonly FacetHit[] | undefined {
  const offer = offers[taken.length];
  if (offer === undefined) return taken;
  for (const hit of offer) {
    const chosen = taken.some((other) => isSame(hit, other)) ? undefined : choose(offers, [...taken, hit]);
    if (chosen) return chosen;
  }
  return undefined;
}

function isSame(a: FacetHit, b: FacetHit): boolean {
  return a.unit === b.unit && a.start === b.start && a.end === b.end;
}

/** Of a facet that is asked for twice, words that share some are one: "is at risk" and "at risk of" are no two losses. */
function sharesWords(a: FacetHit, b: FacetHit): boolean {
  return a.unit === b.unit && overlaps(a, b);
}
