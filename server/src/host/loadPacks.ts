import type { RuleSet } from '../core/rules/ruleSet';
import { composeRuleSet } from '../packs/composeRuleSet';
import type { LoadedPack } from '../packs/loadedPack';
import { orderPacks } from '../packs/orderPacks';
import type { FilePlace, PackProblem } from '../packs/packProblem';
import { errorAt, sortProblems, startOfFile } from '../packs/packProblem';
import type { FileSystem } from './fileSystem';
import { describeUnknownName, findBase, findPack, isBuiltIn, listBuiltIn } from './findPack';
import type { PrebuiltSource } from './prebuiltSource';
import { loadPrebuiltPack, loadPrebuiltRules } from './prebuiltSource';
import type { PackOnDisk } from './readPack';
import { readPack } from './readPack';

/** Where packs are looked for, and how they are hashed. */
export interface PackSources {
  /** The folder of the packs that ship, one folder each. */
  readonly rulesFolder: string;
  /** Paths of packs count from here. */
  readonly workingFolder: string;
  /** `sha256-` and the base64 digest of a text. */
  readonly hash: (text: string) => string | Promise<string>;
  /** Where a name was written, for problems about it: an entry of the configuration, say. */
  readonly placeOf?: (name: string) => FilePlace | undefined;
  /** What the build made of the packs that ship. Without it, their YAML is read: with the same result, more slowly. */
  readonly prebuilt?: PrebuiltSource;
}

/** One pack in use. */
export interface ActivePack {
  readonly id: string;
  readonly version: string;
  /** Changes whenever a file of the pack does. */
  readonly integrity: string;
  readonly title: string;
  /** Path of its `pack.yaml`. */
  readonly path: string;
  /** Ids of the packs that it extends. */
  readonly extends: readonly string[];
  /** It ships with the tool. */
  readonly builtIn: boolean;
  /** It was asked for by name, not only as what another pack extends. */
  readonly named: boolean;
}

/** The packs in use, composed. */
export interface PackLoad {
  readonly ruleSet: RuleSet;
  /** In dependency order. */
  readonly packs: readonly ActivePack[];
  /** The same packs as they were read, with the places of their words. */
  readonly loaded: readonly LoadedPack[];
  readonly problems: readonly PackProblem[];
  /** Names that were asked for and cannot be used. */
  readonly failed: readonly string[];
}

interface Found extends PackOnDisk {
  readonly path: string;
  readonly builtIn: boolean;
  /** It was asked for, not only as what another pack extends. */
  readonly named: boolean;
}

/**
 * Loads packs by name: the id of a pack that ships, or the path of a pack's folder or of its `pack.yaml`. What they extend is looked for among the named
 * packs, beside the extending pack's folder, and among those that ship. Never rejects.
 */
export async function loadPacks(names: readonly string[], from: PackSources, fs: FileSystem): Promise<PackLoad> {
  return (await loadPrebuiltRules(names, from, fs)) ?? composePacks(names, from, fs);
}

async function composePacks(names: readonly string[], from: PackSources, fs: FileSystem): Promise<PackLoad> {
  const problems: PackProblem[] = [];
  const found: Found[] = [];
  const paths = new Map<string, string | undefined>();
  for (const name of new Set(names)) {
    const path = await findPack(name, from, fs);
    paths.set(name, path);
    if (path === undefined) problems.push(await describeUnknownName(name, from, fs));
    else if (!found.some((other) => other.path === path)) found.push(await readFound(path, true, from, fs));
  }
  await addBases(found, from, fs);
  const distinct = removeRepeated(found, problems);
  const loaded = distinct.flatMap((pack) => (pack.loaded ? [pack.loaded] : []));
  const unusable = found.flatMap((pack) => (pack.loaded ? [] : [fs.nameOf(fs.folderOf(pack.path))]));
  const ordered = orderPacks(loaded, await listBuiltIn(from, fs), new Set(unusable));
  const composed = composeRuleSet(ordered.packs);
  const used = new Set(ordered.packs.map((pack) => pack.path));
  const read = found.flatMap((pack) => pack.problems);
  return {
    ruleSet: composed.ruleSet,
    packs: await Promise.all(ordered.packs.map((pack) => describeActive(pack, distinct, from))),
    loaded: ordered.packs,
    problems: sortProblems([...problems, ...read, ...ordered.problems, ...composed.problems]),
    failed: [...paths].filter(([, path]) => path === undefined || !used.has(path)).map(([name]) => name),
  };
}

async function readFound(path: string, named: boolean, from: PackSources, fs: FileSystem): Promise<Found> {
  const builtIn = isBuiltIn(path, from, fs);
  const prebuilt = builtIn ? await loadPrebuiltPack(path, from, fs) : undefined;
  return { ...(prebuilt ? { ...prebuilt, problems: [] } : await readPack(path, fs)), path, builtIn, named };
}

/** Reads what is extended and not yet there, until nothing lacks; what cannot be found is left to `orderPacks` to report. */
async function addBases(found: Found[], from: PackSources, fs: FileSystem): Promise<void> {
  const looked = new Set<string>();
  // The list grows while it is walked: what was added may extend further packs.
  for (const pack of found) {
    for (const id of pack.loaded?.pack.extends ?? []) {
      if (looked.has(id) || found.some((other) => other.loaded?.pack.id === id)) continue;
      looked.add(id);
      const path = await findBase(id, pack.path, from, fs);
      if (path !== undefined && !found.some((other) => other.path === path)) {
        found.push(await readFound(path, false, from, fs));
      }
    }
  }
}

/** Of two packs with one id the first is used. */
function removeRepeated(found: readonly Found[], problems: PackProblem[]): readonly Found[] {
  const byId = new Map<string, Found>();
  for (const pack of found) {
    const id = pack.loaded?.pack.id;
    if (id === undefined) continue;
    const first = byId.get(id);
    if (!first) byId.set(id, pack);
    else {
      const place = pack.loaded?.files[0]?.findValue(['id']) ?? startOfFile(pack.path);
      const message = `two packs have the id \`${id}\`: this one is left out, and ${first.path} is used`;
      problems.push(errorAt(place, 'same-id', message));
    }
  }
  return [...byId.values()];
}

async function describeActive(loaded: LoadedPack, found: readonly Found[], from: PackSources): Promise<ActivePack> {
  const { id, version, title } = loaded.pack;
  const source = found.find((pack) => pack.path === loaded.path);
  return {
    id,
    version,
    title,
    integrity: await from.hash(source?.content ?? ''),
    path: loaded.path,
    extends: loaded.pack.extends ?? [],
    builtIn: source?.builtIn === true,
    named: source?.named === true,
  };
}
