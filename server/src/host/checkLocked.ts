import type { Lock } from '../packs/lock';
import type { FilePlace, PackProblem } from '../packs/packProblem';
import { errorAt, startOfFile, warningAt } from '../packs/packProblem';
import type { PackLocation } from './packLocation';
import type { PackOnDisk } from './readPack';

/** How a pack stands to the lock. */
export interface LockCheck {
  readonly problems: readonly PackProblem[];
  /** The lock names it, and its content is the one that was locked. */
  readonly locked: boolean;
  /** The lock names it, and its content is another one: it is not used. */
  readonly refused: boolean;
}

/** A pack as it was found. */
export interface FoundPack {
  readonly pack: PackOnDisk;
  readonly location: PackLocation;
  readonly integrity: string;
}

/** Holds a pack against the lock. `named` is the place where the configuration names it. */
export function checkLocked(found: FoundPack, lock: Lock, named: FilePlace | undefined): LockCheck {
  const { pack, location, integrity } = found;
  const id = findLockedId(found, lock);
  const locked = id === undefined ? undefined : lock.packs.get(id);
  if (id === undefined || !locked) {
    const own = pack.loaded?.pack.id;
    const isUnlocked = own !== undefined && (location.kind === 'npm' || location.kind === 'extension');
    return { problems: isUnlocked ? [describeUnlocked(own, location, named)] : [], locked: false, refused: false };
  }
  if (locked.integrity === integrity) return { problems: [], locked: true, refused: false };
  const version = pack.loaded?.pack.version;
  const now = `${version === undefined ? '' : `version ${version}, `}${integrity}`;
  const accept = locked.path === undefined ? '' : ' --accept';
  const message = `pack \`${id}\` is not the one that was locked, and is not used. Locked: version ${locked.version}, ${locked.integrity}. Found in ${locked.path === undefined ? location.path : `${locked.path}/pack.yaml`}: ${now}. Put back what was locked${locked.path === undefined ? '' : ` (\`inclusive-growth pack update ${id}\` fetches it again from ${locked.source})`}, or agree to what is there: \`inclusive-growth pack update ${id}${accept}\``;
  return { problems: [errorAt(lock.placeOf(id, 'integrity'), 'integrity', message)], locked: false, refused: true };
}

/** The entry that a pack must agree with: that of its place, whatever id the pack now gives itself, else that of its id. */
function findLockedId({ pack, location }: FoundPack, lock: Lock): string | undefined {
  if (location.kind === 'built-in') return undefined;
  const ofPlace = [...lock.packs].find(([, locked]) => locked.source === location.source)?.[0];
  const own = pack.loaded?.pack.id;
  return ofPlace ?? (own !== undefined && lock.packs.has(own) ? own : undefined);
}

function describeUnlocked(id: string, location: PackLocation, named: FilePlace | undefined): PackProblem {
  const message = `pack \`${id}\` comes from outside this workspace (\`${location.source}\`) and is not locked: it can change unnoticed. \`inclusive-growth pack add ${location.source}\` locks it`;
  return warningAt(named ?? startOfFile(location.path), 'not-locked', message);
}
