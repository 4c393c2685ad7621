import { strict as assert } from 'node:assert';
import { parseDocument } from '../../../server/src/core';
import { compileRules } from '../../../server/src/core/rules/compileRules';
import { matchUnit } from '../../../server/src/core/signals/matchSignals';
import { composeRuleSet } from '../../../server/src/packs/composeRuleSet';
import { HEAD, loadPack } from '../../support/packCases';

/** The words that the signal `a` of a pack shows in a paragraph. */
function find(signals: string, text: string): readonly string[] {
  const pack = loadPack(`${HEAD.replace(/include.*\n/, '')}signals:\n${signals}`);
  const rules = compileRules(composeRuleSet([pack]).ruleSet);
  const unit = parseDocument(text).sections[0]?.units[0];
  assert.ok(unit);
  const matches = matchUnit(unit, rules.signals, rules.scanners).of(rules.signals.numbers.get('a'));
  return matches.map(({ start, end }) => unit.prose.text.slice(start, end));
}

describe('signals', () => {
  it('begin with a word, and not with the stop by which a pattern knows that a sentence begins', () => {
    const PATTERN = "  a: { patterns: ['(^|[.;] )(close|open) the'] }\n";
    assert.deepEqual(find(PATTERN, 'Close the gate. Open the door; we close the lid.'), ['Close the', 'Open the']);
    assert.deepEqual(find("  a: { patterns: ['[.]'] }\n", 'Done.'), ['.']);
  });
});
