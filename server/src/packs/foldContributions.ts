import type { Origin } from '../core/rules/ruleSet';
import type { Contribution } from './contributions';
import { mergeItems } from './mergeItems';
import type { DataPath } from './readYaml';

/** One item of the rule set in the making. */
export interface ComposedItem {
  /** `section:fullId`. */
  readonly key: string;
  /** Undefined when a later pack took the item away. */
  readonly value: unknown;
  readonly origin: Origin;
  /** In order; the first one defines the item. */
  readonly contributions: readonly Contribution[];
}

/** The key of an item in the rule set's `origins`. */
export function keyOf(contribution: Contribution): string {
  return `${contribution.section}:${contribution.fullId}`;
}

/** Lays all contributions over one another. `onNothingToRemove` hears of every `null` that takes nothing away. */
export function foldContributions(
  contributions: readonly Contribution[],
  onNothingToRemove: (contribution: Contribution, path: DataPath) => void = () => {},
): ReadonlyMap<string, ComposedItem> {
  const items = new Map<string, ComposedItem>();
  for (const contribution of contributions) {
    const key = keyOf(contribution);
    const earlier = items.get(key);
    items.set(key, {
      key,
      value: layOver(earlier?.value, contribution, onNothingToRemove),
      origin: {
        pack: contribution.pack.pack.id,
        overrides: earlier ? [...earlier.origin.overrides, earlier.origin.pack] : [],
      },
      contributions: [...(earlier?.contributions ?? []), contribution],
    });
  }
  return items;
}

function layOver(
  earlier: unknown,
  contribution: Contribution,
  onNothingToRemove: (contribution: Contribution, path: DataPath) => void,
) {
  const { section, value } = contribution;
  if (value === null) {
    if (earlier === undefined) onNothingToRemove(contribution, []);
    return undefined;
  }
  const appends = (path: DataPath) => section === 'rules' && path.length === 1 && path[0] === 'examples';
  return mergeItems(earlier, value, [], appends, (path) => onNothingToRemove(contribution, path));
}
