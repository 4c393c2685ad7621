import { count } from '../../../report';
import { openOwnPack } from '../../packMaking/openOwnPack';
import { writeResult } from '../../packMaking/writeResult';
import { fetchPack } from '../../packStore/fetchPack';
import { isUsageError } from '../../usageError';
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
    const own = await openOwnPack(args, io);
    if (own === 2 || isUsageError(own)) return own;
    const fetched = await fetchPack(own.name, io.cwd, own.store, io, 'with tests');
    if (!fetched) return 2;
    const { buildArchive } = await import('../../packMaking/buildArchive');
    const { bytes, manifest } = buildArchive(fetched);
    const file = lastValue(args, 'output') ?? `${manifest.id}-${manifest.version}.zip`;
    const words = `${manifest.id} ${manifest.version}, ${count(manifest.files.length, 'file')}, content ${manifest.integrity},`;
    return writeResult(bytes, file, words, io);
  },
};
