import { describePath } from './describePath';
import { PACK_LIMITS } from './limits';
import type { LoadedPack } from './loadedPack';
import { findKeyPlace, isMap } from './loadedPack';
import type { PackProblem } from './packProblem';
import { errorAt } from './packProblem';
import type { DataPath } from './readYaml';

/** Takes out of a pack what is beyond `PACK_LIMITS`, and says so: maps and lists that would make every later step slow. */
export function limitItems(
  value: Readonly<Record<string, unknown>>,
  source: Pick<LoadedPack, 'files' | 'path'>,
): { readonly value: Readonly<Record<string, unknown>>; readonly problems: readonly PackProblem[] } {
  const problems: PackProblem[] = [];
  const limits: Readonly<Record<string, number>> = { include: PACK_LIMITS.includes, extends: PACK_LIMITS.bases };
  const isWithin = (path: DataPath, part: unknown, most: number): boolean => {
    const count = Array.isArray(part) ? part.length : isMap(part) ? Object.keys(part).length : 0;
    if (count <= most) return true;
    const message = `${describePath(path)} has ${count.toLocaleString('en-GB')} entries, and at most ${most.toLocaleString('en-GB')} are read: it is left out; split the pack`;
    problems.push(errorAt(findKeyPlace(source, path), 'too-many-entries', message));
    return false;
  };
  const kept = Object.entries(value).filter(([key, part]) => isWithin([key], part, limits[key] ?? PACK_LIMITS.items));
  return { value: Object.fromEntries(kept), problems };
}
