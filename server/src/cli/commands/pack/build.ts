import { loadPacks } from '../../../host/loadPacks';
import { count } from '../../../report';
import { buildArchive } from '../../packMaking/buildArchive';
import { writeResult } from '../../packMaking/writeResult';
import { fetchPack } from '../../packStore/fetchPack';
import { openStore } from '../../packStore/openStore';
import { reportPackProblems } from '../../reportPackProblems';
import { usageError } from '../../usageError';
import type { Command } from '../command';
import { CONFIG_OPTION, lastValue } from '../command';

export const buildCommand: Command = {
  name: 'pack build',
  summary: 'Make the archive of a pack, to hand on',
  usage: '[FOLDER]',
  details: [
    'Without a folder: the pack of the current one. The archive holds `pack.yaml`, what it includes, its tests, README, change log and licence, and a manifest with the SHA-256 of each.',
    'The same content gives the same archive, byte for byte. A pack with errors is not built; run `pack test` first.',
  ],
  options: {
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      help: 'Write to this file. Default: ID-VERSION.zip in the current folder.',
    },
    ...CONFIG_OPTION,
  },
  run: async (args, io) => {
    const [name = '.', ...others] = args.positionals;
    if (others.length > 0) return usageError('one pack at a time.');
    const store = await openStore(lastValue(args, 'config'), io);
    if (!store) return 2;
    const load = await loadPacks(
      [name],
      { ...store.sources, workingFolder: io.cwd, placeOf: undefined },
      io.fileSystem,
    );
    if (await reportPackProblems(load.problems, io)) return 2;
    const fetched = await fetchPack(name, io.cwd, store, io, 'with tests');
    if (!('loaded' in fetched)) {
      await reportPackProblems(fetched, io);
      return 2;
    }
    const { bytes, manifest } = buildArchive(fetched);
    const file = lastValue(args, 'output') ?? `${manifest.id}-${manifest.version}.zip`;
    const words = `${manifest.id} ${manifest.version}, ${count(manifest.files.length, 'file')}, content ${manifest.integrity},`;
    return writeResult(bytes, file, words, io);
  },
};
