import { strict as assert } from 'node:assert';
import type { Evidence } from '../../server/src/core';
import { analyze, parseDocument } from '../../server/src/core';
import type { EvidenceView } from '../../server/src/report/documentView';
import { findPassages } from '../../server/src/report/findPassages';
import { loadShippedRules } from '../support/shippedRules';

const { rules } = await loadShippedRules();
const KITES = 'Kites, oars and sails stand here.';
const NETS = 'Nets stand there.';
const BOAT = 'The last boat is the one that matters.';
const text = `# A paper\n\n${KITES} ${NETS} ${BOAT}\n`;
const analysis = analyze(parseDocument(text), rules, { type: 'policy-paper', today: '2026-11-25' });

/** The sentences that hold the words, as a report shows them, where the first `decided` of the words decided. */
function show(words: readonly string[], decided: number): readonly string[] {
  assert.equal(analysis.kind, 'checked');
  if (analysis.kind !== 'checked') return [];
  const evidence = words.map((word): Evidence => {
    const start = text.indexOf(word);
    return { facet: word, signal: word, span: { start, end: start + word.length } };
  });
  const nowhere = { line: 1, column: 1 };
  const views = words.map(
    (word): EvidenceView => ({
      facet: { id: word, title: word },
      signal: word,
      text: word,
      range: { start: nowhere, end: nowhere },
    }),
  );
  return findPassages(evidence, views, analysis, decided).map((passage) => passage.words);
}

describe('passages of a judgement', () => {
  it('come with those that show most first', () => {
    assert.deepEqual(show(['boat', 'Nets', 'Kites', 'oars'], 0), [KITES, NETS, BOAT]);
  });

  it('come with the words that decided before all others, however much those show', () => {
    assert.deepEqual(show(['boat', 'Nets', 'Kites', 'oars'], 1), [BOAT, KITES, NETS]);
    assert.deepEqual(show(['boat', 'Nets', 'Kites', 'oars'], 2), [NETS, BOAT, KITES]);
  });
});
