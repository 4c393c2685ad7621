import { strict as assert } from 'node:assert';
import { compileRules, parseDocument, updateDocument } from '../../server/src/core';
import { loadShippedRuleSet } from '../support/shippedRules';
import { startJudging } from './judge';

const judge = startJudging(compileRules(await loadShippedRuleSet()));
const TEXT = `# Case

## Benefits

Forty residents of Netherton will be given work by 2028.

### Who gains

They have been out of work for a year.

## 4. Costs

It costs £3m.
`;

/** Each edit makes another kind or role of a section, or leaves all as they are. */
const EDITS: readonly (readonly [what: string, from: string, to: string])[] = [
  ['the words of a heading', '## Benefits', '## Monitoring and evaluation'],
  ['the number of a heading', '## 4. Costs', '## Annex 4: Costs'],
  ['the level of a heading', '### Who gains', '## Who gains'],
  ['a heading more', 'They have been', '## Procurement\n\nThey have been'],
  ['a heading less', '### Who gains\n', ''],
  ['the title', '# Case\n', ''],
  ['text before the first heading', '# Case', 'A paper of the council, 2026.\n\n# Case'],
  ['words of a section', 'by 2028', 'by 2029'],
];

describe('kinds of sections that are taken over from an earlier version', () => {
  for (const [what, from, to] of EDITS) {
    it(`are those of the whole text after a change of ${what}`, () => {
      const before = parseDocument(TEXT);
      judge(before);
      const start = TEXT.indexOf(from);
      assert.ok(start >= 0);
      const edit = { start, end: start + from.length, text: to };
      const now = updateDocument(before, [edit]);
      assert.deepEqual(judge(now), judge(parseDocument(now.text)));
      // And back again.
      const back = updateDocument(now, [{ start, end: start + to.length, text: from }]);
      assert.deepEqual(judge(back), judge(parseDocument(TEXT)));
    });
  }

  it('are those of the whole text after a change of a strap line', () => {
    const text = `A paper of the council, 2026.\n\n${TEXT}`;
    const before = parseDocument(text);
    judge(before);
    const now = updateDocument(before, [
      { start: 0, end: 0, text: 'All of the residents gain from it in some way. '.repeat(5) },
    ]);
    assert.deepEqual(judge(now), judge(parseDocument(now.text)));
  });

  it('are those of the whole text after a label that sums up gets a line of its own', () => {
    const fields = ['Problem', 'Expected benefits', 'Costs', 'Risks'].map(
      (label) => `**${label}:** [what is to be said of it, in a sentence]\n\n`,
    );
    const text = `# Case\n\n## Executive summary\n\n${fields.join('')}## Need\n\nForty residents have no work.\n`;
    const before = parseDocument(text);
    judge(before);
    const start = text.indexOf(' [what', text.indexOf('Expected'));
    const now = updateDocument(before, [{ start, end: start + 1, text: '\n\n' }]);
    assert.deepEqual(judge(now), judge(parseDocument(now.text)));
  });
});
