import type { Span } from '../text/span';
import type { Block, BlockBuilder, Place } from './blockBuilder';
import type { Cell, Row } from './documentModel';
import { readFields, rowsOf } from './formFields';
import { findMarkedForm } from './forms';
import { addHtmlText, trimSpan } from './htmlText';
import type { HtmlToken } from './htmlTokens';
import { moveSpan } from './moveBlock';
import { startProse } from './prose';
import { findQuotations } from './readInline';
import type { Source } from './source';
import { CELL_SEPARATOR } from './tables';

/** Takes the tags and text of one HTML table until it is closed. A table inside a cell is words of that cell. */
export interface HtmlTableReader {
  readonly closed: boolean;
  take(token: HtmlToken, block: BlockBuilder, place: Place): void;
  /** Ends the table at `end`, closed in the source or not. */
  finish(end: number, block: BlockBuilder, place: Place): void;
}

/** The fields of a form that is laid out as a table, which was read into a block of its own; undefined for any other table. */
export function readHtmlForm({ tables: [table], units }: Block, source: Source): readonly Block[] | undefined {
  const form = table && findMarkedForm(table.header, table.rows);
  return form && readFields(form, rowsOf(table, units), source);
}

interface OpenCell {
  readonly start: number;
  readonly heads: boolean;
  span: { start: number; end: number };
}

export function startHtmlTable(tableStart: number, source: Source, block: BlockBuilder): HtmlTableReader {
  const table = block.reserveTable();
  const rows: Row[] = [];
  let header: readonly Cell[] = [];
  let row: { start: number; builder: ReturnType<typeof startProse>; cells: (OpenCell & { end: number })[] } | undefined;
  let cell: OpenCell | undefined;
  let depth = 1;
  let closed = false;

  const endCell = (at: number) => {
    if (row && cell) {
      const span = cell.span.end > cell.span.start ? cell.span : { start: cell.span.start, end: at };
      row.cells.push({ ...cell, span, end: row.builder.length });
    }
    cell = undefined;
  };
  const endRow = (at: number, into: BlockBuilder, place: Place) => {
    endCell(at);
    const done = row;
    row = undefined;
    if (!done || done.cells.length === 0) return;
    const prose = done.builder.build();
    const span = { start: done.start, end: at };
    if (rows.length === 0 && header.length === 0 && done.cells.every((c) => c.heads)) {
      header = done.cells.map((c) => {
        return { span: moveSpan(c.span, -tableStart), text: prose.text.slice(c.start, c.end), start: 0, end: 0 };
      });
      return;
    }
    const unit = into.addRow({ prose, marks: findQuotations(prose), images: [] }, span, place, {
      table,
      row: rows.length,
    });
    const cells = done.cells.map(({ span: inner, start, end }): Cell => {
      return { span: moveSpan(inner, -done.start), text: prose.text.slice(start, end), start, end };
    });
    rows.push({ span, cells, unit });
  };
  const openCell = (tag: Span, heads: boolean) => {
    endCell(tag.start);
    row ??= {
      start: tag.start,
      builder: startProse(source.hiddenIn({ start: tag.start, end: source.text.length }), undefined, tag.start),
      cells: [],
    };
    if (row.cells.length > 0) row.builder.addSeparator(CELL_SEPARATOR, tag.start, tag.end);
    cell = { start: row.builder.length, heads, span: { start: tag.end, end: tag.end } };
  };
  const addText = (span: Span) => {
    if (!row || !cell) return;
    addHtmlText(source.text, span, row.builder);
    const inner = trimSpan(source.text, span);
    if (inner.end === inner.start) return;
    const first = cell.span.end === cell.span.start;
    cell.span = { start: first ? inner.start : cell.span.start, end: inner.end };
  };
  const finish = (end: number, into: BlockBuilder, place: Place) => {
    endRow(end, into, place);
    into.setTable(table, { span: { start: tableStart, end }, header, rows });
    closed = true;
  };
  return {
    get closed() {
      return closed;
    },
    take(token, into, place) {
      if (token.kind === 'text') return addText(token.span);
      const { name, span, kind } = token;
      if (name === 'table') {
        depth += kind === 'open' ? 1 : -1;
        if (depth === 0) finish(span.end, into, place);
      } else if (depth > 1) return;
      else if (name === 'tr') {
        endRow(span.start, into, place);
        if (kind === 'open') row = { start: span.start, builder: startProse([], undefined, span.start), cells: [] };
      } else if (name === 'td' || name === 'th') {
        if (kind === 'open') openCell(span, name === 'th');
        else endCell(span.start);
      } else row?.builder.add(' ', span.start, span.end);
    },
    finish,
  };
}
