import { loadConfig } from '../../../host/loadConfig';
import { showPath } from '../../../host/nodePaths';
import { wrap } from '../../../report';
import { createRulesOpener } from '../../openRules';
import { reportPackProblems } from '../../reportPackProblems';
import { describeTerminal } from '../../terminal';
import type { Command } from '../command';
import { lastValue, PACK_OPTIONS } from '../command';

export const listCommand: Command = {
  name: 'pack list',
  summary: 'List the packs in use, with version and place',
  usage: '',
  details: ['Ends with 2 if a pack or the configuration has an error. `inclusive-growth packs` says more of each.'],
  options: PACK_OPTIONS,
  run: async (args, io) => {
    const config = await loadConfig(io.cwd, io.fileSystem, lastValue(args, 'config'));
    const rules = await createRulesOpener(io, config, args.options.get('pack') ?? [])();
    const failed = await reportPackProblems([...config.problems, ...rules.problems], io);
    const { width } = describeTerminal(io, false);
    const lines = rules.packs.flatMap((pack) => {
      const where = pack.builtIn ? 'ships with this version' : showPath(pack.path, io.cwd);
      return wrap(`${pack.id} ${pack.version}: ${where}`, width, '', '  ');
    });
    await io.output.write(`${lines.join('\n')}\n`);
    return failed ? 2 : 0;
  },
};
