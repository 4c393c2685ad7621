import { strict as assert } from 'node:assert';
import { compileRules, parseDocument, updateDocument } from '../../server/src/core';
import { loadShippedRuleSet } from '../support/shippedRules';
import { startJudging } from './judge';

const judge = startJudging(compileRules(await loadShippedRuleSet()));

/** What stands around a unit decides as well: each edit leaves the words of a unit as they are, and changes what they count for. */
const EDITS: readonly (readonly [what: string, text: string, from: string, to: string])[] = [
  [
    'the header above a row',
    '| Indicator | Baseline | Remarks |\n| --- | --- | --- |\n| Residents in work | 40 | payroll |\n',
    'Remarks',
    'Owner',
  ],
  [
    'the state of a box',
    '- [x] Residents of Alum Rock were asked in March 2026.\n- [x] Tenants too.\n',
    '[x] Res',
    '[ ] Res',
  ],
  ['quoting', '"The plan will give 40 residents work by 2028."\n', '"The', 'The'],
  [
    'whose voice it is',
    'In Netherton 40 residents have been out of work for a year and will be given work by 2028.\n',
    'In N',
    '> In N',
  ],
  [
    'a paragraph made an item',
    'In Netherton 40 residents have been out of work for a year and will be given work by 2028.\n',
    'In N',
    '- In N',
  ],
  [
    'the target of a link',
    '40 residents are out of work ([survey](https://example.org/survey)).\n',
    'https://example.org/',
    '#',
  ],
  ['where cells end', '| Who | How many |\n| --- | --- |\n| a \\| tenants | 40 |\n', '\\| tenants', '| tenants'],
];

describe('what is known of unchanged words', () => {
  for (const [what, body, from, to] of EDITS) {
    it(`is found anew when something else changes: ${what}`, () => {
      const text = `# Case\n\n## Monitoring and evaluation\n\nWords before it, to be typed in.\n\n${body}\n## Options\n\nNone.\n`;
      // Judged, edited and judged again, so that it counts as a document that is being written, of which is kept what was found.
      const opened = parseDocument(text);
      judge(opened);
      const at = text.indexOf('Words');
      const typed = updateDocument(opened, [{ start: at, end: at, text: 'More. ' }]);
      assert.deepEqual(judge(typed), judge(parseDocument(typed.text)));
      const start = typed.text.indexOf(from, typed.text.indexOf('typed in'));
      const edited = updateDocument(typed, [{ start, end: start + from.length, text: to }]);
      assert.equal(edited.text.slice(start, start + to.length), to);
      assert.deepEqual(judge(edited), judge(parseDocument(edited.text)));
    });
  }
});
