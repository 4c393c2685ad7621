import { loadConfig } from '../../host/loadConfig';
import { explainRule } from '../explainRule';
import { findRule } from '../findRule';
import { listRules } from '../listRules';
import { createRulesOpener } from '../openRules';
import { reportPackProblems } from '../reportPackProblems';
import { describeTerminal } from '../terminal';
import { usageError } from '../usageError';
import type { Command } from './command';
import { lastValue, PACK_OPTIONS } from './command';

export const explainCommand: Command = {
  name: 'explain',
  summary: 'Say what a rule or a consideration asks, why, where and when, with examples',
  usage: '[RULE]',
  details: [
    'RULE is the id that a report shows, such as inclusive-growth/levers, its last part, or a consideration. Without it, all are listed.',
  ],
  options: PACK_OPTIONS,
  run: async (args, io) => {
    const config = await loadConfig(io.cwd, io.fileSystem, lastValue(args, 'config'));
    const rules = await createRulesOpener(io, config, args.options.get('pack') ?? [])();
    const failed = await reportPackProblems([...config.problems, ...rules.problems], io);
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
