import { showPath } from '../../../host/nodePaths';
import type { Io } from '../../io';
import type { PackStore } from '../../packStore/openStore';
import { openStore } from '../../packStore/openStore';
import { editConfig, removeCopy, writeLock } from '../../packStore/writeStore';
import { reportFault } from '../../reportFault';
import { unknownWord, usageError } from '../../usageError';
import type { Command } from '../command';
import { CONFIG_OPTION, lastValue } from '../command';

export const removeCommand: Command = {
  name: 'pack remove',
  summary: 'Use a pack no longer: take out its name, its lock and its copy',
  usage: 'ID | NAME',
  details: ['NAME is a name as it stands under `packs` in the configuration. A folder of your own is never removed.'],
  options: CONFIG_OPTION,
  run: async (args, io) => {
    const [name, ...others] = args.positionals;
    if (name === undefined || others.length > 0) return usageError('say which one pack: `pack remove ID`.');
    const store = await openStore(lastValue(args, 'config'), io);
    if (!store) return 2;
    const id = findId(name, store, io);
    const names = store.config.path === undefined ? [] : store.config.config.packs;
    const listed = names.find((one) => one === name || one === id || one === store.lock.packs.get(id ?? '')?.source);
    if (id === undefined && listed === undefined)
      return unknownWord('pack', name, [...new Set([...store.lock.packs.keys(), ...names])]);
    return remove(id, listed, store, io);
  },
};

/** The id under which the lock has a pack: given itself, or by its source. */
function findId(name: string, { lock, folder }: PackStore, io: Io): string | undefined {
  const path = showPath(io.fileSystem.resolve(io.cwd, name), folder);
  return [...lock.packs].find(([id, { source }]) => id === name || source === name || source === path)?.[0];
}

async function remove(id: string | undefined, listed: string | undefined, store: PackStore, io: Io): Promise<number> {
  const locked = id === undefined ? undefined : store.lock.packs.get(id);
  const fault =
    (listed === undefined ? undefined : await editConfig('remove', listed, store, io)) ??
    (id === undefined ? undefined : await writeLock(new Map([[id, undefined]]), store, io)) ??
    (locked?.path === undefined ? undefined : await removeCopy(locked.path, store, io));
  if (fault) return reportFault(fault, io);
  await io.output.write(`${id ?? listed} is no longer in use.\n`);
  return 0;
}
