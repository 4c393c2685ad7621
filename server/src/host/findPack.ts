import type { PackProblem } from '../packs/packProblem';
import { errorAt, startOfFile } from '../packs/packProblem';
import { suggest } from '../packs/suggest';
import type { FileSystem } from './fileSystem';
import type { PackSources } from './loadPacks';

/** Path of the `pack.yaml` that a name stands for: the id of a pack that ships, a folder, or the file itself. */
export async function findPack(name: string, from: PackSources, fs: FileSystem): Promise<string | undefined> {
  const builtIn = fs.resolve(from.rulesFolder, name, 'pack.yaml');
  if (isPackId(name) && (await fs.stat(builtIn)) === 'file') return builtIn;
  const path = fs.resolve(from.workingFolder, name);
  const kind = await fs.stat(path);
  if (kind === 'file') return path;
  const inside = fs.resolve(path, 'pack.yaml');
  return kind === 'directory' && (await fs.stat(inside)) === 'file' ? inside : undefined;
}

/** Path of the `pack.yaml` of an extended pack: beside the folder of the pack that extends it, else among those that ship. */
export async function findBase(
  id: string,
  extending: string,
  from: PackSources,
  fs: FileSystem,
): Promise<string | undefined> {
  // Anything else would be a path, and could lead out of the folders that packs are looked for in.
  if (!isPackId(id)) return undefined;
  const folders = [fs.folderOf(fs.folderOf(extending)), from.rulesFolder];
  for (const folder of folders) {
    const path = fs.resolve(folder, id, 'pack.yaml');
    if ((await fs.stat(path)) === 'file') return path;
  }
  return undefined;
}

/** True for a pack that ships. */
export function isBuiltIn(path: string, from: PackSources, fs: FileSystem): boolean {
  return fs.folderOf(fs.folderOf(path)) === fs.resolve(from.rulesFolder);
}

/** Ids of the packs that ship: the names of their folders. */
export async function listBuiltIn(from: PackSources, fs: FileSystem): Promise<readonly string[]> {
  const entries = await fs.list(from.rulesFolder);
  return entries.filter((entry) => entry.kind === 'directory').map((entry) => entry.name);
}

/** The problem of a name that stands for no pack, where the name was written. */
export async function describeUnknownName(name: string, from: PackSources, fs: FileSystem): Promise<PackProblem> {
  const place = from.placeOf?.(name) ?? startOfFile(name);
  const kind = await fs.stat(fs.resolve(from.workingFolder, name));
  if (kind === 'directory') return errorAt(place, 'unknown-pack', `the folder \`${name}\` has no \`pack.yaml\``);
  const hint = suggest(name, await listBuiltIn(from, fs));
  const message = `there is no pack \`${name}\`, neither among those that ship nor as a folder${hint}`;
  return errorAt(place, 'unknown-pack', message);
}

function isPackId(name: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);
}
