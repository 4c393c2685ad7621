import type { ActivePack } from '../../../host/loadPacks';
import { showPath } from '../../../host/nodePaths';
import { wrap } from '../../../report';
import type { Io } from '../../io';
import { openConfigured } from '../../openConfigured';
import { describeTerminal } from '../../terminal';
import type { Command } from '../command';
import { PACK_OPTIONS } from '../command';

export const listCommand: Command = {
  name: 'pack list',
  summary: 'List the packs in use, with version, place and lock',
  usage: '',
  details: ['Ends with 2 if a pack or the configuration has an error. `inclusive-growth packs` says more of each.'],
  options: PACK_OPTIONS,
  run: async (args, io) => {
    const { rules, failed } = await openConfigured(args, io);
    const { width } = describeTerminal(io, false);
    const lines = rules.packs.flatMap((pack) => {
      const lock = pack.locked ? ', as locked' : '';
      const place = pack.replaces ? ', in the place of the one that ships' : '';
      return wrap(`${pack.id} ${pack.version}: ${describePlace(pack, io)}${lock}${place}`, width, '', '  ');
    });
    await io.output.write(`${lines.join('\n')}\n`);
    return failed ? 2 : 0;
  },
};

function describePlace({ kind, path, source }: ActivePack, io: Io): string {
  const folder = showPath(io.fileSystem.folderOf(path), io.cwd);
  if (kind === 'built-in') return 'ships with this version';
  if (kind === 'vendored') return `a copy in ${folder}, from ${source}`;
  return kind === 'folder' ? folder : source;
}
