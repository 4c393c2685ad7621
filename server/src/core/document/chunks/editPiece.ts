import { runSteps } from '../../steps';
import { buildLineIndex } from '../../text/lineIndex';
import type { TextEdit } from '../../text/textEdit';
import type { Block } from '../blockBuilder';
import { findForm } from '../forms';
import { isHeadedItem, isTitledItem } from '../itemForms';
import { isLazy } from '../lazyItems';
import { moveWholeBlock } from '../moveBlock';
import { LONGEST_PIECE } from '../parseMarkdown';
import { type Chunk, type ChunkSource, readChunk } from './chunk';
import { type Labels, mergeUses } from './labels';
import { findPiece, type Piece } from './piece';
import { type FreshPiece, putPiece } from './putPiece';

/** Comments reach over lines, and definitions over the document: with them, or what may become one, the whole chunk is read. */
const REACHES_FURTHER = /<!--|-->|\]:/;
/** A piece is read by itself: nothing of a title can stand in it. */
const ALONE: Omit<ChunkSource, 'text'> = {
  next: undefined,
  bodyStart: 0,
  unclosedFrom: Number.POSITIVE_INFINITY,
  followsTitle: false,
  isPlain: false,
};

/**
 * A chunk after an edit within one row of a table or one item of a list: that row or item is read again, and the rest is kept, so that
 * typing in a long one costs little. Offsets of the edit count in the chunk. Undefined where the whole chunk must be read.
 */
export function editPiece(chunk: Chunk, edit: TextEdit, labels: Labels): Chunk | undefined {
  const { commentMarks } = chunk;
  if (commentMarks.opens.length > 0 || commentMarks.lastClose >= 0 || /[\r\n]/.test(edit.text)) return undefined;
  const piece = findPiece(chunk, edit);
  if (!piece) return undefined;
  const old = chunk.text.slice(piece.start, piece.end);
  const text = old.slice(0, edit.start - piece.start) + edit.text + old.slice(edit.end - piece.start);
  if (REACHES_FURTHER.test(text) || REACHES_FURTHER.test(old)) return undefined;
  if (piece.kind === 'list') {
    // By one item that begins with a heading a list may come to be one of sections.
    if (isLazy(old) || isLazy(text) || isHeadedItem(text)) return undefined;
    if (opensWithTitle(chunk.blocks[piece.block], chunk)) return undefined;
  }
  const read = readPiece(piece, text, labels);
  return read && replacePiece(chunk, piece, text, read);
}

/** By one title in bold more, or by one word more below them, a list that begins with one may come to be one of sections. */
function opensWithTitle(list: Block | undefined, { text }: Chunk): boolean {
  const first = list?.lists[0]?.items[0]?.span;
  return first !== undefined && isTitledItem(text.slice(first.start, first.end));
}

/** Reads a piece between what stands for its neighbours; undefined when it is no longer one row, or one item. */
function readPiece({ kind, before, after }: Piece, text: string, labels: Labels) {
  const read = runSteps(readChunk({ ...ALONE, text: before + text + after.text }, labels));
  const [block] = read?.blocks ?? [];
  if (!read || !block) return undefined;
  // One line: it is the only row of the table, or none of it.
  if (kind === 'table') return block.tables[0]?.rows.length === 1 ? { block, read } : undefined;
  const items = block.lists[0]?.items ?? [];
  const stands = items.length === 2 && items[1]?.span.start === text.length + after.mark;
  return stands ? { block, read } : undefined;
}

function replacePiece(
  chunk: Chunk,
  piece: Piece,
  text: string,
  { block, read }: { readonly block: Block; readonly read: Chunk },
): Chunk | undefined {
  const whole = chunk.text.slice(0, piece.start) + text + chunk.text.slice(piece.end);
  const delta = whole.length - chunk.text.length;
  const fresh: FreshPiece = { block, offset: piece.start - piece.before.length, delta };
  const old = chunk.blocks[piece.block];
  const put = putPiece(old, piece, fresh);
  // By one row more in words a table may become a form.
  if (!old || !put || (whole.length > LONGEST_PIECE && !(isBeyondParser(old) && isBeyondParser(put)))) return undefined;
  if (put.kind === 'table' && put.tables.some(({ header, rows }) => findForm(header, rows))) return undefined;
  const blocks = chunk.blocks.map((one, at) =>
    at < piece.block ? one : at === piece.block ? put : moveWholeBlock(one, delta),
  );
  const links = mergeUses(chunk.links, read.links);
  const notes = mergeUses(chunk.notes, read.notes);
  return { ...chunk, text: whole, lines: buildLineIndex(whole), blocks, links, notes };
}

/** It was read row by row or item by item, and is so again: in a long chunk, any other block may come to be too long for the parser. */
function isBeyondParser({ span }: Block): boolean {
  return span.end - span.start > LONGEST_PIECE;
}
