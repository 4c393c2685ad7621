import { checkConsideration } from './checkConsideration';
import type { ItemProblem } from './checkOwnItems';
import { checkRule } from './checkRule';
import { checkContext, checkSignal } from './checkSignal';
import { findMissingKeys } from './findMissingKeys';
import type { WholeItem } from './wholeItem';

/** What can only be judged once all packs have had their say about an item. */
export function checkWholeItem(item: WholeItem): readonly ItemProblem[] {
  const missing = findMissingKeys(item);
  // The other checks need a complete item.
  if (missing.length > 0) return missing;
  if (item.section === 'signals') return checkSignal(item);
  if (item.section === 'contexts') return checkContext(item);
  if (item.section === 'considerations') return checkConsideration(item);
  if (item.section === 'rules') return checkRule(item);
  return [];
}
