import { explainRule } from '../explainRule';
import { findRule } from '../findRule';
import { listRules } from '../listRules';
import { openConfigured } from '../openConfigured';
import { describeTerminal } from '../terminal';
import { usageError } from '../usageError';
import type { Command } from './command';
import { PACK_OPTIONS } from './command';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Say what a rule or a consideration asks, why, where and when, with examples',
  usage: '[RULE]',
  details: [
    'RULE is the id that a report shows, such as inclusive-growth/levers, its last part, or a consideration. Without it, all are listed.',
  ],
  options: PACK_OPTIONS,
  run: async (args, io) => {
    const { config, rules, failed } = await openConfigured(args, io);
    const { width } = describeTerminal(io, false);
    const [name, ...others] = args.positionals;
    if (others.length > 0)
      return usageError(`one rule at a time, and \`${args.positionals.join('`, `')}\` were given.`);
    if (name === undefined) {
      await io.output.write(`${listRules(rules.ruleSet, width).join('\n')}\n`);
    } else {
      const id = findRule(name, rules.ruleSet);
      if (typeof id !== 'string') return id;
      await io.output.write(`${explainRule(id, rules.ruleSet, config.config.severities, width).join('\n')}\n`);
    }
    return failed ? 2 : 0;
  },
};
