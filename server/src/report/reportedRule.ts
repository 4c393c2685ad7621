import type { RuleSet } from '../core';
import type { ReportedRule } from './run';

/** Every rule of the rule sets in use, each once: a later set has the last word on a rule that several have. */
export function describeRules(ruleSets: readonly RuleSet[]): readonly ReportedRule[] {
  const rules = new Map<string, ReportedRule>();
  for (const set of ruleSets) {
    for (const [id, { title, why, help, check, severity }] of set.rules) {
      const usual = typeof severity === 'string' ? severity : (severity.default ?? 'warning');
      rules.set(id, { id, title, why, help, check, severity: usual });
    }
  }
  return [...rules.values()];
}
