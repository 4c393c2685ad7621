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

function moveProse({ text, toSource }: Prose, offset: number): Prose {
  return { text, toSource: (start, end) => moveSpan(toSource(start, end), offset) };
}

function moveTable(table: Table, { offset, units }: Move): Table {
  const moveCell = (cell: Cell): Cell => ({ ...cell, span: moveSpan(cell.span, offset) });
  return {
    span: moveSpan(table.span, offset),
    header: table.header.map(moveCell),
    rows: table.rows.map(
      (row): Row => ({ span: moveSpan(row.span, offset), cells: row.cells.map(moveCell), unit: row.unit + units }),
    ),
  };
}

function moveList(list: List, { offset, units }: Move): List {
  return {
    ...list,
    span: moveSpan(list.span, offset),
    items: list.items.map(
      (item): ListItem => ({
        ...item,
        span: moveSpan(item.span, offset),
        units: item.units.map((unit) => unit + units),
      }),
    ),
  };
}

export function moveHeading(heading: Heading, offset: number): Heading {
  return { ...heading, span: moveSpan(heading.span, offset), textSpan: moveSpan(heading.textSpan, offset) };
}
