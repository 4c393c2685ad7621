import type { Heading, List, ListItem, Paragraph, Table, TableCell, TableRow } from 'mdast';
import type { Span } from '../text/span';
import { type HasNote, readCommonInline } from './commonInline';
import { toPosition } from './syntaxTree';

/** A block that was read without the parser, and where the text goes on after it: at a line that is none of it. */
export interface CommonBlock {
  readonly node: Heading | Paragraph | List | Table;
  readonly next: number;
}

/** Nothing but a paragraph begins with these, and they interrupt nothing. */
const WORDS = /[\p{L}[("'\u2018\u2019\u201c\u00a3\u20ac$%]|\*{1,2}(?=[\p{L}\p{N}])|\d(?!\d{0,8}[.)](?:[ \t\r\n]|$))/uy;
const HEADING = /(#{1,6}) +(?=[^\s#])/y;
const BULLET = /[-*+] (?=\S)/y;
const NUMBER = /(\d{1,9})[.)] (?=\S)/y;
const DELIMITERS = /\|(?: *:?-+:? *\|)+$/;
const BLANK = /[ \t]*(?:\r?\n|$)/y;
/**
 * Reads the block that begins at `start`, the start of a line before which nothing is open, when it is of the commonest kind: a paragraph,
 * an ATX heading, a tight list of single lines or a table, with nothing in its words but what `readCommonInline` knows. It gives what the
 * parser would give, at a fraction of the cost: most of most papers is of this kind. Undefined for anything else.
 */
export function readCommonBlock(text: string, start: number, hasNote: HasNote): CommonBlock | undefined {
  const read = text.charAt(start) === '#' ? readHeading : text.charAt(start) === '|' ? readTable : readWords;
  return read(text, start, hasNote);
}

/** Whether a paragraph, a heading or a table may begin at `start`, the start of a line. */
export function mayBeginBlock(text: string, start: number): boolean {
  return stands(WORDS, text, start) || stands(HEADING, text, start) || text.charAt(start) === '|';
}

/** Where the next line begins; the end of the text when there is none. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Whether the line that begins at `start` is blank; true at the end of the text. */
export function isBlank(text: string, start: number): boolean {
  return stands(BLANK, text, start);
}

function stands(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

/** The end of a line's words; what ends the line stands behind it. */
function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  const before = end < 0 ? text.length : end;
  return end >= 0 && text.charAt(before - 1) === '\r' ? before - 1 : before;
}

/** The words of a line, or of several, without the white space behind them, which is part of the block all the same. */
function wordsOf(text: string, from: number, end: number): Span {
  let last = end;
  while (last > from && (text.charAt(last - 1) === ' ' || text.charAt(last - 1) === '\t')) last--;
  return { start: from, end: last };
}

function readHeading(text: string, start: number, hasNote: HasNote): CommonBlock | undefined {
  HEADING.lastIndex = start;
  const marks = HEADING.exec(text);
  if (!marks) return undefined;
  const from = start + marks[0].length;
  const end = endOfLine(text, from);
  if (text.slice(from, end).includes('#')) return undefined;
  const children = readCommonInline(text, wordsOf(text, from, end), hasNote);
  if (!children) return undefined;
  const depth = (marks[1]?.length ?? 1) as Heading['depth'];
  return { node: { type: 'heading', depth, children, position: toPosition(start, end) }, next: nextLine(text, end) };
}

function readWords(text: string, start: number, hasNote: HasNote): CommonBlock | undefined {
  if (stands(WORDS, text, start)) return readParagraph(text, start, hasNote);
  return readList(text, start, hasNote);
}

function readParagraph(text: string, start: number, hasNote: HasNote): CommonBlock | undefined {
  let end = endOfLine(text, start);
  let next = nextLine(text, end);
  while (next < text.length && !isBlank(text, next) && !stands(HEADING, text, next)) {
    if (!stands(WORDS, text, next)) return undefined;
    end = endOfLine(text, next);
    next = nextLine(text, end);
  }
  const children = readCommonInline(text, wordsOf(text, start, end), hasNote);
  return children && { node: { type: 'paragraph', children, position: toPosition(start, end) }, next };
}

/** Items on consecutive lines, with the same mark. */
function readList(text: string, start: number, hasNote: HasNote): CommonBlock | undefined {
  const mark = stands(BULLET, text, start) ? BULLET : NUMBER;
  const items: ListItem[] = [];
  let next = start;
  let first: RegExpExecArray | undefined;
  while (next < text.length && !isBlank(text, next)) {
    mark.lastIndex = next;
    const found = mark.exec(text);
    if (!found || (first && found[0].at(-2) !== first[0].at(-2))) return undefined;
    first ??= found;
    const item = readItem(text, next, next + found[0].length, hasNote);
    if (!item) return undefined;
    items.push(item);
    next = nextLine(text, next);
  }
  if (!first || goesOn(text, next, first[0].at(-2) ?? '')) return undefined;
  const ordered = mark === NUMBER;
  const position = toPosition(start, items.at(-1)?.position?.end.offset ?? start);
  const node: List = {
    type: 'list',
    ordered,
    start: ordered ? Number(first[1]) : null,
    spread: false,
    children: items,
    position,
  };
  return { node, next };
}

function readItem(text: string, start: number, from: number, hasNote: HasNote): ListItem | undefined {
  const end = endOfLine(text, from);
  if (!stands(WORDS, text, from)) return undefined;
  const children = readCommonInline(text, wordsOf(text, from, end), hasNote);
  if (!children) return undefined;
  const paragraph: Paragraph = { type: 'paragraph', children, position: toPosition(from, end) };
  return { type: 'listItem', spread: false, checked: null, children: [paragraph], position: toPosition(start, end) };
}

/** Whether what follows the blank lines from `start` is still of the list before them: indented, or an item with the same mark. */
function goesOn(text: string, start: number, mark: string): boolean {
  let at = start;
  while (at < text.length && isBlank(text, at)) at = nextLine(text, at);
  const line = /^(?:[ \t]|(?:\d{1,9})?(.)(?:\s|$))/.exec(text.slice(at, at + 12));
  return line !== null && (line[1] === undefined || line[1] === mark);
}

function readTable(text: string, start: number, hasNote: HasNote): CommonBlock | undefined {
  const head = readRow(text, start, hasNote);
  const at = nextLine(text, start);
  const delimiters = text.slice(at, endOfLine(text, at));
  if (!head || !DELIMITERS.test(delimiters) || !delimiters.startsWith('|')) return undefined;
  const align = delimiters.slice(1, -1).split('|').map(readAlignment);
  if (align.length !== head.children.length) return undefined;
  const rows = [head];
  let next = nextLine(text, at);
  let end = at + delimiters.length;
  for (; next < text.length && !isBlank(text, next); next = nextLine(text, next)) {
    const row = readRow(text, next, hasNote);
    if (row?.children.length !== align.length) return undefined;
    rows.push(row);
    end = row.position?.end.offset ?? end;
  }
  return { node: { type: 'table', align, children: rows, position: toPosition(start, end) }, next };
}

function readAlignment(delimiter: string): 'left' | 'right' | 'center' | null {
  const [opens, closes] = [delimiter.trimStart().startsWith(':'), delimiter.trimEnd().endsWith(':')];
  return opens ? (closes ? 'center' : 'left') : closes ? 'right' : null;
}

/** A line that begins and ends with `|`. A cell holds the `|` before it; the last one also that behind it. */
function readRow(text: string, start: number, hasNote: HasNote): TableRow | undefined {
  const end = endOfLine(text, start);
  if (text.charAt(start) !== '|' || end - start < 2 || text.charAt(end - 1) !== '|') return undefined;
  const cells: TableCell[] = [];
  for (let at = start; at < end - 1; ) {
    const close = text.indexOf('|', at + 1);
    const words = trim(text, at + 1, close);
    const children = words.end > words.start ? readCommonInline(text, words, hasNote) : [];
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
