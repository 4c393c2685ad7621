import { strict as assert } from 'node:assert';
import { analyze, parseDocument } from '../../../server/src/core';
import { loadShippedRules } from '../../support/shippedRules';

const HEAD = '# Case\n\n## Financial case\n\n';

/** The words that placeholder findings point at. */
async function slotsIn(text: string): Promise<readonly string[]> {
  const { rules } = await loadShippedRules();
  const document = parseDocument(HEAD + text);
  const result = analyze(document, rules, { type: 'business-case', stage: 'OBC', today: '2026-11-01' });
  assert.ok(result.kind === 'checked');
  return result.findings
    .filter(({ ruleId }) => ruleId === 'inclusive-growth/placeholder')
    .map(({ span }) => document.text.slice(span.start, span.end));
}

describe('placeholders', () => {
  it('are pointed at without the end of the label or cell before them', async () => {
    assert.deepEqual(await slotsIn('**Recommendation:** [Approve or defer]\n'), ['[Approve or defer]']);
    assert.deepEqual(await slotsIn('| Item | Note |\n| --- | --- |\n| Owner | [Name of the owner] of the works |\n'), [
      '[Name of the owner]',
    ]);
  });

  it('are said once where one holds another', async () => {
    assert.deepEqual(await slotsIn('It starts on [MM/DD/YYYY] at last.\n'), ['[MM/DD/YYYY]']);
  });
});
