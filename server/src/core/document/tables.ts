import type { TableCell, Table as TableNode, TableRow } from 'mdast';
import type { Span } from '../text/span';
import { type Block, type BlockBuilder, type Place, startBlock } from './blockBuilder';
import type { Cell, Row } from './documentModel';
import { readFields, rowsOf } from './formFields';
import { findForm } from './forms';
import { moveSpan } from './moveBlock';
import { readInline, startInline } from './readInline';
import type { Source } from './source';
import { spanOf } from './syntaxTree';

/** Between the cells of a row in its prose. */
export const CELL_SEPARATOR = ' | ';
// Markdown takes a line of attributes, an include or a page number below a table for one more row.
const NO_ROW = /^\|?[ \t]*(?:\{[^{}]*\}|page \d+ of \d+|\\(?:newpage|pagebreak)\b.*)[ \t]*\|?$/i;

/** Adds a table: one unit per body row, its cells joined by ` | `. */
export function readTable(node: TableNode, source: Source, block: BlockBuilder, place: Place): void {
  const table = block.reserveTable();
  const [head, ...body] = node.children;
  const { start } = spanOf(node);
  const header = head ? head.children.map((cell) => readHeaderCell(cell, start, source)) : [];
  const rows = body
    .filter((row) => !NO_ROW.test(sliceOf(row, source).trim()))
    .map((row, at) => readRow(row, source, block, place, { table, row: at }));
  block.setTable(table, { span: spanOf(node), header, rows });
}

/** The fields of a form that is laid out as a table, which was read into a block of its own; undefined for any other table. */
export function readForm(node: TableNode, read: Block, source: Source): readonly Block[] | undefined {
  const [table] = read.tables;
  const [head] = node.children;
  const form = table && head && findForm(table.header, table.rows);
  if (!form) return undefined;
  const rows = rowsOf(table, read.units);
  if (!form.hasHeader) return readFields(form, rows, source);
  const block = startBlock();
  const row = readRow(head, source, block, { quoted: false }, { table: 0, row: 0 });
  const { units } = block.build('table', row.span);
  return readFields(form, [{ row, units }, ...rows], source);
}

function readHeaderCell(node: TableCell, tableStart: number, source: Source): Cell {
  const span = findCellSpan(node, source);
  return {
    span: moveSpan(span, -tableStart),
    text: readInline(node.children, source, span).prose.text,
    start: 0,
    end: 0,
  };
}

function readRow(
  node: TableRow,
  source: Source,
  block: BlockBuilder,
  place: Place,
  at: { table: number; row: number },
): Row {
  const reader = startInline(source, spanOf(node));
  const ranges: { span: Span; start: number; end: number }[] = [];
  for (const cell of node.children) {
    const span = findCellSpan(cell, source);
    const last = ranges.at(-1);
    if (last) {
      const pipe = Math.max(source.text.indexOf('|', last.span.end), last.span.end);
      reader.builder.addSeparator(CELL_SEPARATOR, Math.min(pipe, span.start), Math.min(pipe + 1, span.start));
    }
    const start = reader.builder.length;
    reader.add(cell.children);
    ranges.push({ span, start, end: reader.builder.length });
  }
  const words = reader.finish();
  const whole = spanOf(node);
  const cells = ranges.map(({ span, start, end }): Cell => {
    return { span: moveSpan(span, -whole.start), text: words.prose.text.slice(start, end), start, end };
  });
  const unit = block.addRow(words, whole, place, at);
  return { span: whole, cells, unit };
}

/** A cell without its pipes and the spaces around its words; an empty cell is the space between its pipes. */
function findCellSpan(node: TableCell, source: Source): Span {
  const { start } = spanOf(node);
  const raw = sliceOf(node, source);
  const from = raw.startsWith('|') ? 1 : 0;
  const to = raw.length > from && raw.endsWith('|') && !raw.endsWith('\\|') ? raw.length - 1 : raw.length;
  const inner = raw.slice(from, to);
  if (inner.trim() === '') return { start: start + from, end: start + to };
  const lead = inner.length - inner.trimStart().length;
  return { start: start + from + lead, end: start + from + inner.trimEnd().length };
}

function sliceOf(node: TableCell | TableRow, source: Source): string {
  const { start, end } = spanOf(node);
  return source.text.slice(start, end);
}
