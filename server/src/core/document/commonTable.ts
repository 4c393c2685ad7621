import type { Table, TableCell, TableRow } from 'mdast';
import type { CommonBlock } from './commonBlocks';
import { type NoteLabels, readCommonInline } from './commonInline';
import { endOfLine, isBlank, nextLine } from './commonLines';
import { toPosition } from './syntaxTree';

const DELIMITERS = /^\|(?: *:?-+:? *\|)+$/;

/** A table with a `|` at both ends of each row, and as many cells in each. */
export function readCommonTable(text: string, start: number, notes: NoteLabels): CommonBlock | undefined {
  const head = readRow(text, start, notes);
  const at = nextLine(text, start);
  const delimiters = text.slice(at, endOfLine(text, at));
  if (!head || !DELIMITERS.test(delimiters)) return undefined;
  const align = delimiters.slice(1, -1).split('|').map(readAlignment);
  if (align.length !== head.children.length) return undefined;
  const rows = [head];
  let next = nextLine(text, at);
  let end = at + delimiters.length;
  for (; next < text.length && !isBlank(text, next); next = nextLine(text, next)) {
    const row = readRow(text, next, notes);
    if (row?.children.length !== align.length) return undefined;
    rows.push(row);
    end = row.position?.end.offset ?? end;
  }
  const node: Table = { type: 'table', align, children: rows, position: toPosition(start, end) };
  return { node, next };
}

function readAlignment(delimiter: string): 'left' | 'right' | 'center' | null {
  const [opens, closes] = [delimiter.trimStart().startsWith(':'), delimiter.trimEnd().endsWith(':')];
  return opens ? (closes ? 'center' : 'left') : closes ? 'right' : null;
}

/** A cell holds the `|` before it; the last one also that behind it. */
function readRow(text: string, start: number, notes: NoteLabels): TableRow | undefined {
  const end = endOfLine(text, start);
  if (text.charAt(start) !== '|' || end - start < 2 || text.charAt(end - 1) !== '|') return undefined;
  const cells: TableCell[] = [];
  for (let at = start; at < end - 1; ) {
    const close = text.indexOf('|', at + 1);
    const words = trim(text, at + 1, close);
    const children = words.end > words.start ? readCommonInline(text, words, notes) : [];
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
