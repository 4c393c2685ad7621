import { expandPath } from './checks/expandPath';
import { describePath } from './describePath';
import type { ComposedItem } from './foldContributions';
import type { LoadedPack } from './loadedPack';
import { findKeyPlace } from './loadedPack';
import type { PackProblem } from './packProblem';
import { warningAt } from './packProblem';
import type { ItemSection } from './packSchema';

/** What an item cannot do without: where its id stands, and what it is. */
const NEEDS: readonly { readonly section: ItemSection; readonly at: string; readonly to: ItemSection }[] = [
  { section: 'rules', at: 'consideration', to: 'considerations' },
  { section: 'rules', at: 'vocabulary', to: 'vocabularies' },
  { section: 'signals', at: 'vocabulary', to: 'vocabularies' },
  { section: 'signals', at: 'all.*', to: 'signals' },
];

/**
 * Takes out the items in `faulty`, and then what cannot do without an item that is gone. That is said once for each item that took others with it,
 * by a problem added to `problems`. A list that merely names a missing item goes on without it.
 */
export function dropDependents(
  items: ReadonlyMap<string, ComposedItem>,
  faulty: ReadonlySet<string>,
  packs: readonly LoadedPack[],
  problems: PackProblem[],
): ReadonlyMap<string, ComposedItem> {
  const left = new Map([...items].filter(([key]) => !faulty.has(key)));
  const taken = new Map<string, string[]>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const [key, item] of left) {
      const cause = findLost(item, left);
      if (cause === undefined) continue;
      left.delete(key);
      // What goes with something that itself went with another is told of the first cause.
      const root = [...taken].find(([, keys]) => keys.includes(cause))?.[0] ?? cause;
      taken.set(root, [...(taken.get(root) ?? []), key]);
      changed = true;
    }
  }
  for (const [cause, keys] of taken) {
    const problem = describe(cause, keys, items, packs);
    if (problem) problems.push(problem);
  }
  return left;
}

/** An item that this one needs and that is not left. */
function findLost(item: ComposedItem, left: ReadonlyMap<string, ComposedItem>): string | undefined {
  return NEEDS.filter(({ section }) => item.key.startsWith(`${section}:`))
    .flatMap(({ at, to }) => expandPath(item.value, at).map(({ word }) => `${to}:${word}`))
    .find((key) => left.get(key)?.value === undefined);
}

function describe(
  cause: string,
  keys: readonly string[],
  items: ReadonlyMap<string, ComposedItem>,
  packs: readonly LoadedPack[],
): PackProblem | undefined {
  const name = (key: string) => describePath([key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]);
  const path = [cause.slice(0, cause.indexOf(':')), cause.slice(cause.indexOf(':') + 1)];
  const holder = items.get(cause)?.contributions[0]?.pack ?? packs.find((pack) => pack.dropped.has(cause));
  // Nobody defines it: the reference itself has been reported.
  if (!holder) return undefined;
  const named = keys.map((key) => name(key));
  const listed = named.length > 4 ? `${named.slice(0, 4).join(', ')} and ${named.length - 4} more` : named.join(', ');
  const message = `${name(cause)} is left out because of its errors, and with it what needs it: ${listed}`;
  return warningAt(findKeyPlace(holder, path), 'left-out', message);
}
