import { strict as assert } from 'node:assert';
import type { Figures } from './collectFigures';
import { compareFigures } from './compareFigures';

function figures(f1: number, median: number, labels = 40): Figures {
  const score = {
    labels,
    present: 20,
    precision: 0.9,
    recall: 0.8,
    f1,
    nagPrecision: null,
    nagRecall: 0.5,
    stateAgreement: 0.7,
  };
  const part = { considerations: { voice: score }, all: score, rules: {}, sectionsFound: 1 };
  const silent = { considerations: {}, all: { ...score, f1: 0.5 }, kinds: {}, sectionsFound: 1 };
  return {
    'written-against': part,
    'measured-only': part,
    papers: { 'written-against': silent, 'measured-only': silent },
    findingsAtOutline: { sections: 30, findings: 50, median, ninetieth: 4 },
  };
}

describe('compareFigures', () => {
  it('names each figure that fell, and each that rose', () => {
    assert.deepEqual(compareFigures(figures(0.8, 2), figures(0.7, 1)), {
      drops: ['written-against', 'measured-only'].flatMap((part) => [
        `${part}.considerations.voice.f1: 0.8 to 0.7`,
        `${part}.all.f1: 0.8 to 0.7`,
      ]),
      gains: ['findingsAtOutline.median: 2 to 1'],
      isStale: false,
    });
  });

  it('passes over what is no more than rounding', () => {
    assert.deepEqual(compareFigures(figures(0.8, 2), figures(0.79, 2)).drops, []);
  });

  it('says that labels have changed', () => {
    assert.equal(compareFigures(figures(0.8, 2, 40), figures(0.8, 2, 41)).isStale, true);
  });
});
