import { strict as assert } from 'node:assert';
import { HOSTILE_TEXTS } from '../../bench/hostileTexts';
import {
  analyze,
  applyEdits,
  compileRules,
  type DocumentModel,
  parseDocument,
  parseDocumentInSteps,
  type TextEdit,
  updateDocument,
} from '../../server/src/core';
import { LONGEST_PIECE } from '../../server/src/core/document/parseMarkdown';
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

describe('a block that is too long for the parser', () => {
  const blocks: readonly (readonly [what: string, line: string, count: number])[] = [
    ['table', '| Lone parents in `Walsall` | 1,200 | 18% |\n', 10_000],
    ['list', '- Lone parents in `Walsall`\n\n  - of *two* wards\n', 9_000],
  ];
  for (const [what, line, count] of blocks) {
    const head = what === 'table' ? '| a | b | c |\n|---|---|---|\n' : '';
    const text = `# Case\n\n${head}${line.repeat(count)}\n# Next\n\nWords.\n`;

    it(`is read whole, in many steps: a ${what}`, () => {
      let taken = 0;
      const steps = parseDocumentInSteps(text);
      let step = steps.next();
      for (; !step.done; step = steps.next()) taken++;
      const [section] = step.value.sections;
      assert.ok(line.repeat(count).length > LONGEST_PIECE && taken > count / 20, `${taken} steps`);
      assert.equal(section?.units.length, what === 'table' ? count : 2 * count);
      assert.equal(
        section?.units.at(-1)?.prose.text,
        what === 'table' ? 'Lone parents in Walsall | 1,200 | 18%' : 'of two wards',
      );
    });

    it(`is updated exactly: a ${what}`, () => {
      const editing = startEditing(text);
      const at = text.indexOf('Walsall', text.length >> 1);
      editing.edit({ start: at, end: at, text: '*' });
    });
  }
});
