import type { TableCell, TableRow } from 'mdast';
import type { Steps } from '../steps';
import type { Span } from '../text/span';
import type { CommonBlock, CommonReading } from './commonBlocks';
import { type KnownLabels, readCommonInline } from './commonInline';
import { endOfLine, HEADING, isBlank, nextLine, stands } from './commonLines';
import { moveTree, spanOf, toPosition } from './syntaxTree';

const DELIMITERS = /^\|(?: *:?-+:? *\|)+$/;

/** Rows that the parser is given at once: the more they are, the more each of them costs. */
const MOST_ROWS = 16;
/** So many rows are read in one step, where none needs the parser. */
const ROWS_OF_STEP = 500;

/**
 * A table whose delimiters have a `|` at both ends. Rows with nothing uncommon in them are read here; the others are given to the parser
 * behind the header and the delimiters, since what it makes of a row rests on nothing else.
 */
export function* readCommonTable(text: string, start: number, reading: CommonReading): Steps<CommonBlock | undefined> {
  const at = nextLine(text, start);
  const delimiters = text.slice(at, endOfLine(text, at));
  if (!DELIMITERS.test(delimiters)) return undefined;
  const align = delimiters.slice(1, -1).split('|').map(readAlignment);
  const readOwn = (from: number) => {
    const row = readRow(text, from, reading.labels);
    return row?.children.length === align.length ? row : undefined;
  };
  const body = nextLine(text, at);
  const head = { start, end: body };
  const first = readOwn(start) ?? parseRows(text, head, { start: body, end: body }, reading)?.[0];
  if (!first) return undefined;
  const rows = [first];
  let next = body;
  while (goesOn(text, next)) {
    const row = readOwn(next);
    const from = next;
    if (row) {
      rows.push(row);
      next = nextLine(text, next);
      if (rows.length % ROWS_OF_STEP === 0) yield;
      continue;
    }
    for (let count = 0; count < MOST_ROWS && goesOn(text, next) && !readOwn(next); count++) next = nextLine(text, next);
    const parsed = parseRows(text, head, { start: from, end: next }, reading);
    if (!parsed) return undefined;
    for (const one of parsed.slice(1)) rows.push(one);
    yield;
  }
  const end = rows.length === 1 ? at + delimiters.length : spanOf(rows.at(-1) ?? first).end;
  return { node: { type: 'table', align, children: rows, position: toPosition(start, end) }, next };
}

function goesOn(text: string, at: number): boolean {
  return at < text.length && !isBlank(text, at) && !stands(HEADING, text, at);
}

/** Header and rows as the parser reads them; undefined when it makes anything but one row of each line. */
function parseRows(text: string, head: Span, body: Span, { parse }: CommonReading): readonly TableRow[] | undefined {
  const lines = text.slice(body.start, body.end);
  const source = text.slice(head.start, head.end) + lines;
  // Lines are told here by their line feeds: behind a return alone may stand a blank one, which ends the table.
  if (/\r(?!\n)/.test(source)) return undefined;
  const [table, ...others] = parse(source)?.children ?? [];
  const count = lines.split('\n').length - (lines === '' || lines.endsWith('\n') ? 1 : 0);
  if (table?.type !== 'table' || others.length > 0 || table.children.length !== count + 1) return undefined;
  const [first, ...rows] = table.children;
  if (first) moveTree(first, head.start);
  for (const row of rows) moveTree(row, body.start - (head.end - head.start));
  return table.children;
}

function readAlignment(delimiter: string): 'left' | 'right' | 'center' | null {
  const [opens, closes] = [delimiter.trimStart().startsWith(':'), delimiter.trimEnd().endsWith(':')];
  return opens ? (closes ? 'center' : 'left') : closes ? 'right' : null;
}

/** A cell holds the `|` before it; the last one also that behind it. */
function readRow(text: string, start: number, labels: KnownLabels): TableRow | undefined {
  const end = endOfLine(text, start);
  if (text.charAt(start) !== '|' || end - start < 2 || text.charAt(end - 1) !== '|') return undefined;
  const cells: TableCell[] = [];
  for (let at = start; at < end - 1; ) {
    const close = text.indexOf('|', at + 1);
    const words = trim(text, at + 1, close);
    const children = words.end > words.start ? readCommonInline(text, words, labels) : [];
    if (!children) return undefined;
    cells.push({ type: 'tableCell', children, position: toPosition(at, close === end - 1 ? end : close) });
    at = close;
  }
  return { type: 'tableRow', children: cells, position: toPosition(start, end) };
}

function trim(text: string, from: number, to: number) {
  let [start, end] = [from, to];
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return { start, end };
}
