import { stringify } from 'yaml';
import { isMap } from './loadedPack';
import type { FilePlace, PackFile, PackProblem } from './packProblem';
import { errorAt, startOfFile } from './packProblem';
import { readYaml } from './readYaml';

/** The file that says which packs from outside a workspace it was agreed to use. It stands beside the configuration. */
export const LOCK_NAME = 'inclusive-growth.lock';

/** One pack as it was when it was locked. */
export interface LockedPack {
  readonly version: string;
  /** Where it came from, as `pack update` asks for it again: an address, a path, `npm:…` or `extension:…`. */
  readonly source: string;
  /** `sha256-…` over the files of the pack. */
  readonly integrity: string;
  /** Folder of the copy in the workspace, from the lock's folder with `/`; undefined when the pack is used where it is installed. */
  readonly path?: string;
}

/** A lock as read. */
export interface Lock {
  /** By pack id. */
  readonly packs: ReadonlyMap<string, LockedPack>;
  readonly problems: readonly PackProblem[];
  /** Where an entry's key stands, for problems about it. */
  readonly placeOf: (id: string, key?: keyof LockedPack) => FilePlace;
}

const LOCK_VERSION = 1;
const HEADER =
  '# Packs from outside this workspace, as they were agreed upon. Written by `inclusive-growth pack`: commit it, and do not change it by hand.\n';

/** What holds where there is no lock. */
export function emptyLock(path: string): Lock {
  return { packs: new Map(), problems: [], placeOf: () => startOfFile(path) };
}

/** Reads a lock. Never throws; an entry that cannot be relied on is a problem, and is left out. */
export function parseLock(source: PackFile): Lock {
  const file = readYaml(source);
  const placeOf = (id: string, key?: keyof LockedPack) =>
    (key && file.findValue(['packs', id, key])) ?? file.findKey(['packs', id]) ?? startOfFile(source.path);
  const value = isMap(file.value) ? file.value : {};
  if (file.problems.length > 0) return { packs: new Map(), problems: file.problems, placeOf };
  if (value['lock-version'] !== LOCK_VERSION) {
    const place = file.findValue(['lock-version']) ?? startOfFile(source.path);
    const message = `this lock is of version \`${String(value['lock-version'])}\`, and version \`${LOCK_VERSION}\` is expected: use the version of the tool that wrote it, or write it anew with \`pack update\``;
    return { packs: new Map(), problems: [errorAt(place, 'lock-version', message)], placeOf };
  }
  const packs = new Map<string, LockedPack>();
  const problems: PackProblem[] = [];
  for (const [id, entry] of Object.entries(isMap(value.packs) ? value.packs : {})) {
    const locked = readEntry(entry);
    if (typeof locked === 'string') problems.push(errorAt(placeOf(id), 'bad-lock', `\`${id}\` ${locked}`));
    else packs.set(id, locked);
  }
  return { packs, problems, placeOf };
}

/** The entry, or what is wrong with it. */
function readEntry(entry: unknown): LockedPack | string {
  if (!isMap(entry)) return 'is no entry of a lock: write it anew with `pack update`';
  const { version, source, integrity, path } = entry;
  if (typeof version !== 'string' || typeof source !== 'string')
    return 'lacks `version` or `source`: write it anew with `pack update`';
  if (typeof integrity !== 'string' || !/^sha256-[A-Za-z0-9+/]{43}=$/.test(integrity))
    return 'lacks an `integrity` such as `sha256-…`: write it anew with `pack update`';
  if (path === undefined) return { version, source, integrity };
  // A lock can come from a stranger: its paths stay within the workspace.
  if (typeof path !== 'string' || !isInside(path)) return 'has a `path` that leads out of the workspace';
  return { version, source, integrity, path };
}

function isInside(path: string): boolean {
  return !/^[/\\]|^[A-Za-z]:|\\/.test(path) && !path.split('/').includes('..');
}

/** Writes a lock, packs in order of their ids, so that a change is one small difference. */
export function formatLock(packs: ReadonlyMap<string, LockedPack>): string {
  const sorted = [...packs].sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.map(([id, { version, source, integrity, path }]) => [
    id,
    { version, source, integrity, ...(path === undefined ? {} : { path }) },
  ]);
  return HEADER + stringify({ 'lock-version': LOCK_VERSION, packs: Object.fromEntries(entries) }, { lineWidth: 0 });
}
