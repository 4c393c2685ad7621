import { strict as assert } from 'node:assert';
import { FacetHit } from '../../../server/src/core/considerations/findFacets';
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
    const { evidence, decided } = gatherEvidence(deciding, [hit('result', 9)], MATCHES);
    assert.deepEqual(placesOf(evidence), ['who 0', 'how-many 4', 'result 9']);
    assert.equal(decided, 2);
  });

  it('shows all that decided, and four of a facet beyond that', () => {
    const many = (from: number) => Array.from({ length: 6 }, (_, i) => hit('who', from + i));
    assert.equal(gatherEvidence(many(0), many(10), MATCHES).decided, 6);
    const { evidence, decided } = gatherEvidence([], [...many(0), ...many(10)], MATCHES);
    assert.deepEqual(placesOf(evidence), ['who 0', 'who 1', 'who 2', 'who 3']);
    assert.equal(decided, 0);
  });
});
