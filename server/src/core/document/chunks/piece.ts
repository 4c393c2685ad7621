import type { TextEdit } from '../../text/textEdit';
import type { Block } from '../blockBuilder';
import type { Chunk } from './chunk';

/** The lines of one row of a table or of one item of a list, which can be read by themselves. Offsets count in the chunk. */
export interface Piece {
  readonly kind: 'table' | 'list';
  /** Index of its block. */
  readonly block: number;
  /** Index of the row, or of the item in the outermost list. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** What is read before it: header and delimiter row of a table. */
  readonly before: string;
  /** What is read after it, and where in that text its mark stands: the beginning of the next item. */
  readonly after: { readonly text: string; readonly mark: number };
}

const NOTHING = { text: '', mark: 0 };
const PREFIX = /(?:[-+*]|\d{1,9}[.)]) {1,4}(?=[^ \t\r\n])/y;

/**
 * The piece in which an edit lies wholly. The last item of a list is none: it may go on in what stands after. The first is one: with its
 * marker and the first sign behind it as they were, whatever stands before, it begins the list still.
 */
export function findPiece(chunk: Chunk, edit: TextEdit): Piece | undefined {
  const at = findBlock(chunk.blocks, edit.start);
  const block = chunk.blocks[at];
  if (block?.kind === 'table') return findRow(chunk, block, at, edit);
  return block?.kind === 'list' ? findItem(chunk, block, at, edit) : undefined;
}

/** Index of the last block that begins at or before an offset. */
function findBlock(blocks: readonly Block[], offset: number): number {
  return blocks.findLastIndex(({ span }) => span.start <= offset);
}

function findRow({ lines, text }: Chunk, { tables }: Block, block: number, edit: TextEdit): Piece | undefined {
  const [table] = tables;
  const line = lines.placeAt(edit.start).line;
  const start = lines.startOf(line);
  if (!table || edit.end > lines.endOf(line)) return undefined;
  const index = table.rows.findIndex(({ span }) => span.start === start);
  if (index < 0) return undefined;
  const head = lines.placeAt(table.span.start).line;
  const before = text.slice(lines.startOf(head), lines.startOf(head + 2));
  const end = line < lines.count ? lines.startOf(line + 1) : text.length;
  return { kind: 'table', block, index, start, end, before, after: NOTHING };
}

function findItem({ lines, text }: Chunk, { lists }: Block, block: number, edit: TextEdit): Piece | undefined {
  const items = lists[0]?.items ?? [];
  const index = items.findLastIndex(({ span }) => span.start <= edit.start);
  const [item, next] = [items[index], items[index + 1]];
  if (!item || !next) return undefined;
  const start = lines.startOf(lines.placeAt(item.span.start).line);
  const end = lines.startOf(lines.placeAt(next.span.start).line);
  const own = findPrefix(text, item.span.start);
  const other = findPrefix(text, next.span.start);
  // What is left open in an item ends behind the prefix of the next one: neither prefix may be in question.
  if (!own || !other || edit.start <= item.span.start + own.length) return undefined;
  if (edit.end >= end || /[\r\n]/.test(text.slice(edit.start, edit.end))) return undefined;
  const lead = text.slice(end, next.span.start);
  const after = { text: `${lead}${other}x\n`, mark: lead.length };
  return { kind: 'list', block, index, start, end, before: '', after };
}

/** The marker of an item with the spaces before its words; undefined where these are more than belong to it, or there are no words. */
function findPrefix(text: string, at: number): string | undefined {
  PREFIX.lastIndex = at;
  return PREFIX.exec(text)?.[0];
}
