import { traceItem } from '../packs/traceItem';
import { findRule } from './findRule';
import type { Io } from './io';
import type { OpenedRules } from './openRules';
import { printTrace } from './printTrace';
import type { UsageError } from './usageError';
import { unknownWord } from './usageError';

/**
 * Says where every value of a rule, and of the consideration that it asks for, comes from. `name` is what `explain` takes, or an item of another
 * kind with its section before it: `vocabularies:target-groups`.
 */
export function explainOrigin(name: string, rules: OpenedRules, io: Io): readonly string[] | UsageError {
  const key = findKey(name, rules);
  if (typeof key !== 'string') return key;
  const consideration = rules.ruleSet.rules.get(key.slice('rules:'.length))?.consideration;
  const keys = [key, ...(consideration === undefined ? [] : [`considerations:${consideration}`])];
  return keys.flatMap((item, index) => [
    ...(index === 0 ? [] : ['']),
    `${item}, value by value, with the place that says it:`,
    ...printTrace(traceItem(rules.loaded, item) ?? [], io),
  ]);
}

function findKey(name: string, { ruleSet }: OpenedRules): string | UsageError {
  if (name.includes(':')) {
    const known = [...ruleSet.origins.keys()];
    return known.includes(name) ? name : unknownWord('item', name, known);
  }
  const rule = findRule(name, ruleSet);
  return typeof rule === 'string' ? `rules:${rule}` : rule;
}
