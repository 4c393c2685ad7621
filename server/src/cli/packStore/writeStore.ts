import type { WriteResult } from '../../host/fileSystem';
import { CONFIG_NAME } from '../../host/loadConfig';
import { addPackName, removePackName } from '../../packs/editPackNames';
import type { LockedPack } from '../../packs/lock';
import { formatLock, LOCK_NAME } from '../../packs/lock';
import type { Io } from '../io';
import type { FetchedPack } from './fetchPack';
import type { PackStore } from './openStore';
import { VENDOR_FOLDER } from './openStore';

/** What could not be written, with the reason, for a message; undefined when all is written. */
export type WriteFault = string | undefined;

/** Puts a copy of a pack into the workspace in place of the one that is there. Its folder, from that of the lock, with `/`. */
export async function writeCopy(
  fetched: FetchedPack,
  store: PackStore,
  io: Io,
): Promise<{ path: string; fault: WriteFault }> {
  const { fileSystem: fs } = io;
  const path = `${VENDOR_FOLDER}/${fetched.loaded.pack.id}`;
  const folder = fs.resolve(store.folder, path);
  if (!(await fs.remove(folder))) return { path, fault: `${path}: the old copy cannot be removed` };
  for (const file of fetched.files) {
    const name = file.path === fs.nameOf(fetched.loaded.path) ? 'pack.yaml' : file.path;
    const fault = explainWrite(`${path}/${name}`, await fs.writeText(fs.resolve(folder, name), file.text, 'replace'));
    if (fault) return { path, fault };
  }
  return { path, fault: undefined };
}

/** Takes the copy of a pack out of the workspace, and the folders of copies when it was the last one. */
export async function removeCopy(path: string, store: PackStore, io: Io): Promise<WriteFault> {
  const { fileSystem: fs } = io;
  let folder = fs.resolve(store.folder, path);
  if (!(await fs.remove(folder))) return `${path}: it cannot be removed`;
  for (const _step of VENDOR_FOLDER.split('/')) {
    folder = fs.folderOf(folder);
    if ((await fs.list(folder)).length > 0 || !(await fs.remove(folder))) break;
  }
  return undefined;
}

/** Writes the lock with some entries changed; `undefined` takes one out. A lock without entries is removed. */
export async function writeLock(
  changes: ReadonlyMap<string, LockedPack | undefined>,
  store: PackStore,
  io: Io,
): Promise<WriteFault> {
  const packs = new Map(store.lock.packs);
  for (const [id, locked] of changes) {
    if (locked) packs.set(id, locked);
    else packs.delete(id);
  }
  const path = io.fileSystem.resolve(store.folder, LOCK_NAME);
  if (packs.size === 0) return (await io.fileSystem.remove(path)) ? undefined : `${LOCK_NAME}: it cannot be removed`;
  return explainWrite(LOCK_NAME, await io.fileSystem.writeText(path, formatLock(packs), 'replace'));
}

/** Names a pack in the configuration, which is made when there is none, or takes the name out. Says what to do by hand when the file cannot be edited. */
export async function editConfig(edit: 'add' | 'remove', name: string, store: PackStore, io: Io): Promise<WriteFault> {
  const path = store.config.path ?? io.fileSystem.resolve(store.folder, CONFIG_NAME);
  const read = await io.fileSystem.readText(path);
  if (read.kind !== 'text' && edit === 'remove') return undefined;
  const text = read.kind === 'text' ? read.text : '';
  const edited = edit === 'add' ? addPackName(text, name) : removePackName(text, name);
  const shown = io.fileSystem.nameOf(path);
  if (edited === undefined)
    return `${shown}: it is written in a way that cannot be edited safely. ${edit === 'add' ? 'Add' : 'Remove'} \`${name}\` under \`packs\` yourself`;
  return edited === text ? undefined : explainWrite(shown, await io.fileSystem.writeText(path, edited, 'replace'));
}

function explainWrite(path: string, result: WriteResult): WriteFault {
  if (result.kind === 'written') return undefined;
  return `${path}: it cannot be written: ${result.kind === 'unwritable' ? result.reason : 'it is there already'}`;
}
