import type { Span } from '../text/span';
import type { Block } from './blockBuilder';
import type { Heading, List, ListItem, Mark, Prose, Row, Table, TextUnit } from './documentModel';

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

// All keys are written out here. Where a spread overrides a key, V8 may give each object a shape of its own, which took a quarter of the
// memory of a long document, and slowed down whoever looked at it.

/** A unit elsewhere. Its sentences are the same array as before. */
export function moveUnit(unit: TextUnit, { offset, tables, lists }: Move): TextUnit {
  const { item, row, marks } = unit;
  return {
    kind: unit.kind,
    span: moveSpan(unit.span, offset),
    prose: moveProse(unit.prose, offset),
    sentences: unit.sentences,
    quoted: unit.quoted,
    item: item && (lists === 0 ? item : { list: item.list + lists, item: item.item }),
    row: row && (tables === 0 ? row : { table: row.table + tables, row: row.row }),
    marks: marks.length === 0 ? marks : marks.map((mark) => moveMark(mark, offset)),
  };
}

function moveMark({ kind, start, end, span, target }: Mark, offset: number): Mark {
  return { kind, start, end, span: moveSpan(span, offset), target };
}

/** A prose elsewhere than it was read: moved any number of times, it is one step away from there. */
class MovedProse implements Prose {
  readonly text: string;
  readonly origin: Prose;
  readonly offset: number;

  constructor(origin: Prose, offset: number) {
    this.text = origin.text;
    this.origin = origin;
    this.offset = offset;
  }

  toSource(start: number, end: number): Span {
    return moveSpan(this.origin.toSource(start, end), this.offset);
  }
}

function moveProse(prose: Prose, by: number): Prose {
  return prose instanceof MovedProse ? new MovedProse(prose.origin, prose.offset + by) : new MovedProse(prose, by);
}

export function moveTable(table: Table, move: Move): Table {
  return {
    span: moveSpan(table.span, move.offset),
    header: table.header,
    rows: table.rows.map((row) => moveRow(row, move)),
  };
}

export function moveRow(row: Row, move: Move): Row {
  return {
    span: moveSpan(row.span, move.offset),
    cells: row.cells,
    unit: row.unit + move.units,
  };
}

export function moveList(list: List, move: Move): List {
  return {
    span: moveSpan(list.span, move.offset),
    ordered: list.ordered,
    items: list.items.map((item) => moveItem(item, move)),
  };
}

export function moveItem(item: ListItem, { offset, units }: Move): ListItem {
  return {
    span: moveSpan(item.span, offset),
    checked: item.checked,
    units: units === 0 ? item.units : item.units.map((unit) => unit + units),
  };
}

/** A block elsewhere in its chunk. */
export function moveWholeBlock(block: Block, offset: number): Block {
  const { heading, asWords } = block;
  return {
    ...block,
    span: moveSpan(block.span, offset),
    heading: heading && moveHeading(heading, offset),
    asWords: asWords && moveWholeBlock(asWords, offset),
    ...moveBlock(block, byOffset(offset)),
  };
}

export function moveHeading<T extends Pick<Heading, 'span' | 'textSpan'>>(heading: T, offset: number): T {
  return { ...heading, span: moveSpan(heading.span, offset), textSpan: moveSpan(heading.textSpan, offset) };
}
