import type { CompiledRules } from '../../core/rules/compileRules';
import { buildExample } from '../../core/rules/runExample';
import { findSignal } from '../../core/signals/findSignal';

/** In how many examples of a pack's own rules a signal matches, wherever it stands in them. */
export function countSignalExamples(
  signal: string,
  pack: string,
  rules: CompiledRules,
): { readonly matching: number; readonly all: number } {
  const { ruleSet } = rules;
  const own = [...ruleSet.rules].filter(([id]) => {
    const origin = ruleSet.origins.get(`rules:${id}`);
    return origin?.pack === pack || origin?.overrides.includes(pack);
  });
  const examples = own.flatMap(([, rule]) => rule.examples ?? []);
  const matching = examples.filter(
    (example) => findSignal(buildExample(example, rules).document, rules, signal).length > 0,
  );
  return { matching: matching.length, all: examples.length };
}
