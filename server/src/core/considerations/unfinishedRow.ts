import { hasLetterOrNumber } from '../text/letters';
import type { SectionMatches } from './sectionMatches';

/**
 * True for a unit that is a row with an empty cell or one that is put off: where another row answers as well and has all its cells, a reader
 * is shown that one.
 */
export function isUnfinishedRow(index: number, { section, units }: SectionMatches): boolean {
  const place = section.units[index]?.row;
  const row = place && section.tables[place.table]?.rows[place.row];
  if (!row) return false;
  if (row.cells.some(({ text }) => !hasLetterOrNumber(text))) return true;
  const contexts = units[index]?.contexts ?? [];
  return contexts.some(({ effect, excused }) => (effect === 'placeholder' || effect === 'defer') && !excused);
}
