import type { LoadedPack } from './loadedPack';
import { isMap, itemsOf } from './loadedPack';
import type { ItemSection } from './packSchema';
import { ITEM_SECTIONS } from './packSchema';

/** An item that differs between two versions of a pack. */
export interface ItemChange {
  readonly section: ItemSection;
  readonly id: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** For `changed`: the keys that differ, deepest common ones: `severity`, `facets.who.signals`. */
  readonly keys: readonly string[];
}

/** What differs between an earlier version of a pack and a later one, as they are written. */
export function compareVersions(earlier: LoadedPack, later: LoadedPack): readonly ItemChange[] {
  return ITEM_SECTIONS.flatMap((section) => {
    const before = itemsOf(earlier.written, section);
    const after = itemsOf(later.written, section);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id): readonly ItemChange[] => {
      if (!Object.hasOwn(before, id)) return [{ section, id, kind: 'added', keys: [] }];
      if (!Object.hasOwn(after, id)) return [{ section, id, kind: 'removed', keys: [] }];
      const keys = findDifferences(before[id], after[id], []);
      return keys.length > 0 ? [{ section, id, kind: 'changed', keys }] : [];
    });
  });
}

function findDifferences(before: unknown, after: unknown, path: readonly string[]): readonly string[] {
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => findDifferences(before[key], after[key], [...path, key]));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [path.join('.')];
}
