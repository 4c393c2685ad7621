import { strict as assert } from 'node:assert';
import type { Evidence } from '../../server/src/core';
import { analyze, parseDocument, toPlainWords } from '../../server/src/core';
import type { EvidenceView, Passage } from '../../server/src/report/documentView';
import { findPassages } from '../../server/src/report/findPassages';
import { loadShippedRules } from '../support/shippedRules';

const { rules } = await loadShippedRules();
const KITES = 'Kites, oars and sails stand here.';
const NETS = 'Nets stand there.';
const BOAT = 'The last boat is the one that matters.';
const NUMBERS = 'Women gain step-free ways for £2.5 million, half[^1] of it, a third, 12%.';
const text = `# A paper\n\n${KITES} ${NETS} ${BOAT}\n\n${NUMBERS}\n\n[^1]: A note.\n`;
const analysis = analyze(parseDocument(text), rules, { type: 'policy-paper', today: '2026-11-25' });

/** The words that a report shows as found, of words of the text. */
function found(words: string): readonly string[] {
  return findAll([words], 1).flatMap((passage) => passage.shows.flatMap((shown) => shown.words));
}

/** The sentences that hold the words, as a report shows them, where the first `decided` of the words decided. */
function show(words: readonly string[], decided: number): readonly string[] {
  return findAll(words, decided).map((passage) => passage.words);
}

function findAll(words: readonly string[], decided: number): readonly Passage[] {
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
  return findPassages(evidence, views, analysis, { decided, bears: () => false });
}

describe('passages of a judgement', () => {
  it('come with those that show most first, then as their evidence stands', () => {
    assert.deepEqual(show(['boat', 'Nets', 'Kites', 'oars'], 0), [KITES, BOAT, NETS]);
    assert.deepEqual(show(['Nets', 'boat', 'Kites', 'oars'], 0), [KITES, NETS, BOAT]);
  });

  it('are those with the words that decided, however much others show', () => {
    assert.deepEqual(show(['boat', 'Nets', 'Kites', 'oars'], 1), [BOAT]);
    assert.deepEqual(show(['boat', 'Nets', 'Kites', 'oars'], 2), [BOAT, NETS]);
  });

  it('show whole words and numbers, with the marks of notes behind them', () => {
    assert.deepEqual(found('omen gain'), ['Women gain']);
    assert.deepEqual(found('free'), ['step-free']);
    assert.deepEqual(found('5 million'), ['£2.5 million']);
    assert.deepEqual(found('half'), ['half']);
    assert.deepEqual(found('a third'), ['a third']);
    assert.deepEqual(found('12'), ['12%']);
  });

  it('go on behind a word that leads on, up to the end of what it leads to', () => {
    assert.deepEqual(found('ways for'), ['ways for £2.5 million']);
    assert.deepEqual(found('half[^1] of'), ['half of it']);
    assert.deepEqual(found('sails'), ['sails']);
    assert.deepEqual(found('is the'), ['is the one']);
  });

  it('show links as a reader reads them, also from within or up to a part of one', () => {
    assert.equal(toPlainWords('see [the  list](https://a.example/b_(c) "t") of [1]'), 'see the list of [1]');
    assert.equal(toPlainWords('![a [big] map](m.png) and [x](y)'), 'a [big] map and x');
    assert.equal(toPlainWords('list](/a/) of [£120m](http://b.ex'), 'list of £120m');
    assert.equal(toPlainWords('in [the next'), 'in [the next');
  });
});
