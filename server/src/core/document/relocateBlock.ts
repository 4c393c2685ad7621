import type { Span } from '../text/span';
import type { Block } from './blockBuilder';
import type { Cell, TextUnit } from './documentModel';

/** A block that was read in words taken out of a source, with every span where those words stand in the source. */
export function relocateBlock(block: Block, locate: (span: Span) => Span): Block {
  const { heading, asWords } = block;
  const moveCell = (cell: Cell): Cell => ({ ...cell, span: locate(cell.span) });
  return {
    ...block,
    span: locate(block.span),
    heading: heading && { ...heading, span: locate(heading.span), textSpan: locate(heading.textSpan) },
    asWords: asWords && relocateBlock(asWords, locate),
    units: block.units.map((unit) => relocateUnit(unit, locate)),
    tables: block.tables.map(({ span, header, rows }) => ({
      span: locate(span),
      header: header.map(moveCell),
      rows: rows.map((row) => ({ ...row, span: locate(row.span), cells: row.cells.map(moveCell) })),
    })),
    lists: block.lists.map((list) => ({
      ...list,
      span: locate(list.span),
      items: list.items.map((item) => ({ ...item, span: locate(item.span) })),
    })),
  };
}

function relocateUnit(unit: TextUnit, locate: (span: Span) => Span): TextUnit {
  const { prose } = unit;
  return {
    ...unit,
    span: locate(unit.span),
    prose: { text: prose.text, toSource: (start, end) => locate(prose.toSource(start, end)) },
    marks: unit.marks.map((mark) => ({ ...mark, span: locate(mark.span) })),
  };
}
