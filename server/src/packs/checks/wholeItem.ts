import type { Contribution } from '../contributions';
import { describePath } from '../describePath';
import type { ComposedItem } from '../foldContributions';
import { findKeyPlace, findValuePlace } from '../loadedPack';
import type { FilePlace } from '../packProblem';
import { errorAt, warningAt } from '../packProblem';
import type { ItemSection } from '../packSchema';
import type { DataPath } from '../readYaml';
import type { ItemProblem } from './checkOwnItems';

/** An item as composed from all packs, for checks that need the whole of it. */
export interface WholeItem {
  readonly section: ItemSection;
  /** `signal `x``: the item in words. */
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** True when some pack writes the key that the path leads to, with or without a value. */
  isWritten(path: DataPath): boolean;
  /** An error, shown at the key (or value) that the path leads to in the latest pack that says it. */
  error(
    code: string,
    message: string,
    path?: DataPath,
    options?: { readonly drops?: boolean; readonly atValue?: boolean },
  ): ItemProblem;
  warning(code: string, message: string, path?: DataPath): ItemProblem;
}

/** Prepares a composed item for checking. */
export function buildWholeItem(item: ComposedItem, value: Readonly<Record<string, unknown>>): WholeItem | undefined {
  const first = item.contributions[0];
  if (!first) return undefined;
  const place = (path: DataPath, atValue: boolean): FilePlace => {
    const holder = item.contributions.findLast((c) => has(c, path)) ?? first;
    const full = [holder.section, holder.id, ...path];
    return atValue ? findValuePlace(holder.pack, full) : findKeyPlace(holder.pack, full);
  };
  return {
    section: first.section,
    name: describePath([first.section, first.id]),
    value,
    isWritten: (path) => item.contributions.some((c) => has(c, path)),
    error: (code, message, path = [], options = {}) => ({
      problem: errorAt(place(path, options.atValue === true), code, message),
      drops: options.drops === true,
    }),
    warning: (code, message, path = []) => ({ problem: warningAt(place(path, false), code, message), drops: false }),
  };
}

function has(contribution: Contribution, path: DataPath): boolean {
  const full = [contribution.section, contribution.id, ...path];
  return path.length === 0 ? false : contribution.pack.files.some((file) => file.findKey(full) !== undefined);
}
