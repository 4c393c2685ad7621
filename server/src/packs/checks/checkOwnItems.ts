import type { Pack } from '../../core/rules/pack';
import type { LoadedPack } from '../loadedPack';
import { itemsOf } from '../loadedPack';
import type { PackProblem } from '../packProblem';
import type { ItemSection } from '../packSchema';
import { ITEM_SECTIONS } from '../packSchema';
import { checkIds } from './checkIds';
import { checkPatterns } from './checkPatterns';
import { checkTerms } from './checkTerms';

/** A problem of an item, and whether the item must be left out because of it. */
export interface ItemProblem {
  readonly problem: PackProblem;
  readonly drops: boolean;
}

/** One item as a pack writes it. */
export interface OwnItem {
  readonly section: ItemSection;
  readonly id: string;
  readonly value: unknown;
  readonly source: Pick<LoadedPack, 'files' | 'path'>;
}

/** Checks that need nothing but the item itself. */
const OWN_CHECKS: readonly ((item: OwnItem) => readonly ItemProblem[])[] = [checkIds, checkTerms, checkPatterns];

/** Checks the items of a pack one by one; `dropped` names those to be left out, as `section:id`. */
export function checkOwnItems(
  pack: Pack,
  source: Pick<LoadedPack, 'files' | 'path'>,
): { problems: readonly PackProblem[]; dropped: readonly string[] } {
  const problems: PackProblem[] = [];
  const dropped: string[] = [];
  for (const section of ITEM_SECTIONS) {
    for (const [id, value] of Object.entries(itemsOf(pack, section))) {
      const found = OWN_CHECKS.flatMap((check) => check({ section, id, value, source }));
      problems.push(...found.map((f) => f.problem));
      if (found.some((f) => f.drops)) dropped.push(`${section}:${id}`);
    }
  }
  return { problems, dropped };
}
