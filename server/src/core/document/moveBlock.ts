import type { Span } from '../text/span';
import type { Block } from './blockBuilder';
import type { Cell, Heading, List, ListItem, Mark, Prose, Row, Table, TextUnit } from './documentModel';

/** How far what a block holds moves: offsets in the text, and indices by what stands before it. */
export interface Move {
  readonly offset: number;
  readonly units: number;
  readonly tables: number;
  readonly lists: number;
}

/** A move of offsets alone. */
export function byOffset(offset: number): Move {
  return { offset, units: 0, tables: 0, lists: 0 };
}

export function moveSpan({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

/** What a block holds, moved. */
export function moveBlock(
  block: Pick<Block, 'units' | 'tables' | 'lists'>,
  move: Move,
): Pick<Block, 'units' | 'tables' | 'lists'> {
  return {
    units: block.units.map((unit) => moveUnit(unit, move)),
    tables: block.tables.map((table) => moveTable(table, move)),
    lists: block.lists.map((list) => moveList(list, move)),
  };
}

/** A unit elsewhere. Its sentences are the same array as before. */
export function moveUnit(unit: TextUnit, { offset, tables, lists }: Move): TextUnit {
  return {
    ...unit,
    span: moveSpan(unit.span, offset),
    prose: moveProse(unit.prose, offset),
    item: unit.item && { ...unit.item, list: unit.item.list + lists },
    row: unit.row && { ...unit.row, table: unit.row.table + tables },
    marks: unit.marks.map((mark): Mark => ({ ...mark, span: moveSpan(mark.span, offset) })),
  };
}

/** A prose elsewhere than it was read: moved any number of times, it is one step away from there. */
interface MovedProse extends Prose {
  readonly origin: Prose['toSource'];
  readonly offset: number;
}

function isMoved(prose: Prose): prose is MovedProse {
  return 'origin' in prose;
}

function moveProse(prose: Prose, by: number): MovedProse {
  const { text } = prose;
  const origin = isMoved(prose) ? prose.origin : prose.toSource;
  const offset = isMoved(prose) ? prose.offset + by : by;
  return { text, origin, offset, toSource: (start, end) => moveSpan(origin(start, end), offset) };
}

export function moveTable(table: Table, move: Move): Table {
  return {
    span: moveSpan(table.span, move.offset),
    header: table.header.map((cell) => moveCell(cell, move)),
    rows: table.rows.map((row) => moveRow(row, move)),
  };
}

export function moveRow(row: Row, move: Move): Row {
  return {
    span: moveSpan(row.span, move.offset),
    cells: row.cells.map((cell) => moveCell(cell, move)),
    unit: row.unit + move.units,
  };
}

function moveCell(cell: Cell, { offset }: Move): Cell {
  return { ...cell, span: moveSpan(cell.span, offset) };
}

export function moveList(list: List, move: Move): List {
  return {
    ...list,
    span: moveSpan(list.span, move.offset),
    items: list.items.map((item) => moveItem(item, move)),
  };
}

export function moveItem(item: ListItem, { offset, units }: Move): ListItem {
  return { ...item, span: moveSpan(item.span, offset), units: item.units.map((unit) => unit + units) };
}

/** A block elsewhere in its chunk. */
export function moveWholeBlock(block: Block, offset: number): Block {
  const { heading } = block;
  return {
    ...block,
    span: moveSpan(block.span, offset),
    heading: heading && moveHeading(heading, offset),
    ...moveBlock(block, byOffset(offset)),
  };
}

export function moveHeading<T extends Pick<Heading, 'span' | 'textSpan'>>(heading: T, offset: number): T {
  return { ...heading, span: moveSpan(heading.span, offset), textSpan: moveSpan(heading.textSpan, offset) };
}
