import type { Cell, Mark, Section, TextUnit } from '../document/documentModel';
import type { ProseRange } from '../text/proseRange';

/** Where a row stands: what a unit that is one shows depends on the header above it, too. */
export interface RowPlace {
  readonly header: readonly Cell[];
  readonly cells: readonly Cell[];
}

/** The place of a unit that is a row. */
export function findRow({ row }: TextUnit, { tables }: Section): RowPlace | undefined {
  const table = row && tables[row.table];
  const cells = row && table?.rows[row.row]?.cells;
  return table && cells && { header: table.header, cells };
}

/** Whether all that signals and contexts look at is the same in two units of the same words, wherever they stand in the source. */
export function isSameUnit(a: TextUnit, b: TextUnit): boolean {
  if (a.kind !== b.kind || a.quoted !== b.quoted || (a.row === undefined) !== (b.row === undefined)) return false;
  const sentences = a.sentences === b.sentences || areSame(a.sentences, b.sentences, isSameRange);
  return sentences && areSame(a.marks, b.marks, isSameMark);
}

export function isSameRow(a: RowPlace | undefined, b: RowPlace | undefined): boolean {
  if (!a || !b) return a === b;
  return areSame(a.cells, b.cells, isSameRange) && areSame(a.header, b.header, (one, other) => one.text === other.text);
}

function isSameMark(a: Mark, b: Mark): boolean {
  return a.kind === b.kind && a.target === b.target && isSameRange(a, b);
}

function isSameRange(a: ProseRange, b: ProseRange): boolean {
  return a.start === b.start && a.end === b.end;
}

function areSame<T>(a: readonly T[], b: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return a.length === b.length && a.every((one, at) => same(one, b[at] as T));
}
