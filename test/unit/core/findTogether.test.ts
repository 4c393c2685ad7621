import { strict as assert } from 'node:assert';
import type { Way } from '../../../server/src/core/considerations/facetTable';
import { FacetHit } from '../../../server/src/core/considerations/findFacets';
import { findTogether } from '../../../server/src/core/considerations/findTogether';
import type { Section } from '../../../server/src/core/document/documentModel';

const SIGNS = new Map([
  ['figure', 1],
  ['sign', 2],
  ['group', 4],
]);

/** Counts how often it is looked at. */
class Watched extends FacetHit {
  static looks = 0;
  override get unit(): number {
    Watched.looks++;
    return super.unit;
  }
}

function hit(facet: string, start: number): FacetHit {
  const shows = { consideration: 0, order: 0, facet, signal: facet, raises: false, sign: SIGNS.get(facet) ?? 0 };
  return new Watched({ start, end: start + 1, unit: 0, sentence: 0 }, shows);
}

function word(facet: string, start: number, length: number): FacetHit {
  const { shows } = hit(facet, start);
  return new FacetHit({ start, end: start + length, unit: 0, sentence: 0 }, shows);
}

function find(facets: readonly string[], hits: readonly FacetHit[]) {
  const wanted = facets.reduce((sum, facet) => sum | (SIGNS.get(facet) ?? 0), 0);
  const way: Way = { facets, within: 'paragraph', wanted, telling: 3, once: [], headed: undefined };
  const section = { units: [], lists: [], tables: [] } satisfies Partial<Section>;
  return findTogether(hits, [way], section as Partial<Section> as Section);
}

describe('facets found together', () => {
  it('takes other words for each facet, the first that there are', () => {
    const hits = [hit('figure', 0), hit('sign', 0), hit('sign', 5), hit('sign', 9), hit('sign', 12)];
    const starts = find(['figure', 'sign', 'sign'], hits)?.map(({ start }) => start);
    assert.deepEqual(starts, [0, 5, 9]);
  });

  it('gives way where a later facet needs the only words that it has', () => {
    const hits = [hit('sign', 0), hit('figure', 0), hit('sign', 5), hit('sign', 9)];
    const starts = find(['sign', 'sign', 'figure'], hits)?.map(({ start }) => start);
    assert.deepEqual(starts, [5, 9, 0]);
  });

  it('tries no two orders of the words for a facet that is asked for many times', () => {
    const signs = Array.from({ length: 10 }, (_, at) => hit('sign', 5 * at));
    Watched.looks = 0;
    assert.equal(find(['figure', ...Array(10).fill('sign')], [hit('figure', 0), ...signs]), undefined);
    assert.ok(Watched.looks < 20_000, `${Watched.looks} looks`);
  });

  it('counts a word that is said again once, where it says little by itself', () => {
    const text = 'rent, Rent, rent, bus';
    const section = { units: [{ prose: { text } }], lists: [], tables: [] } as unknown as Section;
    const hits = [0, 6, 12].map((start) => word('sign', start, 4)).concat(word('sign', 18, 3));
    const way: Way = {
      facets: ['sign', 'sign'],
      within: 'paragraph',
      wanted: 2,
      telling: 1,
      once: ['sign'],
      headed: undefined,
    };
    assert.deepEqual(
      findTogether(hits, [way], section)?.map(({ start }) => start),
      [0, 18],
    );
    assert.equal(findTogether(hits.slice(0, 3), [way], section), undefined);
    assert.equal(findTogether(hits.slice(0, 3), [{ ...way, once: [] }], section)?.length, 2);
  });

  /** Paragraphs of one sentence each; the first has two sentences. */
  const standing = (facet: string, unit: number, sentence: number, start = sentence) =>
    new FacetHit({ start, end: start + 1, unit, sentence }, hit(facet, 0).shows);
  const PAIR: Way = {
    facets: ['figure', 'sign'],
    within: 'paragraph',
    wanted: 3,
    telling: 7,
    once: [],
    headed: undefined,
  };
  const NO_UNITS = { units: [], lists: [], tables: [] } as unknown as Section;
  const places = (hits: readonly FacetHit[]) =>
    findTogether(hits, [PAIR], NO_UNITS)?.map(({ unit, start }) => `${unit}.${start}`);

  it('shows the place where the facets stand nearest together, wherever that is', () => {
    const apart = [standing('figure', 0, 0), standing('sign', 0, 9)];
    assert.deepEqual(places(apart), ['0.0', '0.9']);
    assert.deepEqual(places([...apart, standing('figure', 1, 0, 2), standing('sign', 1, 0, 5)]), ['1.2', '1.5']);
  });

  it('shows the place that says more of the matter, and of two that say as much the first', () => {
    const pair = (unit: number) => [standing('figure', unit, 0, 2), standing('sign', unit, 0, 5)];
    assert.deepEqual(places([...pair(0), ...pair(1)]), ['0.2', '0.5']);
    assert.deepEqual(places([...pair(0), ...pair(1), standing('group', 1, 0, 8)]), ['1.2', '1.5']);
  });

  it('shows what a later way finds in one sentence before what an earlier one finds in several', () => {
    const later: Way = { ...PAIR, facets: ['figure', 'group'], within: 'sentence', wanted: 5 };
    const hits = [
      standing('figure', 0, 0),
      standing('sign', 0, 9),
      standing('figure', 1, 0, 2),
      standing('group', 1, 0, 5),
    ];
    const found = findTogether(hits, [PAIR, later], NO_UNITS);
    assert.deepEqual(
      found?.map(({ unit, facet }) => `${unit}.${facet}`),
      ['1.figure', '1.group'],
    );
  });

  it('prefers a place that is finished to one that says more, and shows one that is not where there is no other', () => {
    const place = (unit: number) =>
      [hit('figure', 0), hit('sign', 5), hit('group', 9)].map(
        ({ shows, start, end }) => new FacetHit({ start, end, unit, sentence: 0 }, shows),
      );
    const hits = [...place(0), ...place(1).slice(0, 2), ...place(2).slice(0, 2)];
    const way = { ...PAIR, telling: 7 };
    const unitOf = (isUnfinished: (unit: number) => boolean) =>
      findTogether(hits, [way], NO_UNITS, isUnfinished)?.map(({ unit }) => unit);
    assert.deepEqual(
      unitOf(() => false),
      [0, 0],
    );
    assert.deepEqual(
      unitOf((unit) => unit === 0),
      [1, 1],
    );
    assert.deepEqual(
      unitOf((unit) => unit < 2),
      [2, 2],
    );
    assert.deepEqual(
      unitOf(() => true),
      [0, 0],
    );
  });
});
