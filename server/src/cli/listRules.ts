import type { RuleSet } from '../core';
import { wrap } from '../report';

/** All considerations with their questions, then all other rules: what `explain` can be asked about. */
export function listRules(ruleSet: RuleSet, width: number): readonly string[] {
  const rules = [...ruleSet.rules];
  const others = rules.filter(([, rule]) => rule.check !== 'consideration');
  return [
    'Considerations',
    ...rules.flatMap(([id, rule]) => {
      const about = ruleSet.considerations.get(rule.consideration ?? '');
      if (rule.check !== 'consideration' || !about) return [];
      return [`  ${id}`, ...wrap(`${about.title}: ${about.question}`, width, '      ')];
    }),
    '',
    'Other rules',
    ...others.flatMap(([id, rule]) => [`  ${id}`, ...wrap(`${rule.title}.`, width, '      ')]),
    '',
    'For one of them: inclusive-growth explain RULE',
  ];
}
