import type { Lock } from '../packs/lock';
import type { PackProblem } from '../packs/packProblem';
import { errorAt, startOfFile } from '../packs/packProblem';
import { suggest } from '../packs/suggest';
import type { FileSystem } from './fileSystem';
import { findPackInFiles } from './findPackInFiles';
import { locateContributed, locateContributedId, locateInstalled, locatePackage } from './locateInstalled';
import type { MountedFileSystem } from './mountFiles';
import type { PackLocation, PackSources } from './packLocation';

/** What looking for packs needs. */
export interface LocateContext {
  readonly from: PackSources;
  readonly fs: MountedFileSystem;
  readonly lock: Lock;
}

/** Where a pack is, or why it cannot be had: code and message of a problem. */
export type Located = PackLocation | { readonly code: string; readonly message: string };

const ARCHIVE = /\.(?:zip|tgz|tar\.gz)$/i;

/**
 * Finds the pack that a name of the configuration stands for. In this order: an address (refused: nothing is fetched here), `npm:PACKAGE`,
 * `extension:PUBLISHER.NAME`, the id of a vendored pack, the id of one that ships, a path, an npm package, the id of one that an extension contributes.
 */
export async function locatePack(name: string, context: LocateContext): Promise<PackLocation | PackProblem> {
  const found = await locate(name, context);
  if ('kind' in found) return found;
  return errorAt(context.from.placeOf?.(name) ?? startOfFile(name), found.code, found.message);
}

/** Finds an extended pack by id: vendored, beside the folder of the pack that extends it, among those that ship, or contributed by an extension. */
export async function locateBase(
  id: string,
  extending: string,
  context: LocateContext,
): Promise<PackLocation | undefined> {
  // Anything else would be a path, and could lead out of the folders that packs are looked for in.
  if (!isPackId(id)) return undefined;
  const { fs } = context;
  const sibling = fs.resolve(fs.folderOf(fs.folderOf(extending)), id, 'pack.yaml');
  return (
    locateVendored(id, context) ??
    ((await fs.stat(sibling)) === 'file' && !isBuiltIn(sibling, context)
      ? { kind: 'folder', path: sibling, source: id }
      : ((await locateBuiltIn(id, context)) ?? (await locateContributedId(id, context))))
  );
}

/** Ids of the packs that ship: the names of their folders. */
export async function listBuiltIn(
  { rulesFolder }: Pick<PackSources, 'rulesFolder'>,
  fs: FileSystem,
): Promise<readonly string[]> {
  const entries = await fs.list(rulesFolder);
  return entries.filter((entry) => entry.kind === 'directory').map((entry) => entry.name);
}

async function locate(name: string, context: LocateContext): Promise<Located> {
  if (/^https?:/i.test(name)) {
    const message = `\`${name}\` is an address, and nothing is fetched while documents are checked: \`inclusive-growth pack add ${name}\` fetches it once and keeps a copy`;
    return { code: 'address', message };
  }
  const [, prefix, rest = ''] = /^(npm|extension):(.*)$/.exec(name) ?? [];
  if (prefix === 'npm') return locatePackage(rest, context);
  if (prefix === 'extension') return locateContributed(rest, context);
  const byId = locateVendored(name, context) ?? (await locateBuiltIn(name, context));
  return byId ?? (await locatePath(name, context)) ?? (await locateInstalled(name, context)) ?? unknown(name, context);
}

function locateVendored(id: string, { from, fs, lock }: LocateContext): PackLocation | undefined {
  const locked = lock.packs.get(id);
  if (locked?.path === undefined) return undefined;
  const folder = fs.resolve(from.lockFolder ?? from.workingFolder, locked.path);
  return { kind: 'vendored', path: fs.resolve(folder, 'pack.yaml'), source: locked.source };
}

/** Finds a pack that ships by its id. */
export async function locateBuiltIn(id: string, { from, fs }: LocateContext): Promise<PackLocation | undefined> {
  const path = fs.resolve(from.rulesFolder, id, 'pack.yaml');
  const isThere = isPackId(id) && (await fs.stat(path)) === 'file';
  return isThere ? { kind: 'built-in', path, source: id } : undefined;
}

/** True for the path of a pack that ships. */
function isBuiltIn(path: string, { from, fs }: LocateContext): boolean {
  return fs.folderOf(fs.folderOf(path)) === fs.resolve(from.rulesFolder);
}

/** A folder with a `pack.yaml`, that file itself, or an archive with one in it. */
async function locatePath(name: string, context: LocateContext): Promise<Located | undefined> {
  const { from, fs } = context;
  const path = fs.resolve(from.workingFolder, name);
  const kind = await fs.stat(path);
  if (kind === 'file' && ARCHIVE.test(path)) return locateInArchive(name, path, context);
  const inside = fs.resolve(path, 'pack.yaml');
  const file = kind === 'file' ? path : kind === 'directory' && (await fs.stat(inside)) === 'file' ? inside : undefined;
  if (file === undefined) return undefined;
  return { kind: isBuiltIn(file, context) ? 'built-in' : 'folder', path: file, source: name };
}

async function locateInArchive(name: string, path: string, { from, fs }: LocateContext): Promise<Located> {
  if (!from.openArchive)
    return {
      code: 'archive',
      message: `\`${name}\` is an archive, and archives cannot be read here: unpack it and name the folder`,
    };
  const opened = await from.openArchive(path);
  if (opened.kind === 'refused')
    return { code: 'archive', message: `the archive \`${name}\` is not used: ${opened.reason}` };
  const inside = findPackInFiles(opened.files);
  if (inside === undefined)
    return {
      code: 'unknown-pack',
      message: `the archive \`${name}\` has no \`pack.yaml\`, neither at its top nor in its one folder`,
    };
  fs.mount(path, opened.files);
  return { kind: 'archive', path: fs.resolve(path, inside), source: name };
}

async function unknown(name: string, context: LocateContext): Promise<Located> {
  const { from, fs, lock } = context;
  const kind = await fs.stat(fs.resolve(from.workingFolder, name));
  if (kind === 'directory') return { code: 'unknown-pack', message: `the folder \`${name}\` has no \`pack.yaml\`` };
  const hint = suggest(name, [...(await listBuiltIn(from, fs)), ...lock.packs.keys()]);
  const message = `there is no pack \`${name}\`, neither among those that ship nor as a folder, an archive or an installed package${hint}`;
  return { code: 'unknown-pack', message };
}

/** True for what can be the id of a pack: anything else would be a path. */
export function isPackId(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}
