import type { LockedPack } from '../../../packs/lock';
import { LOCK_NAME } from '../../../packs/lock';
import type { Io } from '../../io';
import { fetchPack } from '../../packStore/fetchPack';
import type { PackStore } from '../../packStore/openStore';
import { openStore } from '../../packStore/openStore';
import { writeCopy, writeLock } from '../../packStore/writeStore';
import { reportFault } from '../../reportFault';
import { unknownWord, usageError } from '../../usageError';
import type { Command } from '../command';
import { CONFIG_OPTION, lastValue } from '../command';

export const updateCommand: Command = {
  name: 'pack update',
  summary: 'Fetch locked packs again from where they came from, and lock what is there now',
  usage: '[IDS]',
  details: [
    'Without an id, all packs of the lock are updated. A copy that was changed by hand is written anew.',
    'With --accept nothing is fetched: the copy is locked as it stands, with the changes that were made to it here.',
  ],
  options: {
    from: {
      type: 'string',
      value: 'SOURCE',
      help: 'Take the pack from here from now on: an archive or address of a newer version.',
    },
    accept: { type: 'boolean', help: 'Lock the copies in this workspace as they stand.' },
    ...CONFIG_OPTION,
  },
  run: async (args, io) => {
    const store = await openStore(lastValue(args, 'config'), io);
    if (!store) return 2;
    const known = [...store.lock.packs.keys()];
    if (known.length === 0) {
      await io.output.write(`${LOCK_NAME} locks no pack: there is nothing to update.\n`);
      return 0;
    }
    const ids = args.positionals.length > 0 ? args.positionals : known;
    const unknown = ids.find((id) => !store.lock.packs.has(id));
    if (unknown !== undefined) return unknownWord('locked pack', unknown, known);
    const from = lastValue(args, 'from');
    if (from !== undefined && (ids.length > 1 || args.options.has('accept')))
      return usageError('`--from` goes with one pack: `pack update ID --from SOURCE`.');
    return update(ids, { accept: args.options.has('accept'), from }, store, io);
  },
};

interface Choice {
  readonly accept: boolean;
  readonly from: string | undefined;
}

/** Updates one pack after another; those that cannot be updated stay as they were locked. */
async function update(ids: readonly string[], choice: Choice, store: PackStore, io: Io): Promise<number> {
  const changes = new Map<string, LockedPack>();
  let failed = false;
  for (const id of ids) {
    const locked = store.lock.packs.get(id);
    const now = locked && (await renew(id, locked, choice, store, io));
    if (!locked || !now) {
      failed = true;
      continue;
    }
    changes.set(id, now);
    await io.output.write(`${describeChange(id, locked, now)}\n`);
  }
  const fault = await writeLock(changes, store, io);
  if (fault) await reportFault(fault, io);
  return failed || fault ? 2 : 0;
}

/** The entry of a pack as it is now; undefined after a message. */
async function renew(id: string, locked: LockedPack, { accept, from }: Choice, store: PackStore, io: Io) {
  const source = accept && locked.path !== undefined ? locked.path : (from ?? locked.source);
  const fetched = await fetchPack(source, from === undefined ? store.folder : io.cwd, store, io);
  if (!fetched) return undefined;
  const { loaded, integrity } = fetched;
  if (loaded.pack.id !== id) {
    await reportFault(`${source}: pack \`${id}\` was expected there, and it is \`${loaded.pack.id}\``, io);
    return undefined;
  }
  const copy = locked.path !== undefined && !accept ? await writeCopy(fetched, store, io) : undefined;
  if (copy?.fault) {
    await reportFault(copy.fault, io);
    return undefined;
  }
  return {
    ...locked,
    version: loaded.pack.version,
    source: from === undefined ? locked.source : fetched.source,
    integrity,
  };
}

function describeChange(id: string, before: LockedPack, now: LockedPack): string {
  if (before.integrity === now.integrity) return `${id} ${now.version}: as it was locked.`;
  const versions =
    before.version === now.version
      ? `${now.version}, with the same version and other content`
      : `${before.version} -> ${now.version}`;
  return `${id} ${versions}\n  Before: ${before.integrity}\n  Now: ${now.integrity}`;
}
