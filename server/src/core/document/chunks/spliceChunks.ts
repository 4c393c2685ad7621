import type { Steps } from '../../steps';
import type { TextEdit } from '../../text/textEdit';
import type { FrontMatter } from '../documentModel';
import { opensFrontMatter, readFrontMatter } from '../frontMatter';
import { LONGEST_PIECE } from '../parseMarkdown';
import { type Chunk, countUnclosed, readChunk } from './chunk';
import { type ChunkedText, joinChunks } from './chunkedText';
import { ChunkList, GROUP_SIZE } from './chunkList';
import { editPiece } from './editPiece';
import { guessLabels, isStale, type Labels } from './labels';
import { findFenceEnd } from './openFence';
import { type Region, type RegionEdit, startRegion } from './region';

/** Short chunks are soon read again, but there are many of them to look through: what costs more depends on the text's length. */
const SHORTEST_CHUNK = { ofShort: 512, ofLong: 1024 };
const SHORT_TEXT = 300_000;

/** So many chunks are looked at in one step, where none needs to be read. */
const CHUNKS_OF_STEP = 500;

/** So long is a piece that is read as plain lines, where what opens in it goes on for too long: soon read again with each key. */
const PLAIN_PIECE = 16_000;

/** Reads a whole text into chunks, each at least `shortest` long, in groups of about `groupSize`. */
export function* readChunks(
  text: string,
  shortest = text.length < SHORT_TEXT ? SHORTEST_CHUNK.ofShort : SHORTEST_CHUNK.ofLong,
  groupSize = GROUP_SIZE,
): Steps<ChunkedText> {
  const nothing = { chunks: new ChunkList([], groupSize), labels: guessLabels(text), frontMatter: undefined, shortest };
  return yield* spliceChunks(nothing, { start: 0, end: 0, text });
}

/** The text after one edit: chunks that the edit does not touch, and on whose reading it has no bearing, are kept. */
export function* spliceChunks(old: ChunkedText, edit: TextEdit): Steps<ChunkedText> {
  const inside = editInside(old, edit);
  if (inside) return inside;
  const frontMatter = updateFrontMatter(old, edit);
  const bodyStart = frontMatter?.span.end ?? 0;
  const lastClose = findLastClose(old, edit);
  const region = startRegion(old.chunks, placeEdit(old, edit, bodyStart, lastClose));
  const fresh = yield* cutRegion(region, old, { bodyStart, lastClose });
  const removed = old.chunks.slice(region.first, region.next);
  const spliced = old.chunks.splice(region.first, region.next, fresh);
  const keepsLabels = old.chunks.count > 0 && sameLabels(removed, fresh);
  const labels = keepsLabels ? old.labels : collectLabels(spliced);
  const chunks = keepsLabels
    ? yield* reviseTitle(spliced, region.first + fresh.length, labels)
    : yield* reviseAll(spliced, labels);
  return { chunks, labels, frontMatter, shortest: old.shortest };
}

/** The text after an edit that changes nothing but one row of a table or one item of a list. */
function editInside(old: ChunkedText, edit: TextEdit): ChunkedText | undefined {
  const { index, chunk, start } = old.chunks.find(edit.start);
  // Front matter that is not closed yet may be so by any line.
  if (!chunk || (opensFrontMatter(old.chunks.at(0)?.text ?? '') && !old.frontMatter)) return undefined;
  const edited = editPiece(chunk, { start: edit.start - start, end: edit.end - start, text: edit.text }, old.labels);
  return edited && { ...old, chunks: old.chunks.splice(index, index + 1, [edited]) };
}

