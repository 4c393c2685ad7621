import type { Section } from '../document/documentModel';
import type { Within } from '../rules/pack';
import { overlaps } from '../text/span';
import type { Way } from './facetTable';
import type { FacetHit } from './findFacets';

/**
 * Where a section satisfies one of the ways: its facets, by words that count, near enough together. Of several places a reader is shown one
 * where they stand nearest together; of those what the first of the ways finds, where most is said of the consideration. A match may stand for
 * one facet only. `counting` holds the hits that nothing weakens, and places with a unit that is unfinished are shown where there is no other.
 * Undefined when there is no such place.
 */
export function findTogether(
  counting: readonly FacetHit[],
  ways: readonly Way[],
  section: Section,
  isUnfinished: (unit: number) => boolean = NEVER,
): readonly FacetHit[] | undefined {
  const shown = signOf(counting, 0, counting.length);
  const open = ways.filter(({ wanted }) => (shown & wanted) === wanted);
  if (open.length === 0) return undefined;
  for (const near of NEAREST_FIRST) {
    let groups: Groups | undefined;
    for (const way of open) {
      if (!holds(way.within, near)) continue;
      groups ??= groupHits(counting, near, section);
      const chosen = findBest(way, groups, section, isUnfinished);
      if (chosen) return chosen;
    }
  }
  return undefined;
}

const NEVER = (): boolean => false;

const NEAREST_FIRST: readonly Within[] = ['sentence', 'list', 'paragraph', 'block', 'section'];

/** True where what stands together in `near` does so in `wide`. A list has its items, and nothing besides them. */
function holds(wide: Within, near: Within): boolean {
  if (wide === near) return true;
  return wide !== 'list' && near !== 'list' && NEAREST_FIRST.indexOf(near) < NEAREST_FIRST.indexOf(wide);
}

