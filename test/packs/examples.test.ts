import { strict as assert } from 'node:assert';
import { runExample } from '../../server/src/core/rules/runExample';
import { loadShippedRules } from '../support/shippedRules';

const { rules, problems } = await loadShippedRules();

describe('shipped packs', () => {
  it('are read without a problem', () => {
    assert.deepEqual(
      problems.map((p) => `${p.path}:${p.line}:${p.column} ${p.message}`),
      [],
    );
  });

  for (const [ruleId, rule] of rules.ruleSet.rules) {
    describe(ruleId, () => {
      const holds = (expected: readonly string[]) => rule.examples.some((example) => expected.includes(example.expect));

      it('has an example that it passes and one that it finds', () => {
        assert.ok(holds(['present', 'pass', 'not-expected', 'waived']), 'no passing example');
        assert.ok(holds(['thin', 'missing', 'fail']), 'no example fires this rule');
      });

      rule.examples.forEach((example, index) => {
        it(example.title ?? `example ${index + 1}`, () => {
          assert.deepEqual(runExample(ruleId, rule, example, rules).faults, []);
        });
      });
    });
  }
});
