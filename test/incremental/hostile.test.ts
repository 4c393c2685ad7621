import { strict as assert } from 'node:assert';
import { HOSTILE_TEXTS } from '../../bench/hostileTexts';
import {
  analyze,
  applyEdits,
  compileRules,
  type DocumentModel,
  parseDocument,
  type TextEdit,
  updateDocument,
} from '../../server/src/core';
import { loadShippedRuleSet } from '../support/shippedRules';
import { readWhole } from './compareEdits';
import { describeModel } from './describeModel';

const rules = compileRules(await loadShippedRuleSet());
/** Of the size that the benchmark measures: what is nested is as deep as there, but for lists, whose text grows with the square. */
const SHARES: Readonly<Record<string, number>> = { 'levels of quotation': 1, 'open brackets': 1 };
const SHARE = 0.1;

/** A text and its model, through edits one after the other. */
function startEditing(first: string) {
  let text = first;
  let model: DocumentModel = parseDocument(text);
  return {
    get text() {
      return text;
    },
    edit(edit: TextEdit): void {
      text = applyEdits(text, [edit]);
      model = updateDocument(model, [edit]);
      assert.deepEqual(describeModel(model), describeModel(readWhole(text)));
      const analysis = analyze(model, rules, { type: 'business-case', stage: 'OBC', today: '2026-11-01' });
      assert.equal(analysis.kind, 'checked');
    },
  };
}

describe('a text of a shape that no paper has', () => {
  for (const { name, size, make } of HOSTILE_TEXTS) {
    it(`is read and updated exactly: ${name}`, () => {
      const editing = startEditing(make(Math.round(size * (SHARES[name] ?? SHARE))));
      const middle = editing.text.length >> 1;
      editing.edit({ start: middle, end: middle, text: 'x' });
      editing.edit({ start: middle + 1, end: middle + 1, text: '\n\n## Between\n\n' });
      editing.edit({ start: middle - 1, end: middle + 8, text: '' });
    });
  }
});
