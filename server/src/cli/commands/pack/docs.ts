import { compareVersions } from '../../../packs/compareVersions';
import type { LoadedPack } from '../../../packs/loadedPack';
import type { Io } from '../../io';
import { openOwnPack } from '../../packMaking/openOwnPack';
import type { DocsInput } from '../../packMaking/renderPackDocs';
import { renderPackDocs } from '../../packMaking/renderPackDocs';
import { writeResult } from '../../packMaking/writeResult';
import { fetchPack } from '../../packStore/fetchPack';
import type { PackStore } from '../../packStore/openStore';
import { isUsageError } from '../../usageError';
import type { Command } from '../command';
import { CONFIG_OPTION, lastValue } from '../command';

export const docsCommand: Command = {
  name: 'pack docs',
  summary: 'Write the reference page of a pack, for its readers, in Markdown',
  usage: '[FOLDER]',
  details: [
    'Without a folder: the pack of the current one. The page has its rules with their examples, its questions, words and sources, what it changes of the packs that it builds on, and with --since what changed in it.',
  ],
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', help: 'Write to this file instead of the terminal.' },
    since: {
      type: 'string',
      value: 'SOURCE',
      help: 'Also list what changed since an earlier version: its archive, folder or address.',
    },
    ...CONFIG_OPTION,
  },
  run: async (args, io) => {
    const own = await openOwnPack(args, io);
    if (own === 2 || isUsageError(own)) return own;
    const { store, load } = own;
    const id = load.packs.find((active) => active.named)?.id;
    const pack = load.loaded.find((loaded) => loaded.pack.id === id);
    if (!pack) return 2;
    const since = await readEarlier(lastValue(args, 'since'), pack, store, io);
    if (since === 'unreadable') return 2;
    const text = renderPackDocs({ pack, ruleSet: load.ruleSet, since });
    return writeResult(text, lastValue(args, 'output'), `Reference page of ${pack.pack.id}`, io);
  },
};

/** What changed since the version at `source`; a problem with it has been written. */
async function readEarlier(
  source: string | undefined,
  pack: LoadedPack,
  store: PackStore,
  io: Io,
): Promise<DocsInput['since'] | 'unreadable'> {
  if (source === undefined) return undefined;
  const earlier = await fetchPack(source, io.cwd, store, io);
  if (!earlier) return 'unreadable';
  return { version: earlier.loaded.pack.version, changes: compareVersions(earlier.loaded, pack) };
}
