import type { FileSystem } from '../../host/fileSystem';
import { findPackInFiles } from '../../host/findPackInFiles';
import type { LocateContext } from '../../host/locatePack';
import { locatePack } from '../../host/locatePack';
import { createMountedFileSystem } from '../../host/mountFiles';
import { unpackArchive } from '../../host/nodeArchive';
import { showPath } from '../../host/nodePaths';
import type { PackLocation } from '../../host/packLocation';
import { readManifestKey } from '../../host/readManifestKey';
import { readPack } from '../../host/readPack';
import { TESTS_FOLDER } from '../../host/readPackTests';
import type { LoadedPack } from '../../packs/loadedPack';
import type { PackFile, PackProblem } from '../../packs/packProblem';
import { errorAt, startOfFile } from '../../packs/packProblem';
import type { Io } from '../io';
import { MANIFEST_NAME } from '../packMaking/manifest';
import { reportPackProblems } from '../reportPackProblems';
import type { PackStore } from './openStore';

/** A pack that was read from where it comes from, ready to be copied or locked. */
export interface FetchedPack {
  readonly loaded: LoadedPack;
  readonly integrity: string;
  readonly kind: PackLocation['kind'] | 'address';
  /** How the lock names the place; paths count from the folder of the lock. */
  readonly source: string;
  /** It lies in the workspace, which keeps it. */
  readonly isInside: boolean;
  /** What is copied, by path within the pack's folder. */
  readonly files: readonly PackFile[];
}

/** Words about a pack that are worth keeping beside it. */
const EXTRAS = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'LICENSE.md',
  'LICENSE.txt',
  'LICENCE',
  'LICENCE.md',
  'LICENCE.txt',
];

/**
 * Reads a pack from an address, an archive, a folder, an npm package or an extension; undefined, after a message, when it cannot be had.
 * `workingFolder` is where paths count from: that of the person who gives them, or that of the lock.
 */
export async function fetchPack(
  name: string,
  workingFolder: string,
  store: PackStore,
  io: Io,
  extent: 'pack' | 'with tests' = 'pack',
): Promise<FetchedPack | undefined> {
  const fetched = await readFetched(name, workingFolder, store, io, extent);
  if ('loaded' in fetched) return fetched;
  await reportPackProblems(fetched, io);
  return undefined;
}

async function readFetched(
  name: string,
  workingFolder: string,
  store: PackStore,
  io: Io,
  extent: 'pack' | 'with tests',
): Promise<FetchedPack | readonly PackProblem[]> {
  const fs = createMountedFileSystem(io.fileSystem);
  const context: LocateContext = {
    from: { ...store.sources, workingFolder, placeOf: undefined },
    fs,
    lock: { ...store.lock, packs: new Map() },
  };
  const located = /^https?:/i.test(name) ? await fetchAddress(name, context, io) : await locatePack(name, context);
  if (!('kind' in located)) return [located];
  const { loaded, problems, content } = await readPack(located.path, fs);
  const integrity = await store.sources.hash(content);
  const damage = await findDamage(located.path, integrity, fs);
  if (damage) return [damage];
  if (!loaded || problems.some((problem) => problem.severity === 'error')) return problems;
  const shown = showPath(fs.resolve(workingFolder, name), store.folder);
  const isPath = located.kind === 'folder' || located.kind === 'archive';
  return {
    loaded,
    integrity,
    kind: located.kind,
    source: isPath ? shown : located.source,
    isInside: isPath && !shown.startsWith('../') && !/^[A-Za-z]:/.test(shown),
    files: [
      ...(await listFiles(located.path, loaded, fs)),
      ...(extent === 'pack' ? [] : await listTests(located.path, fs)),
    ],
  };
}

async function fetchAddress(
  address: string,
  { fs }: LocateContext,
  io: Io,
): Promise<{ kind: 'address'; path: string; source: string } | PackProblem> {
  const refuse = (reason: string) => errorAt(startOfFile(address), 'not-fetched', reason);
  const fetched = io.download
    ? await io.download(address)
    : { kind: 'failed' as const, reason: 'nothing can be fetched here' };
  if (fetched.kind === 'failed') return refuse(fetched.reason);
  const archive = await unpackArchive(fetched.bytes);
  if (archive.kind === 'refused') return refuse(`what is there is not used: ${archive.reason}`);
  const inside = findPackInFiles(archive.files);
  if (inside === undefined)
    return refuse('the archive there has no `pack.yaml`, neither at its top nor in its one folder');
  // Only a name to show: the archive is never written.
  const root = fs.resolve(io.cwd, new URL(address).pathname.split('/').at(-1) || 'pack.zip');
  fs.mount(root, archive.files);
  return { kind: 'address', path: fs.resolve(root, inside), source: address };
}

async function listFiles(path: string, { pack }: LoadedPack, fs: FileSystem): Promise<readonly PackFile[]> {
  const folder = fs.folderOf(path);
  const found: PackFile[] = [];
  for (const name of [fs.nameOf(path), ...(pack.include ?? []), ...EXTRAS]) {
    const read = await fs.readText(fs.resolve(folder, name));
    if (read.kind === 'text' && !found.some((file) => file.path === name)) found.push({ path: name, text: read.text });
  }
  return found;
}

/** Everything in the `tests` folder that is text. */
async function listTests(path: string, fs: FileSystem): Promise<readonly PackFile[]> {
  const folder = fs.resolve(fs.folderOf(path), TESTS_FOLDER);
  const found: PackFile[] = [];
  for (const { name, kind } of await fs.list(folder)) {
    const read = kind === 'file' ? await fs.readText(fs.resolve(folder, name)) : undefined;
    if (read?.kind === 'text') found.push({ path: `${TESTS_FOLDER}/${name}`, text: read.text });
  }
  return found;
}

/** A pack that was built and then changed: its manifest names another content. */
async function findDamage(path: string, integrity: string, fs: FileSystem): Promise<PackProblem | undefined> {
  const manifest = fs.resolve(fs.folderOf(path), MANIFEST_NAME);
  const read = await fs.readText(manifest);
  const built = read.kind === 'text' ? readManifestKey(read.text, 'integrity') : undefined;
  if (built === undefined || built === integrity) return undefined;
  const message = `the pack was changed after it was built. Its manifest says ${String(built)}, and its files are ${integrity}: ask for a fresh archive`;
  return errorAt(startOfFile(manifest), 'damaged', message);
}
