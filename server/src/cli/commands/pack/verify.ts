import { loadPacks } from '../../../host/loadPacks';
import { LOCK_NAME } from '../../../packs/lock';
import { count } from '../../../report';
import type { PackStore } from '../../packStore/openStore';
import { openStore } from '../../packStore/openStore';
import { reportPackProblems } from '../../reportPackProblems';
import type { Command } from '../command';
import { CONFIG_OPTION, lastValue } from '../command';

export const verifyCommand: Command = {
  name: 'pack verify',
  summary: 'Hold every locked pack against the lock, without a network',
  usage: '',
  details: [
    'Ends with 2 if a pack is not the one that was locked, cannot be found, or comes from outside and is not locked.',
  ],
  options: CONFIG_OPTION,
  run: async (args, io) => {
    const store = await openStore(lastValue(args, 'config'), io);
    if (!store) return 2;
    const load = await loadPacks(listNames(store), store.sources, io.fileSystem);
    await reportPackProblems(load.problems, io);
    const wrong = load.problems.filter(({ code, severity }) => severity === 'error' || code === 'not-locked');
    const sound = load.packs.filter((pack) => pack.locked);
    const lines = sound.map(({ id, version, integrity }) => `${id} ${version}: as it was locked (${integrity})`);
    const summary =
      store.lock.packs.size === 0
        ? `${LOCK_NAME} locks no pack.`
        : `${count(sound.length, 'pack')} of ${store.lock.packs.size} as locked.`;
    await io.output.write(`${[...lines, summary].join('\n')}\n`);
    return wrong.length > 0 || sound.length < store.lock.packs.size ? 2 : 0;
  },
};

/** All that the configuration names, and all that the lock does: a pack that is locked and not named is verified too. */
function listNames({ config, lock }: PackStore): readonly string[] {
  const named = [...config.config.packs, ...config.config.documents.flatMap((entry) => entry.packs ?? [])];
  return [...named, ...[...lock.packs].map(([id, { path, source }]) => (path === undefined ? source : id))];
}
