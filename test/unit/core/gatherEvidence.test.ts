import { strict as assert } from 'node:assert';
import { findBeginning } from '../../../server/src/core/considerations/findBeginning';
import { FacetHit } from '../../../server/src/core/considerations/findFacets';
import { findReasons } from '../../../server/src/core/considerations/findReasons';
import { gatherEvidence } from '../../../server/src/core/considerations/gatherEvidence';
import type { SectionMatches } from '../../../server/src/core/considerations/sectionMatches';
import { unpackEvidence } from '../../../server/src/core/findings/localEvidence';

function hit(facet: string, start: number, signal = facet): FacetHit {
  const shows = { consideration: 0, order: 0, facet, signal, raises: false, sign: 0 };
  return new FacetHit({ start, end: start + 1, unit: 0, sentence: 0 }, shows);
}

/** One unit, whose prose is its source. */
const MATCHES = {
  units: [{ unit: { prose: { toSource: (start: number, end: number) => ({ start, end }) } } }],
} as unknown as SectionMatches;

function placesOf(evidence: Parameters<typeof unpackEvidence>[0]) {
  return unpackEvidence(evidence).map(({ facet, start }) => `${facet} ${start}`);
}

describe('evidence that is gathered', () => {
  it('counts as deciding what is shown of what decided: words that two signals found stand there once', () => {
    const deciding = [hit('who', 0), hit('who', 0, 'other'), hit('how-many', 4)];
    const { evidence, decided } = gatherEvidence(deciding, [hit('result', 9)], MATCHES, 3);
    assert.deepEqual(placesOf(evidence), ['who 0', 'how-many 4', 'result 9']);
    assert.equal(decided, 2);
  });

  it('shows as many as were needed of what decided, and four of a facet beyond that', () => {
    const many = (from: number) => Array.from({ length: 6 }, (_, i) => hit('who', from + i));
    assert.equal(gatherEvidence(many(0), many(10), MATCHES, 6).decided, 6);
    assert.equal(gatherEvidence(many(0), many(10), MATCHES).decided, 4);
    const { evidence, decided } = gatherEvidence([], [...many(0), ...many(10)], MATCHES);
    assert.deepEqual(placesOf(evidence), ['who 0', 'who 1', 'who 2', 'who 3']);
    assert.equal(decided, 0);
  });
});

describe('a beginning', () => {
  const about = { title: 'A', question: 'What?' };
  const FACETS = { who: about, 'how-many': { ...about, beside: ['loss'] }, loss: about, how: about };

  /** A hit that raises the matter or not, in a sentence of a paragraph. */
  function place(facet: string, unit: number, sentence: number, raises = false): FacetHit {
    const shows = { consideration: 0, order: 0, facet, signal: facet, raises, sign: 0 };
    return new FacetHit({ start: sentence, end: sentence + 1, unit, sentence }, shows);
  }
  const begin = (all: readonly FacetHit[]) =>
    findBeginning({ all, counting: all, raising: all.filter((hit) => hit.shows.raises) }, ['who', 'how-many'], FACETS);
  const namesOf = (hits: readonly FacetHit[]) =>
    hits.map(({ facet, unit, sentence }) => `${facet} ${unit}.${sentence}`);

  it('counts what stands in the paragraph of the words that raise the matter, and shows what is in their sentence', () => {
    const raising = place('mention', 1, 10, true);
    const all = [
      place('who', 0, 0),
      place('who', 1, 0),
      raising,
      place('loss', 1, 10),
      place('who', 1, 10),
      place('how', 2, 0),
    ];
    const { counting, shown } = begin(all);
    assert.deepEqual(namesOf(counting), ['who 1.0', 'mention 1.10', 'loss 1.10', 'who 1.10']);
    assert.deepEqual(namesOf(shown), ['mention 1.10', 'who 1.10']);
  });

  it('is the first of each facet asked for where no word raises it, else all that is said', () => {
    assert.deepEqual(namesOf(begin([place('how', 0, 0), place('who', 0, 5), place('who', 1, 0)]).shown), ['who 0.5']);
    assert.deepEqual(namesOf(begin([place('how', 0, 0)]).shown), ['how 0.0']);
  });

  it('takes what is a part only beside another facet for none in a sentence without that', () => {
    const raising = place('mention', 0, 0, true);
    assert.deepEqual(namesOf(begin([raising, place('how-many', 0, 0)]).shown), ['mention 0.0']);
    assert.deepEqual(namesOf(begin([raising, place('how-many', 0, 0), place('loss', 0, 9)]).counting), [
      'mention 0.0',
      'loss 0.9',
    ]);
    const beside = begin([raising, place('how-many', 0, 0), place('loss', 0, 0)]);
    assert.deepEqual(namesOf(beside.shown), ['mention 0.0', 'how-many 0.0']);
  });

  it('counts and shows what tells of the matter in another paragraph, too', () => {
    const raising = place('mention', 1, 10, true);
    const told = place('who', 2, 0);
    const all = [place('who', 0, 0), raising, told];
    const hits = { all, counting: all, raising: [raising] };
    const { counting, shown } = findBeginning(hits, ['who', 'how-many'], FACETS, [told]);
    assert.deepEqual(namesOf(counting), ['mention 1.10', 'who 2.0']);
    assert.deepEqual(namesOf(shown), ['mention 1.10', 'who 2.0']);
  });
});

describe('why nothing is an answer', () => {
  const matches = {
    units: [{ contexts: [] }, { contexts: [{ effect: 'defer', excused: false }] }],
  } as unknown as SectionMatches;
  const reasonsFor = (claim: FacetHit | undefined) =>
    findReasons([], [], { ways: [], said: [], lacking: ['who'], claim }, matches);

  it('is no deferral where another paragraph than the one that is put off calls for it', () => {
    assert.deepEqual(reasonsFor(hit('asking', 0)), []);
    assert.deepEqual(reasonsFor(undefined), ['deferred']);
  });
});
