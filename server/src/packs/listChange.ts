import { isMap } from './loadedPack';

/** What a pack says of a list that an extended pack gives, in place of a whole new list. */
export interface ListChange {
  readonly add?: readonly unknown[];
  readonly remove?: readonly unknown[];
}

/** Keys of a change. */
export const CHANGE_KEYS = ['add', 'remove'] as const;

/** True for `{ add: […], remove: […] }`. Maps from ids never have lists for values, so that nothing else looks like it. */
export function isListChange(value: unknown): value is ListChange {
  if (!isMap(value)) return false;
  // A key without a value has been passed over when the shape was judged.
  const given = Object.entries(value).filter(([, part]) => part !== null);
  return given.length > 0 && given.every(([key, part]) => (key === 'add' || key === 'remove') && Array.isArray(part));
}

/** The list with the change made: what is added comes last, and nothing twice. `onNothingToRemove` hears the index of each entry that is not there. */
export function changeList(
  earlier: unknown,
  change: ListChange,
  onNothingToRemove: (index: number) => void,
): readonly unknown[] {
  const { add, remove } = { add: change.add ?? [], remove: change.remove ?? [] };
  const before: readonly unknown[] = Array.isArray(earlier) ? earlier : [];
  remove.forEach((entry, index) => {
    if (!before.includes(entry)) onNothingToRemove(index);
  });
  const kept = before.filter((entry) => !remove.includes(entry));
  return [...kept, ...add.filter((entry, index) => !kept.includes(entry) && add.indexOf(entry) === index)];
}
