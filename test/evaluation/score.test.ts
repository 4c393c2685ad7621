import { strict as assert } from 'node:assert';
import type { State } from '../../server/src/core';
import type { LabelState } from './fixture';
import type { Outcome } from './judgeFixture';
import { isWrong, score } from './score';

/** An outcome of which only the label and the judgement's state matter. */
function outcome(label: LabelState, state: State): Outcome {
  const judgement = {
    consideration: 'place',
    state,
    expected: true,
    lacking: [],
    reasons: [],
    evidence: [],
    decided: 0,
  };
  const kind = label === 'present' ? 'prose' : 'keyword';
  return {
    path: 'a.md',
    label: { line: 1, consideration: 'place', state: label, kind, why: '' },
    judgement,
    words: [],
    findings: [],
  };
}

describe('score', () => {
  it('counts present against the rest, and complaints against what deserves them', () => {
    const outcomes = [
      outcome('present', 'present'),
      outcome('present', 'thin'),
      outcome('present', 'not-expected'),
      outcome('thin', 'present'),
      outcome('thin', 'missing'),
      outcome('missing', 'not-expected'),
      outcome('not-expected', 'thin'),
      outcome('not-present', 'thin'),
    ];
    assert.deepEqual(score(outcomes), {
      labels: 8,
      present: 3,
      precision: 0.5,
      recall: 0.33,
      f1: 0.4,
      nagPrecision: 0.33,
      nagRecall: 0.33,
      stateAgreement: 0.17,
    });
  });

  it('leaves out what there is nothing to count for', () => {
    const { precision, recall, f1, nagPrecision } = score([outcome('thin', 'not-expected')]);
    assert.deepEqual(
      { precision, recall, f1, nagPrecision },
      { precision: null, recall: null, f1: null, nagPrecision: null },
    );
  });
});

describe('isWrong', () => {
  for (const [label, state, expected] of [
    ['present', 'thin', true],
    ['thin', 'present', true],
    ['thin', 'missing', false],
    ['thin', 'not-expected', false],
    ['not-expected', 'missing', true],
    ['not-present', 'missing', false],
  ] as const) {
    it(`says ${expected} of ${state} where the reader says ${label}`, () =>
      assert.equal(isWrong(outcome(label, state)), expected));
  }
});
