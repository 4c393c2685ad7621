import { isMap } from './loadedPack';
import type { DataPath } from './readYaml';

/** What a pack says of a list that an extended pack gives, in place of a whole new list. */
export interface ListChange {
  /** Only in lists of maps, where the first that fits may decide. */
  readonly first?: readonly unknown[];
  readonly add?: readonly unknown[];
  /** Of a list of maps: what the entries to be taken out hold. */
  readonly remove?: readonly unknown[];
}

/** Keys of a change. */
export const CHANGE_KEYS = ['first', 'add', 'remove'] as const;

/** What each key of a change means. */
export const CHANGE_MEANINGS = {
  first: 'Entries that come before those of the extended pack, where the first that fits decides.',
  add: 'Entries that come after those of the extended pack.',
  remove:
    'Entries of the extended pack that are taken out: a text as it stands there, a map by some of what it holds, such as its title.',
} as const satisfies Readonly<Record<(typeof CHANGE_KEYS)[number], string>>;

export type ChangeKey = keyof typeof CHANGE_MEANINGS;

/** True for a key of a change. */
export function isChangeKey(step: unknown): step is ChangeKey {
  return CHANGE_KEYS.some((key) => key === step);
}

/** The same way through a list that is replaced: of a list that is changed, the entries mean what those of the list mean. */
export function withoutChanges(path: DataPath): DataPath {
  return path.filter((step, index) => !(isChangeKey(step) && typeof path[index + 1] === 'number'));
}

/** True for `{ add: […], remove: […] }`. Maps from ids never have lists for values, so that nothing else looks like it. */
export function isListChange(value: unknown): value is ListChange {
  if (!isMap(value)) return false;
  // A key without a value has been passed over when the shape was judged.
  const given = Object.entries(value).filter(([, part]) => part !== null);
  return given.length > 0 && given.every(([key, part]) => isChangeKey(key) && Array.isArray(part));
}

/**
 * The list with the change made: what is added comes last (or first, where that is asked for), and nothing twice. `onNothingToRemove` hears the
 * index of each entry that is not there.
 */
export function changeList(
  earlier: unknown,
  change: ListChange,
  onNothingToRemove: (index: number) => void,
): readonly unknown[] {
  const { first, add, remove } = { first: change.first ?? [], add: change.add ?? [], remove: change.remove ?? [] };
  const before: readonly unknown[] = Array.isArray(earlier) ? earlier : [];
  remove.forEach((entry, index) => {
    if (!before.some((one) => isNamedBy(one, entry))) onNothingToRemove(index);
  });
  const kept = before.filter((entry) => !remove.some((name) => isNamedBy(entry, name)));
  const last = add.filter((entry, index) => !kept.includes(entry) && add.indexOf(entry) === index);
  return [...first, ...kept, ...last];
}

/** True for an entry that `remove` names: a text by itself, a map by any of what it holds. */
export function isNamedBy(entry: unknown, name: unknown): boolean {
  if (!isMap(name)) return JSON.stringify(entry) === JSON.stringify(name);
  return isMap(entry) && Object.entries(name).every(([key, part]) => isNamedBy(entry[key], part));
}
