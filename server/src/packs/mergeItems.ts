import { changeList, isListChange } from './listChange';
import { isMap } from './loadedPack';
import type { DataPath } from './readYaml';

/**
 * Lays a later pack's words over an earlier one's: maps are merged key by key, a list or a plain value takes the place of the earlier one,
 * `{ add, remove }` changes an earlier list, and `null` takes a key away. Where there is nothing to take away, the path is handed to `onNothingToRemove`.
 */
export function mergeItems(
  earlier: unknown,
  later: unknown,
  path: DataPath,
  appends: (path: DataPath) => boolean,
  onNothingToRemove: (path: DataPath) => void,
): unknown {
  if (Array.isArray(earlier) && Array.isArray(later) && appends(path)) return [...earlier, ...later];
  if (isListChange(later)) return changeList(earlier, later, (index) => onNothingToRemove([...path, 'remove', index]));
  if (!isMap(later)) return later;
  const before = isMap(earlier) ? earlier : {};
  const merged: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(later)) {
    const here = [...path, key];
    if (value !== null) merged[key] = mergeItems(before[key], value, here, appends, onNothingToRemove);
    else {
      if (!Object.hasOwn(before, key)) onNothingToRemove(here);
      delete merged[key];
    }
  }
  return merged;
}
