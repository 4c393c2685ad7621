import type { Pack } from '../core/rules/pack';
import type { FilePlace, PackProblem } from './packProblem';
import { startOfFile } from './packProblem';
import type { ItemSection } from './packSchema';
import type { DataPath, YamlFile } from './readYaml';

/** A pack that was read, with the way back from its items to the places where they stand. */
export interface LoadedPack {
  /**
   * The joined files without the items that have errors. In what overrides an extended pack items may be partial, and `null` takes something away:
   * only the composed rule set is complete.
   */
  readonly pack: Pack;
  /** The same with the items that have errors, so that whatever else is wrong with them can be said at once. */
  readonly written: Pack;
  /** Path of `pack.yaml`. */
  readonly path: string;
  readonly files: readonly YamlFile[];
  /** True when a part could not be read: what refers to something unknown may then refer to that part. */
  readonly incomplete: boolean;
  /** Items that were left out because of an error in them, as `section:id`. */
  readonly dropped: ReadonlySet<string>;
  /** What was found while the pack was read. */
  readonly problems: readonly PackProblem[];
}

/** Items of one section of a pack, as written. */
export function itemsOf(pack: Pack, section: ItemSection): Readonly<Record<string, unknown>> {
  const items: unknown = pack[section];
  return isMap(items) ? items : {};
}

/** Place of the key that a path leads to, or of the nearest container that has a place. */
export function findKeyPlace(loaded: Pick<LoadedPack, 'files' | 'path'>, path: DataPath): FilePlace {
  return find(loaded, path, (file, part) => file.findKey(part));
}

/** Place of the value that a path leads to, or of the nearest container that has a place. */
export function findValuePlace(loaded: Pick<LoadedPack, 'files' | 'path'>, path: DataPath): FilePlace {
  return find(loaded, path, (file, part) => file.findValue(part));
}

function find(
  loaded: Pick<LoadedPack, 'files' | 'path'>,
  path: DataPath,
  look: (file: YamlFile, path: DataPath) => FilePlace | undefined,
): FilePlace {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    for (const file of loaded.files) {
      // Of a container the key is shown: its value is many lines long.
      const place = length === path.length ? look(file, part) : file.findKey(part);
      if (place) return place;
    }
  }
  return startOfFile(loaded.path);
}

/** True for a plain map. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