/** What satisfies the way in the group that says most, of those that are finished if any is; of two that say as much, in the first. */
function findBest(
  { facets, wanted, once, telling }: Way,
  { hits, ends, signs }: Groups,
  section: Section,
  isUnfinished: (unit: number) => boolean,
): readonly FacetHit[] | undefined {
  let best: readonly FacetHit[] | undefined;
  let most = -1;
  let isBestFinished = false;
  for (let at = 0; at < ends.length; at++) {
    const shown = signs[at] ?? 0;
    if ((shown & wanted) !== wanted) continue;
    const says = countBits(shown & telling);
    // Where the best is finished, one that says no more can only be worse; else it may still be better.
    if (isBestFinished && says <= most) continue;
    const chosen = chooseDistinct(facets, hits.slice(ends[at - 1] ?? 0, ends[at]), once, section);
    if (!chosen) continue;
    const isFinished = !chosen.some(({ unit }) => isUnfinished(unit));
    if (isFinished === isBestFinished ? says <= most : !isFinished) continue;
    best = chosen;
    most = says;
    isBestFinished = isFinished;
  }
  return best;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** Hits that stand together, one group after the other: where each ends, and the signs of its facets. */
interface Groups {
  readonly hits: readonly FacetHit[];
  readonly ends: readonly number[];
  readonly signs: readonly number[];
}

/** The bits of the facets of hits from `from` up to `to`. Most groups are ruled out by them. */
export function signOf(hits: readonly FacetHit[], from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum |= hits[at]?.shows.sign ?? 0;
  return sum;
}

/** Splits hits, which stand by position, into the groups that count as standing together. */
function groupHits(hits: readonly FacetHit[], within: Within, section: Section): Groups {
  if (within === 'section') return cutGroups(hits, () => true);
  if (within === 'list') return groupByItem(hits, section);
  if (within === 'block') {
    // An image between two rows of a table stands apart from it.
    const placed = hits
      .map((hit) => ({ hit, block: beginningOfBlock(hit, section) }))
      .sort((a, b) => a.block - b.block);
    const ofBlocks = placed.map(({ hit }) => hit);
    return cutGroups(ofBlocks, (at) => placed[at]?.block === placed[at - 1]?.block);
  }
  const isSentence = within === 'sentence';
  return cutGroups(
    hits,
    (at) => hits[at]?.unit === hits[at - 1]?.unit && (!isSentence || hits[at]?.sentence === hits[at - 1]?.sentence),
  );
}

/** `belongs`: whether a hit stands together with the one before it. */
function cutGroups(hits: readonly FacetHit[], belongs: (at: number) => boolean): Groups {
  const ends: number[] = [];
  const ofGroups: number[] = [];
  let from = 0;
  for (let at = 1; at <= hits.length; at++) {
    if (at < hits.length && belongs(at)) continue;
    ends.push(at);
    ofGroups.push(signOf(hits, from, at));
    from = at;
  }
  return { hits, ends, signs: ofGroups };
}

/** A group of a list holds one item and what introduces the list. */
function groupByItem(all: readonly FacetHit[], section: Section): Groups {
  const byUnit = new Map<number, FacetHit[]>();
  for (const hit of all) {
    const ofUnit = byUnit.get(hit.unit);
    if (ofUnit) ofUnit.push(hit);
    else byUnit.set(hit.unit, [hit]);
  }
  const hits: FacetHit[] = [];
  const ends: number[] = [];
  const ofGroups: number[] = [];
  for (const list of section.lists) {
    const first = list.items[0]?.units[0];
    const introduction = first === undefined ? [] : [first - 1];
    for (const item of list.items) {
      const from = hits.length;
      for (const unit of [...new Set([...introduction, ...item.units])].sort((a, b) => a - b)) {
        for (const hit of byUnit.get(unit) ?? []) hits.push(hit);
      }
      ends.push(hits.length);
      ofGroups.push(signOf(hits, from, hits.length));
    }
  }
  return { hits, ends, signs: ofGroups };
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

/**
 * One hit for each facet, no two of them the very same words; `40 care leavers` may hold `care leavers`. Of n facets each needs to offer
 * its first n stretches of words only: the others can take no more than n - 1 of them.
 */
function chooseDistinct(
  facets: readonly string[],
  hits: readonly FacetHit[],
  once: readonly string[],
  section: Section,
): readonly FacetHit[] | undefined {
  const isRepeated = (a: FacetHit, b: FacetHit) => sharesWords(a, b) || wordsOf(a, section) === wordsOf(b, section);
  const offers = new Map<string, readonly FacetHit[]>();
  for (const facet of new Set(facets)) {
    const times = facets.filter((other) => other === facet).length;
    const isAgain = times === 1 ? isSame : once.includes(facet) ? isRepeated : sharesWords;
    const offer = offerOf(facet, hits, facets.length, isAgain);
    // Of a facet that is asked for many times, trying out what is too little would take long.
    if (offer.length < times) return undefined;
    offers.set(facet, offer);
  }
  return choose(
    facets,
    facets.map((facet) => offers.get(facet) ?? []),
    [],
  );
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

/**
 * Goes on from what was taken for the first facets. Of a facet that is asked for again only what stands behind the last is tried: two of its
 * hits that change places are the same answer, and nine have too many orders to try.
 */
function choose(
  facets: readonly string[],
  offers: readonly (readonly FacetHit[])[],
  taken: readonly FacetHit[],
): readonly FacetHit[] | undefined {
  const offer = offers[taken.length];
  if (offer === undefined) return taken;
  const facet = facets[taken.length];
  const last = taken.findLast((_, at) => facets[at] === facet);
  for (let at = last === undefined ? 0 : offer.indexOf(last) + 1; at < offer.length; at++) {
    const hit = offer[at];
    const chosen =
      !hit || taken.some((other) => isSame(hit, other)) ? undefined : choose(facets, offers, [...taken, hit]);
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

function wordsOf({ unit, start, end }: FacetHit, section: Section): string | undefined {
  return section.units[unit]?.prose.text.slice(start, end).toLowerCase();
}
