import type { RuleSet } from '../core/rules/ruleSet';
import { composeRuleSet } from '../packs/composeRuleSet';
import type { LoadedPack } from '../packs/loadedPack';
import type { Lock } from '../packs/lock';
import { orderPacks } from '../packs/orderPacks';
import type { PackProblem } from '../packs/packProblem';
import { errorAt, sortProblems, startOfFile } from '../packs/packProblem';
import { checkLocked } from './checkLocked';
import { checkShadow } from './checkShadow';
import type { FileSystem } from './fileSystem';
import { loadLock } from './loadLock';
import type { LocateContext } from './locatePack';
import { listBuiltIn, locateBase, locateBuiltIn, locatePack } from './locatePack';
import { createMountedFileSystem } from './mountFiles';
import type { PackLocation, PackSources } from './packLocation';
import { loadPrebuiltPack, loadPrebuiltRules } from './prebuiltSource';
import type { PackOnDisk } from './readPack';
import { readPack } from './readPack';

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
  /** It stands in the place of one that ships. */
  readonly replaces: boolean;
  /** It ships with the tool. */
  readonly builtIn: boolean;
  readonly kind: PackLocation['kind'];
  /** How the lock names the place: an id, a path, an address, `npm:…` or `extension:…`. */
  readonly source: string;
  /** The lock says which content it must have, and it has. */
  readonly locked: boolean;
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

/** Where packs are looked for, and the ids of those that ship. */
interface LoadContext extends LocateContext {
  readonly builtIn: readonly string[];
}

interface Found extends PackOnDisk {
  readonly path: string;
  readonly location: PackLocation;
  readonly integrity: string;
  readonly locked: boolean;
  /** It would have stood in the place of one that ships. */
  readonly refused: boolean;
  /** It was asked for, not only as what another pack extends. */
  readonly named: boolean;
}

/**
 * Loads packs by name (see `locatePack`). What they extend is looked for among the named packs, those of the configuration, the vendored ones, beside the extending pack's
 * folder, among those that ship, and in extensions. What the lock names must have the content that was locked. Never rejects.
 */
export async function loadPacks(names: readonly string[], from: PackSources, files: FileSystem): Promise<PackLoad> {
  const lock = await loadLock(from.lockFolder ?? from.workingFolder, files);
  // A lock can put a pack in the place of one that ships.
  const isPlain = lock.packs.size === 0 && lock.problems.length === 0;
  const prebuilt = isPlain ? await loadPrebuiltRules(names, from, files) : undefined;
  return prebuilt ?? composePacks(names, from, files, lock);
}

async function composePacks(
  names: readonly string[],
  from: PackSources,
  files: FileSystem,
  lock: Lock,
): Promise<PackLoad> {
  const fs = createMountedFileSystem(files);
  const builtIn = await listBuiltIn(from, fs);
  const context: LoadContext = { from, fs, lock, builtIn };
  const problems: PackProblem[] = [...lock.problems];
  const found: Found[] = [];
  const paths = new Map<string, string | undefined>();
  for (const name of new Set(names)) {
    const located = await locatePack(name, context);
    paths.set(name, 'kind' in located ? located.path : undefined);
    if (!('kind' in located)) problems.push(located);
    else if (!found.some((other) => other.path === located.path)) found.push(await readFound(located, name, context));
  }
  await addBases(found, context);
  const distinct = removeRepeated(found, problems);
  const loaded = distinct.flatMap((pack) => (pack.loaded ? [pack.loaded] : []));
  const unusable = found.flatMap((pack) => (pack.loaded ? [] : [fs.nameOf(fs.folderOf(pack.path))]));
  const ordered = orderPacks(loaded, builtIn, new Set(unusable));
  const composed = composeRuleSet(ordered.packs);
  const used = new Set(ordered.packs.map((pack) => pack.path));
  const read = found.flatMap((pack) => pack.problems);
  return {
    ruleSet: composed.ruleSet,
    loaded: ordered.packs,
    packs: ordered.packs.map((pack) => describeActive(pack, distinct, builtIn)),
    problems: sortProblems([...problems, ...read, ...ordered.problems, ...composed.problems]),
    failed: [...paths].filter(([, path]) => path === undefined || !used.has(path)).map(([name]) => name),
  };
}

