import { explainShadow } from '../../../host/checkShadow';
import { listBuiltIn } from '../../../host/locatePack';
import { LOCK_NAME } from '../../../packs/lock';
import type { Io } from '../../io';
import type { FetchedPack } from '../../packStore/fetchPack';
import { fetchPack } from '../../packStore/fetchPack';
import type { PackStore } from '../../packStore/openStore';
import { openStore } from '../../packStore/openStore';
import { editConfig, writeCopy, writeLock } from '../../packStore/writeStore';
import { reportFault } from '../../reportFault';
import { usageError } from '../../usageError';
import type { Command } from '../command';
import { CONFIG_OPTION, lastValue } from '../command';

export const addCommand: Command = {
  name: 'pack add',
  summary: 'Use a pack: name it in the configuration, copy it here if it comes from outside, and lock its content',
  usage: 'ID | FOLDER | ARCHIVE | npm:PACKAGE | extension:PUBLISHER.NAME | https://ADDRESS',
  details: [
    'ARCHIVE is a `.zip` or `.tgz`. A pack from outside this workspace is copied into `.inclusive-growth/packs`, so that it is there without a network and every change to it shows; a pack from an npm package stays in `node_modules`. Both are locked in `inclusive-growth.lock` with version, source and SHA-256.',
    'An address is fetched now, and never while documents are checked; `HTTPS_PROXY` and `NO_PROXY` are followed.',
  ],
  options: CONFIG_OPTION,
  run: async (args, io) => {
    const [name, ...others] = args.positionals;
    if (name === undefined)
      return usageError('say which pack: an id, a folder, an archive, an npm package or an address.');
    if (others.length > 0)
      return usageError(`one pack at a time, and \`${args.positionals.join('`, `')}\` were given.`);
    const store = await openStore(lastValue(args, 'config'), io);
    if (!store) return 2;
    const fetched = await fetchPack(name, io.cwd, store, io);
    return fetched ? add(fetched, store, io) : 2;
  },
};

async function add(fetched: FetchedPack, store: PackStore, io: Io): Promise<number> {
  const { id, version } = fetched.loaded.pack;
  const refusal = await findRefusal(fetched, store, io);
  if (refusal) return reportFault(`${fetched.source}: ${refusal}`, io);
  if (fetched.kind === 'built-in' || (fetched.isInside && fetched.kind === 'folder')) {
    const name = fetched.kind === 'built-in' ? id : fetched.source;
    const fault = await editConfig('add', name, store, io);
    return fault ? reportFault(fault, io) : done(`${id} ${version} is in use.`, fetched, io);
  }
  const staysInPlace = fetched.kind === 'npm' || fetched.isInside;
  const copy = staysInPlace ? undefined : await writeCopy(fetched, store, io);
  if (copy?.fault) return reportFault(copy.fault, io);
  const { integrity, source } = fetched;
  const locked = { version, source, integrity, ...(copy ? { path: copy.path } : {}) };
  const fault =
    (await writeLock(new Map([[id, locked]]), store, io)) ?? (await editConfig('add', copy ? id : source, store, io));
  if (fault) return reportFault(fault, io);
  const where = copy ? `copied to ${copy.path} and ` : '';
  return done(
    `${id} ${version} is in use, ${where}locked in ${LOCK_NAME}.\n  Source: ${source}\n  Content: ${integrity}`,
    fetched,
    io,
  );
}

/** Why a pack is not taken, though it is sound. */
async function findRefusal(
  { loaded, kind, source }: FetchedPack,
  { config, lock, sources }: PackStore,
  io: Io,
): Promise<string | undefined> {
  const { id } = loaded.pack;
  const isShadow = kind !== 'built-in' && (await listBuiltIn(sources, io.fileSystem)).includes(id);
  if (isShadow && !config.config.replace.includes(id)) return explainShadow(id);
  const known = lock.packs.get(id);
  if (known && known.source !== source)
    return `a pack \`${id}\` is locked already, from ${known.source}. To take this one in its place: \`inclusive-growth pack remove ${id}\`, then add it`;
  if (known && kind !== 'built-in')
    return `pack \`${id}\` is locked already. To take its newest content: \`inclusive-growth pack update ${id}\``;
  return undefined;
}

async function done(words: string, { loaded }: FetchedPack, io: Io): Promise<number> {
  const { extends: bases = [] } = loaded.pack;
  const hint = bases.length > 0 ? `\n  Extends: ${bases.join(', ')}` : '';
  await io.output.write(`${words}${hint}\n`);
  return 0;
}
