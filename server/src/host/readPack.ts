import type { LoadedPack } from '../packs/loadedPack';
import type { PackFile, PackProblem } from '../packs/packProblem';
import { errorAt, startOfFile } from '../packs/packProblem';
import { parsePack } from '../packs/parsePack';
import { MAX_CHARACTERS, readYaml } from '../packs/readYaml';
import type { FileSystem } from './fileSystem';
import { explainRead } from './fileSystem';
import { toStableContent } from './packIntegrity';

/** A pack read from a folder. */
export interface PackOnDisk {
  readonly loaded?: LoadedPack;
  readonly problems: readonly PackProblem[];
  /** `pack.yaml` and what it includes, by path within the folder, in a stable form: what is hashed. */
  readonly content: string;
}

/** Reads `pack.yaml` and the files that it includes. A file that cannot be read is a problem where it is named. */
export async function readPack(path: string, fs: FileSystem): Promise<PackOnDisk> {
  const read = await fs.readText(path, MAX_CHARACTERS);
  if (read.kind !== 'text')
    return { problems: [errorAt(startOfFile(path), 'unreadable', explainRead(read))], content: '' };
  const main: PackFile = { path, text: read.text };
  const yaml = readYaml(main);
  const include = listIncludes(yaml.value);
  const names = [...new Set(include)].filter(isInFolder);
  const folder = fs.folderOf(path);
  const results = await Promise.all(
    names.map(async (name) => ({
      name,
      path: fs.resolve(folder, name),
      result: await fs.readText(fs.resolve(folder, name), MAX_CHARACTERS),
    })),
  );
  const files = results.flatMap(({ path: file, result }) =>
    result.kind === 'text' ? [{ path: file, text: result.text }] : [],
  );
  const parsed = parsePack([main, ...files]);
  const missing = results.flatMap(({ name, result }) => {
    if (result.kind === 'text') return [];
    const place = yaml.findValue(['include', include.indexOf(name)]) ?? startOfFile(path);
    return [errorAt(place, 'unreadable-include', `\`${name}\` cannot be included: ${explainRead(result)}`)];
  });
  const texts = results.flatMap(({ name, result }) =>
    result.kind === 'text' ? [{ path: name, text: result.text }] : [],
  );
  return {
    loaded: parsed.loaded && { ...parsed.loaded, incomplete: parsed.loaded.incomplete || missing.length > 0 },
    problems: [...missing, ...parsed.problems],
    content: toStableContent([{ path: 'pack.yaml', text: read.text }, ...texts]),
  };
}

/** What stands under `include`; entries that are not text are kept in place as blanks. */
function listIncludes(value: unknown): readonly string[] {
  const include = typeof value === 'object' && value !== null && 'include' in value ? value.include : undefined;
  return Array.isArray(include) ? include.map((name) => (typeof name === 'string' ? name : '')) : [];
}

/** Only such names are read; the others are reported with the rest of `pack.yaml`. */
function isInFolder(name: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_./-]*\.ya?ml$/.test(name) && !name.includes('..');
}
