import { lazily } from '../core/lazily';
import { ENGINE_VERSION } from '../packs/generated/engineVersion';
import type { LoadedPack } from '../packs/loadedPack';
import type { PackFile } from '../packs/packProblem';
import { parsePack } from '../packs/parsePack';
import type { PrebuiltFrom, PrebuiltPacks, PrebuiltRules } from '../packs/prebuilt';
import { toLoadedPack, unflattenRuleSet } from '../packs/prebuilt';
import { MAX_CHARACTERS } from '../packs/readYaml';
import type { FileSystem } from './fileSystem';
import type { PackLoad } from './loadPacks';
import { toStableContent } from './packIntegrity';
import type { PackSources } from './packLocation';
import { type PreparedFile, readPrepared } from './preparedFile';

/** Names of the prebuilt files, in the folder of the bundles. */
export const PREBUILT_RULES = 'prebuiltRules.json';
export const PREBUILT_PACKS = 'prebuiltPacks.json';
export const PREBUILT_SCANNERS = 'prebuiltScanners.bin';

/** What was made of the packs that ship when the program was built, so that a run need not read thousands of lines of YAML. */
export interface PrebuiltSource {
  /** Undefined when there is none, or it is another version's. */
  readonly rules: () => Promise<PrebuiltRules | undefined>;
  readonly packs: () => Promise<PrebuiltPacks | undefined>;
  /** What compiling these rules comes to. */
  readonly scanners: () => Promise<PreparedFile | undefined>;
}

/** Reads prebuilt files from a folder, each once and only when it is asked for. What cannot be used is as if it were not there. */
export function openPrebuilt(folder: string, fs: FileSystem): PrebuiltSource {
  return {
    rules: lazily(() => readPrebuilt<PrebuiltRules>(fs.resolve(folder, PREBUILT_RULES), fs)),
    packs: lazily(() => readPrebuilt<PrebuiltPacks>(fs.resolve(folder, PREBUILT_PACKS), fs)),
    scanners: lazily(() => readScanners(fs.resolve(folder, PREBUILT_SCANNERS), fs)),
  };
}

/** The composed packs, when these are the names they were composed for and no file of theirs has changed since. */
export async function loadPrebuiltRules(
  names: readonly string[],
  from: PackSources,
  fs: FileSystem,
): Promise<PackLoad | undefined> {
  const built = await from.prebuilt?.rules();
  if (!built || JSON.stringify(names) !== JSON.stringify(built.names)) return undefined;
  const read = await Promise.all(
    built.packs.map((pack) => readUnchanged(fs.resolve(from.rulesFolder, pack.id, 'pack.yaml'), pack, from, fs)),
  );
  const unchanged = read.flatMap((files) => (files ? [files] : []));
  if (unchanged.length < built.packs.length) return undefined;
  const scanners = await from.prebuilt?.scanners();
  const isOfThese = scanners && built.packs.every((pack, at) => pack.integrity === scanners.packs[at]);
  const prepared = isOfThese ? scanners.rules : undefined;
  // Only who tests packs asks for their words.
  const loaded = lazily(() => unchanged.flatMap((files) => parsePack(files).loaded ?? []));
  const packs = built.packs.map(({ id, version, title, integrity, extends: bases = [] }) => ({
    id,
    version,
    title,
    integrity,
    path: fs.resolve(from.rulesFolder, id, 'pack.yaml'),
    extends: bases,
    replaces: false,
    builtIn: true,
    kind: 'built-in' as const,
    source: id,
    locked: false,
    named: names.includes(id),
  }));
  return {
    ruleSet: { ...unflattenRuleSet(built.ruleSet), prepared },
    packs,
    get loaded() {
      return loaded();
    },
    problems: [],
    failed: [],
  };
}

/** One pack that ships, with the content that is hashed; undefined when it has changed since it was built. `path` is that of its `pack.yaml`. */
export async function loadPrebuiltPack(
  path: string,
  from: PackSources,
  fs: FileSystem,
): Promise<{ readonly loaded: LoadedPack; readonly content: string } | undefined> {
  const built = (await from.prebuilt?.packs())?.packs.find((pack) => pack.id === fs.nameOf(fs.folderOf(path)));
  const files = built && (await readUnchanged(path, built, from, fs));
  return files && { loaded: toLoadedPack(built, files), content: toContent(files, built.files) };
}

/** The files of a pack; undefined when one is missing or any has changed. */
async function readUnchanged(
  path: string,
  built: PrebuiltFrom,
  from: PackSources,
  fs: FileSystem,
): Promise<readonly PackFile[] | undefined> {
  const paths = built.files.map((name) => fs.resolve(fs.folderOf(path), name));
  const read = await Promise.all(paths.map((file) => fs.readText(file, MAX_CHARACTERS)));
  const files = read.flatMap((one, at) => (one.kind === 'text' ? [{ path: paths[at] ?? '', text: one.text }] : []));
  if (files.length < paths.length) return undefined;
  return (await from.hash(toContent(files, built.files))) === built.integrity ? files : undefined;
}

function toContent(files: readonly PackFile[], names: readonly string[]): string {
  return toStableContent(files.map(({ text }, index) => ({ path: names[index] ?? '', text })));
}

async function readPrebuilt<Built extends { readonly engine: string }>(
  path: string,
  fs: FileSystem,
): Promise<Built | undefined> {
  const read = await fs.readText(path);
  return read.kind === 'text' ? ofThisEngine(() => JSON.parse(read.text) as Built) : undefined;
}

async function readScanners(path: string, fs: FileSystem): Promise<PreparedFile | undefined> {
  const bytes = await fs.readBytes(path);
  return bytes && ofThisEngine(() => readPrepared(bytes));
}

/** Our own build wrote it; a file of another version, or one that was damaged, is not used. */
function ofThisEngine<Built extends { readonly engine: string }>(parse: () => Built): Built | undefined {
  try {
    const built = parse();
    return built.engine === ENGINE_VERSION ? built : undefined;
  } catch {
    return undefined;
  }
}
