import { strict as assert } from 'node:assert';
import type { Finding } from '../../server/src/core';
import type { LabelKind, LabelState } from './fixture';
import type { Outcome } from './judgeFixture';
import { scoreRules } from './scoreRules';

/** An outcome of which only the label and the rules that spoke matter. */
function outcome(state: LabelState, kind: LabelKind, ...rules: readonly string[]): Outcome {
  const findings = rules.map((id): Finding => ({ ruleId: `inclusive-growth/${id}` }) as Finding);
  const judgement = {
    consideration: 'voice',
    state: 'thin',
    expected: true,
    lacking: [],
    reasons: [],
    evidence: [],
    decided: 0,
  } as const;
  return {
    path: 'a.md',
    label: { line: 1, consideration: 'voice', state, kind, why: '' },
    judgement,
    words: [],
    findings,
  };
}

describe('scoreRules', () => {
  const scores = scoreRules([
    outcome('thin', 'deferral', 'voice', 'deferral'),
    outcome('thin', 'to-be-drafted', 'placeholder'),
    outcome('present', 'prose', 'voice'),
    outcome('not-present', 'question', 'voice'),
  ]);

  it('holds a rule on a consideration against what deserves it, and leaves out what is arguable', () =>
    assert.deepEqual(scores.voice, { deserving: 2, findings: 2, precision: 0.5, recall: 0.5 }));

  it('holds a rule on a wording against the labels of its pitfalls', () => {
    assert.deepEqual(scores.deferral, { deserving: 2, findings: 1, precision: null, recall: 0.5 });
    assert.deepEqual(scores.placeholder, { deserving: 1, findings: 1, precision: null, recall: 1 });
  });
});
