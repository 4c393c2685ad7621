import { strict as assert } from 'node:assert';
import { matchSection } from '../../../server/src/core/considerations/sectionMatches';
import { isUnfinishedRow } from '../../../server/src/core/considerations/unfinishedRow';
import { parseDocument } from '../../../server/src/core/document/parseDocument';
import { runSteps } from '../../../server/src/core/steps';
import { loadShippedRules } from '../../support/shippedRules';

const { rules } = await loadShippedRules();

describe('an unfinished row', () => {
  it('has an empty cell or one that is put off', () => {
    const rows = [
      '| Jobs | 24 | 2029 |',
      '| Firms | | 2029 |',
      '| Places | To be developed | 2029 |',
      '| Nets | – | 2029 |',
    ];
    const text = `Words, to be developed.\n\n| What | Target | By |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
    const [section] = parseDocument(text).sections;
    assert.ok(section);
    const matches = runSteps(matchSection(section, rules, false));
    const ofUnits = matches.units.map((_, index) => isUnfinishedRow(index, matches));
    assert.deepEqual(ofUnits, [false, false, true, true, true]);
  });
});