/** Reads a pack and holds it against the lock. `name` is the name that it was asked for by, if any. */
async function readFound(location: PackLocation, name: string | undefined, context: LoadContext): Promise<Found> {
  const { from, fs, lock, builtIn } = context;
  const prebuilt = location.kind === 'built-in' ? await loadPrebuiltPack(location.path, from, fs) : undefined;
  const pack = prebuilt ? { ...prebuilt, problems: [] } : await readPack(location.path, fs);
  const integrity = await from.hash(pack.content);
  const checked = checkLocked(
    { pack, location, integrity },
    lock,
    name === undefined ? undefined : from.placeOf?.(name),
  );
  const shadow = checkShadow(pack.loaded, location, builtIn, from.replace);
  return {
    ...pack,
    loaded: checked.refused || shadow.refused ? undefined : pack.loaded,
    problems: [...pack.problems, ...checked.problems, ...shadow.problems],
    path: location.path,
    location,
    integrity,
    locked: checked.locked,
    refused: shadow.refused,
    named: name !== undefined,
  };
}

/** Reads what is extended and not yet there, until nothing lacks; what cannot be found is left to `orderPacks` to report. */
async function addBases(found: Found[], context: LoadContext): Promise<void> {
  const looked = new Set<string>();
  // The list grows while it is walked: what was added may extend further packs.
  for (const pack of found) {
    for (const id of pack.loaded?.pack.extends ?? []) {
      if (looked.has(id) || found.some((other) => other.loaded?.pack.id === id)) continue;
      looked.add(id);
      await addBase(id, pack.path, found, context);
    }
  }
}

/** Reads one extended pack. Where one may not stand in the place of one that ships, that one is taken. */
async function addBase(id: string, extending: string, found: Found[], context: LoadContext): Promise<void> {
  const neighbour = await findNeighbour(id, found, context);
  if (neighbour) {
    found.push(neighbour);
    return;
  }
  for (const locate of [() => locateBase(id, extending, context), () => locateBuiltIn(id, context)]) {
    const base = await locate();
    const known = found.find((other) => other.path === base?.path);
    if (base && !known) found.push(await readFound(base, undefined, context));
    if (base && !(known ?? found.at(-1))?.refused) return;
  }
}

/** The pack of this id among those that the configuration names, where it is not read already. */
async function findNeighbour(id: string, found: readonly Found[], context: LoadContext): Promise<Found | undefined> {
  const { neighbours = [], lockFolder, workingFolder } = context.from;
  const there = { ...context, from: { ...context.from, workingFolder: lockFolder ?? workingFolder } };
  for (const name of neighbours) {
    const located = await locatePack(name, there);
    // One that ships is found by its id.
    if (!('kind' in located) || located.kind === 'built-in') continue;
    if (found.some((other) => other.path === located.path)) continue;
    const neighbour = await readFound(located, undefined, context);
    if (neighbour.loaded?.pack.id === id) return neighbour;
  }
  return undefined;
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

function describeActive(loaded: LoadedPack, found: readonly Found[], builtIn: readonly string[]): ActivePack {
  const { id, version, title } = loaded.pack;
  const source = found.find((pack) => pack.path === loaded.path);
  return {
    id,
    version,
    title,
    integrity: source?.integrity ?? '',
    path: loaded.path,
    extends: loaded.pack.extends ?? [],
    replaces: source?.location.kind !== 'built-in' && builtIn.includes(id),
    builtIn: source?.location.kind === 'built-in',
    kind: source?.location.kind ?? 'folder',
    source: source?.location.source ?? '',
    locked: source?.locked === true,
    named: source?.named === true,
  };
}
