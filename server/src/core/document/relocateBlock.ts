import type { Span } from '../text/span';
import type { Block } from './blockBuilder';
import type { Cell, Row, TextUnit } from './documentModel';
import { moveSpan } from './moveBlock';

/** A block that was read in words taken out of a source, with every span where those words stand in the source. */
export function relocateBlock(block: Block, locate: (span: Span) => Span): Block {
  const { heading, asWords } = block;
  const relocateCells = (cells: readonly Cell[], from: Span, to: Span): readonly Cell[] =>
    cells.map((cell) => ({ ...cell, span: moveSpan(locate(moveSpan(cell.span, from.start)), -to.start) }));
  const relocateRow = (row: Row): Row => {
    const span = locate(row.span);
    return { ...row, span, cells: relocateCells(row.cells, row.span, span) };
  };
  return {
    ...block,
    span: locate(block.span),
    heading: heading && { ...heading, span: locate(heading.span), textSpan: locate(heading.textSpan) },
    asWords: asWords && relocateBlock(asWords, locate),
    units: block.units.map((unit) => relocateUnit(unit, locate)),
    tables: block.tables.map((table) => {
      const span = locate(table.span);
      return { span, header: relocateCells(table.header, table.span, span), rows: table.rows.map(relocateRow) };
    }),
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