/** The front matter after an edit. Only where the text begins like one, and the edit may concern it, is the text looked through for its end. */
function updateFrontMatter(old: ChunkedText, edit: TextEdit): FrontMatter | undefined {
  if (old.frontMatter && edit.start > old.frontMatter.span.end) return old.frontMatter;
  if (edit.start >= 3 && !opensFrontMatter(old.chunks.at(0)?.text ?? '')) return undefined;
  const text = joinChunks(old);
  return readFrontMatter(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
}

/** Offset of the last `-->` in the text after the edit, or 0: from there on, comments that open are never closed. */
function findLastClose({ chunks }: ChunkedText, edit: TextEdit): number {
  const first = chunks.find(edit.start);
  const last = chunks.find(edit.end);
  const delta = edit.text.length - (edit.end - edit.start);
  const below = chunks.findLastClose(last.index + 1, chunks.count);
  if (below >= 0) return below + delta;
  // A first read has no chunks yet: there, the edit is the whole text.
  const before = first.chunk?.text.slice(0, edit.start - first.start) ?? '';
  const after = last.chunk?.text.slice(edit.end - last.start) ?? '';
  const touched = before + edit.text + after;
  const inside = touched.lastIndexOf('-->');
  return inside >= 0 ? first.start + inside : Math.max(chunks.findLastClose(0, first.index), 0);
}

/** Which chunks are touched: by the edit, by front matter that begins or ends elsewhere, by comments that are closed or no longer are. */
function placeEdit(old: ChunkedText, edit: TextEdit, bodyStart: number, lastClose: number): RegionEdit {
  const { chunks } = old;
  let first = chunks.find(edit.start).index;
  let last = chunks.find(edit.end).index;
  const delta = edit.text.length - (edit.end - edit.start);
  const touch = (index: number) => {
    first = Math.min(first, index);
    last = Math.max(last, index);
  };
  if (bodyStart !== (old.frontMatter?.span.end ?? 0)) touch(0);
  const after = last;
  let index = 0;
  chunks.groups.forEach((group, at) => {
    const isAfter = index > after;
    const from = chunks.startOfGroup(at);
    const lastOpen = from + group.lastOpen + (isAfter ? delta : 0);
    const holdsEdit = index <= after && index + group.chunks.length > first;
    // All that opens in it was closed and still is.
    const isClosed = !group.hasUnclosed && (group.lastOpen < 0 || (!holdsEdit && lastOpen < lastClose));
    if (!isClosed)
      group.chunks.forEach((chunk, i) => {
        if (chunk.commentMarks.opens.length === 0 || (index + i >= first && index + i <= last)) return;
        const start = from + (group.starts[i] ?? 0) + (index + i > after ? delta : 0);
        const unclosed = countUnclosed(chunk.commentMarks, Math.max(lastClose - start, 0));
        if (unclosed !== countUnclosed(chunk.commentMarks, chunk.unclosedFrom)) touch(index + i);
      });
    index += group.chunks.length;
  });
  const base = chunks.startOf(first);
  return { first, next: last + 1, start: edit.start - base, end: edit.end - base, text: edit.text };
}

/** Cuts a region at the first places where it holds to cut, and reads each piece. */
function* cutRegion(
  region: Region,
  old: ChunkedText,
  { bodyStart, lastClose }: { readonly bodyStart: number; readonly lastClose: number },
): Steps<Chunk[]> {
  const chunks: Chunk[] = [];
  const base = old.chunks.startOf(region.first);
  let followsTitle = old.chunks.followsTitle(region.first);
  let at = 0;
  do {
    const body = base + at === 0 ? bodyStart : 0;
    let chunk: Chunk | undefined;
    let isPlain = false;
    for (let from = Math.max(at + old.shortest, body); !chunk; ) {
      const cut = region.findCut(from);
      const text = region.text.slice(at, cut.at);
      const unclosedFrom = Math.max(lastClose - base - at, 0);
      const source = { text, next: cut.opening, bodyStart: body, unclosedFrom, followsTitle, isPlain };
      chunk = yield* readChunk(source, old.labels);
      if (chunk) break;
      yield;
      from = findNext(region, at, cut.at);
      isPlain = from - at > LONGEST_PIECE;
      if (isPlain) from = Math.max(cut.at, at + PLAIN_PIECE, body);
    }
    chunks.push(chunk);
    followsTitle = chunk.leavesTitle ?? followsTitle;
    at += chunk.text.length;
    yield;
  } while (at < region.text.length);
  return chunks;
}

/** How far to go on where something is open at `end` that begins after `at`: to the end of a fence, or as far again as it already is long. */
function findNext(region: Region, at: number, end: number): number {
  const fence = findFenceEnd(region.text.slice(at, end));
  if (!fence) return end + Math.max(end - at, 1);
  const ahead = region.lookAhead(end, LONGEST_PIECE);
  const match = fence.exec(ahead);
  // A fence that is closed too far away, or never, is none.
  return end + (match ? match.index + match[0].length : Math.max(ahead.length, 1));
}

function sameLabels(before: readonly Chunk[], after: readonly Chunk[]): boolean {
  const all = (chunks: readonly Chunk[]) =>
    chunks.flatMap(({ links, notes }) => [...links.defined.map((l) => `[${l}`), ...notes.defined.map((l) => `^${l}`)]);
  const [a, b] = [all(before), all(after)];
  return a.length === b.length && a.every((label, i) => label === b[i]);
}

function collectLabels({ groups }: ChunkList): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const { chunks } of groups) {
    for (const chunk of chunks) {
      for (const label of chunk.links.defined) links.add(label);
      for (const label of chunk.notes.defined) notes.add(label);
    }
  }
  return { links, notes };
}

/**
 * Reads again what was read by an answer that is no longer true: whether a label is defined, whether the title stands above. Neither
 * changes where blocks begin and end.
 */
function* reviseAll(chunks: ChunkList, labels: Labels): Steps<ChunkList> {
  const revised = new Map<number, Chunk>();
  let followsTitle = true;
  let index = 0;
  for (const group of chunks.groups) {
    for (const chunk of group.chunks) {
      const isRead: boolean = isStale(chunk, labels) || isUnderOther(chunk, followsTitle);
      const now: Chunk = isRead ? ((yield* readChunk({ ...chunk, followsTitle }, labels)) ?? chunk) : chunk;
      if (isRead) revised.set(index, now);
      followsTitle = now.leavesTitle ?? followsTitle;
      index++;
      if (isRead || index % CHUNKS_OF_STEP === 0) yield;
    }
  }
  return chunks.replace(revised);
}

/** Reads again what stands below the chunk before `from`, and was read by another answer to whether the title stands above. */
function* reviseTitle(chunks: ChunkList, from: number, labels: Labels): Steps<ChunkList> {
  const revised = new Map<number, Chunk>();
  let followsTitle = chunks.followsTitle(from);
  for (let index = from; index < chunks.count; index++) {
    const chunk = chunks.at(index);
    if (!chunk) break;
    const isRead = isUnderOther(chunk, followsTitle);
    const now = isRead ? ((yield* readChunk({ ...chunk, followsTitle }, labels)) ?? chunk) : chunk;
    if (isRead) revised.set(index, now);
    // What follows goes by this chunk, as it did.
    if (now.leavesTitle !== undefined && now.leavesTitle === chunk.leavesTitle) break;
    followsTitle = now.leavesTitle ?? followsTitle;
    if (isRead || index % CHUNKS_OF_STEP === 0) yield;
  }
  return chunks.replace(revised);
}

/** Whether a chunk was read by another answer to whether the title stands above it. */
function isUnderOther(chunk: Chunk, followsTitle: boolean): boolean {
  return chunk.asksTitle && chunk.followsTitle !== followsTitle;
}
