import type { RuleSet } from '../core';
import type { UsageError } from './usageError';
import { unknownWord } from './usageError';

/** The full id of the rule that a name means: an id, its last part, or a consideration's id or title. */
export function findRule(name: string, ruleSet: RuleSet): string | UsageError {
  const bare = (words: string) => words.toLowerCase().replace(/[\s_-]+/g, '');
  const rules = [...ruleSet.rules];
  const found = rules.find(([id, rule]) => {
    const about = ruleSet.considerations.get(rule.consideration ?? '');
    const names = [id, id.split('/').at(-1) ?? id, rule.consideration ?? id, about?.title ?? id];
    return names.some((known) => bare(known) === bare(name));
  });
  const known = name.includes('/') ? rules.map(([id]) => id) : rules.map(([id]) => id.split('/').at(-1) ?? id);
  return found?.[0] ?? unknownWord('rule or consideration', name, [...new Set(known)]);
}
