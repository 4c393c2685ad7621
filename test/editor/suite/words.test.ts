import { strict as assert } from 'node:assert';
import { pickLine } from '../../../client/src/commands/goToQuestion';
import { countStates, describeCounts } from '../../../client/src/coverageWords';
import { statusWords } from '../../../client/src/statusWords';
import type { CoverageCell, DocumentStatus, State } from '../../../server/src/protocol/protocol';

const checked: DocumentStatus = {
  uri: 'file:///case.md',
  version: 1,
  state: 'checked',
  type: 'business-case',
  typeTitle: 'Business case',
  stage: 'OBC',
  stageTitle: 'Outline business case',
  packs: [{ id: 'inclusive-growth', version: '1.0.0', title: 'Inclusive growth', integrity: 'sha256-of-a-test' }],
  packProblems: 0,
  open: { error: 0, warning: 2, information: 1, hint: 4 },
  words: 'Three questions are open.',
};

describe('statusWords', () => {
  it('names type, stage, packs and what is open, and leaves hints out of the number', () => {
    const { broken, lines, text } = statusWords(checked, false);
    assert.equal(text, '$(checklist) Business case OBC: 3 open');
    assert.deepEqual(lines, [
      'Three questions are open.',
      'Stage: Outline business case',
      'Pack: Inclusive growth 1.0.0',
    ]);
    assert.equal(broken, false);
  });

  it('is quiet about a file that is no document, and marks a stage that is not understood', () => {
    const notChecked: DocumentStatus = { ...checked, state: 'not-checked', packs: [] };
    assert.equal(statusWords({ ...notChecked, reason: 'no-document-type' }, false).broken, false);
    assert.equal(statusWords({ ...notChecked, reason: 'unknown-stage' }, false).broken, true);
  });

  it('says what a virtual workspace cannot do, and when the server has not looked yet', () => {
    assert.match(statusWords(checked, true).lines.at(-1) ?? '', /virtual workspace/);
    assert.match(statusWords(undefined, false).lines[0] ?? '', /being read/);
  });
});

describe('describeCounts', () => {
  const cells = (...states: readonly State[]): readonly CoverageCell[] => {
    const place = { line: 0, character: 0 };
    return states.map((state) => ({
      consideration: 'place',
      state,
      words: state,
      range: { start: place, end: place },
    }));
  };

  it('names what is open first and leaves out what is not expected', () => {
    const counts = countStates(cells('present', 'thin', 'missing', 'missing', 'not-expected'));
    assert.equal(describeCounts(counts), '2 missing, 1 thin, 1 present');
    assert.equal(describeCounts(countStates(cells('not-expected'))), 'nothing expected');
  });
});

describe('pickLine', () => {
  it('finds the nearest line, and begins again at the other end', () => {
    assert.equal(pickLine([3, 9, 20], 9, 'next'), 20);
    assert.equal(pickLine([3, 9, 20], 20, 'next'), 3);
    assert.equal(pickLine([3, 9, 20], 9, 'previous'), 3);
    assert.equal(pickLine([3, 9, 20], 3, 'previous'), 20);
    assert.equal(pickLine([], 3, 'next'), undefined);
  });
});
