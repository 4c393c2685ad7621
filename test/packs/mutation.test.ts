import { strict as assert } from 'node:assert';
import { type CompiledRules, compileRules } from '../../server/src/core/rules/compileRules';
import type { Consideration } from '../../server/src/core/rules/pack';
import { runExample } from '../../server/src/core/rules/runExample';
import { nodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { readPackTests } from '../../server/src/host/readPackTests';
import { composeRuleSet } from '../../server/src/packs/composeRuleSet';
import { parseExamples } from '../../server/src/packs/testing/parseExamples';
import { loadShippedPacks } from '../support/shippedRules';

const { loaded } = await loadShippedPacks();
const tests = await Promise.all(
  loaded.map(
    async (pack) => parseExamples(pack, (await readPackTests(pack.path, nodeFileSystem)).examples).loaded ?? [],
  ),
);
/** With the examples beside the rules and those in the packs' folders `tests`. */
const rules = compileRules(composeRuleSet([...loaded, ...tests.flat()]).ruleSet);

/** The rules with one facet made blind: no signals, no columns. */
function blind(id: string, about: Consideration, facet: string): CompiledRules {
  const facets = {
    ...about.facets,
    [facet]: { ...about.facets[facet], signals: [], columns: [] },
  } as Consideration['facets'];
  return compileRules({
    ...rules.ruleSet,
    considerations: new Map(rules.ruleSet.considerations).set(id, { ...about, facets }),
  });
}

describe('a facet that is made blind', () => {
  for (const [id, about] of rules.ruleSet.considerations) {
    const owner = [...rules.ruleSet.rules].find(([, rule]) => rule.consideration === id);
    for (const facet of Object.keys(about.facets)) {
      it(`${id}/${facet} is missed by an example`, () => {
        assert.ok(owner, `no rule asks for ${id}`);
        const [ruleId, rule] = owner;
        const mutated = blind(id, about, facet);
        const failing = rule.examples.filter((example) => runExample(ruleId, rule, example, mutated).faults.length > 0);
        assert.ok(failing.length > 0, `no example of ${ruleId} depends on the signals of ${facet}`);
      });
    }
  }
});

describe('a context that is taken away', () => {
  for (const effect of ['defer', 'assert', 'placeholder', 'guidance'] as const) {
    it(`${effect} is missed by an example`, () => {
      const findContexts: CompiledRules['findContexts'] = (unit) =>
        rules.findContexts(unit).filter((c) => c.effect !== effect);
      const failing = [...rules.ruleSet.rules].flatMap(([ruleId, rule]) =>
        rule.examples.filter(
          (example) => runExample(ruleId, rule, example, { ...rules, findContexts }).faults.length > 0,
        ),
      );
      assert.ok(failing.length > 0);
    });
  }
});
