import type { Steps } from '../../steps';
import type { TextEdit } from '../../text/textEdit';
import type { FrontMatter } from '../documentModel';
import { readFrontMatter } from '../frontMatter';
import { type Chunk, countUnclosed, readChunk } from './chunk';
import { type ChunkedText, chainChunks, findChunk, joinChunks } from './chunkedText';
import { editPiece } from './editPiece';
import { guessLabels, isStale, type Labels } from './labels';
import { type Region, type RegionEdit, startRegion } from './region';

/** Short chunks are soon read again, but there are many of them to look through: what costs more depends on the text's length. */
const SHORTEST_CHUNK = { ofShort: 512, ofLong: 1024 };
const SHORT_TEXT = 300_000;

const ALL = { from: 0, to: Number.POSITIVE_INFINITY };

/** Reads a whole text into chunks, each at least `shortest` long. */
export function* readChunks(
  text: string,
  shortest = text.length < SHORT_TEXT ? SHORTEST_CHUNK.ofShort : SHORTEST_CHUNK.ofLong,
): Steps<ChunkedText> {
  const nothing = chainChunks([], { labels: guessLabels(text), frontMatter: undefined, shortest });
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
  const spliced = [...old.chunks.slice(0, region.first), ...fresh, ...old.chunks.slice(region.next)];
  const keepsLabels = old.chunks.length > 0 && sameLabels(removed, fresh);
  const labels = keepsLabels ? old.labels : collectLabels(spliced);
  const doubtful = keepsLabels ? { from: region.first, to: region.first + fresh.length } : ALL;
  yield* reviseChunks(spliced, labels, doubtful);
  return chainChunks(spliced, { labels, frontMatter, shortest: old.shortest });
}

/** The text after an edit that changes nothing but one row of a table or one item of a list. */
function editInside(old: ChunkedText, edit: TextEdit): ChunkedText | undefined {
  const { chunks, starts } = old;
  const at = findChunk(starts, edit.start);
  const base = starts[at] ?? 0;
  const chunk = chunks[at];
  // Front matter that is not closed yet may be so by any line.
  if (!chunk || (chunks[0]?.text.startsWith('---') && !old.frontMatter)) return undefined;
  const edited = editPiece(chunk, { start: edit.start - base, end: edit.end - base, text: edit.text }, old.labels);
  return edited && chainChunks([...chunks.slice(0, at), edited, ...chunks.slice(at + 1)], old);
}

/** The front matter after an edit. Only where the text begins like one, and the edit may concern it, is the text looked through for its end. */
function updateFrontMatter(old: ChunkedText, edit: TextEdit): FrontMatter | undefined {
  if (old.frontMatter && edit.start > old.frontMatter.span.end) return old.frontMatter;
  if (edit.start >= 3 && !old.chunks[0]?.text.startsWith('---')) return undefined;
  const text = joinChunks(old);
  return readFrontMatter(text.slice(0, edit.start) + edit.text + text.slice(edit.end));
}

/** Offset of the last `-->` in the text after the edit, or 0: from there on, comments that open are never closed. */
function findLastClose(old: ChunkedText, edit: TextEdit): number {
  const { chunks, starts } = old;
  const first = findChunk(starts, edit.start);
  const last = findChunk(starts, edit.end);
  const delta = edit.text.length - (edit.end - edit.start);
  for (let i = chunks.length - 1; i > last; i--) {
    const close = chunks[i]?.commentMarks.lastClose ?? -1;
    if (close >= 0) return (starts[i] ?? 0) + close + delta;
  }
  const from = starts[first] ?? 0;
  // A first read has no chunks yet: there, the edit is the whole text.
  const before = chunks[first]?.text.slice(0, edit.start - from) ?? '';
  const after = chunks[last]?.text.slice(edit.end - (starts[last] ?? 0)) ?? '';
  const touched = before + edit.text + after;
  const inside = touched.lastIndexOf('-->');
  if (inside >= 0) return from + inside;
  for (let i = first - 1; i >= 0; i--) {
    const close = chunks[i]?.commentMarks.lastClose ?? -1;
    if (close >= 0) return (starts[i] ?? 0) + close;
  }
  return 0;
}

/** Which chunks are touched: by the edit, by front matter that begins or ends elsewhere, by comments that are closed or no longer are. */
function placeEdit(old: ChunkedText, edit: TextEdit, bodyStart: number, lastClose: number): RegionEdit {
  const { chunks, starts } = old;
  let first = findChunk(starts, edit.start);
  let last = findChunk(starts, edit.end);
  const delta = edit.text.length - (edit.end - edit.start);
  const touch = (index: number) => {
    first = Math.min(first, index);
    last = Math.max(last, index);
  };
  if (bodyStart !== (old.frontMatter?.span.end ?? 0)) touch(0);
  const after = last;
  chunks.forEach((chunk, index) => {
    if (chunk.commentMarks.opens.length === 0 || (index >= first && index <= last)) return;
    const start = (starts[index] ?? 0) + (index > after ? delta : 0);
    const unclosed = countUnclosed(chunk.commentMarks, Math.max(lastClose - start, 0));
    if (unclosed !== countUnclosed(chunk.commentMarks, chunk.unclosedFrom)) touch(index);
  });
  const base = starts[first] ?? 0;
  return { first, next: last + 1, start: edit.start - base, end: edit.end - base, text: edit.text };
}

/** Cuts a region at the first places where it holds to cut, and reads each piece. */
function* cutRegion(
  region: Region,
  old: ChunkedText,
  { bodyStart, lastClose }: { readonly bodyStart: number; readonly lastClose: number },
): Steps<Chunk[]> {
  const chunks: Chunk[] = [];
  const base = old.starts[region.first] ?? 0;
  const before = old.chunks.slice(0, region.first).findLast((chunk) => chunk.leavesTitle !== undefined);
  let followsTitle = before?.leavesTitle ?? true;
  let at = 0;
  do {
    const body = base + at === 0 ? bodyStart : 0;
    let chunk: Chunk | undefined;
    for (let from = Math.max(at + old.shortest, body); !chunk; ) {
      const cut = region.findCut(from);
      const text = region.text.slice(at, cut.at);
      const unclosedFrom = Math.max(lastClose - base - at, 0);
      chunk = readChunk({ text, next: cut.opening, bodyStart: body, unclosedFrom, followsTitle }, old.labels);
      // Something goes on: the longer it already is, the further it may well go.
      from = cut.at + Math.max(text.length, 1);
    }
    chunks.push(chunk);
    followsTitle = chunk.leavesTitle ?? followsTitle;
    at += chunk.text.length;
    yield;
  } while (at < region.text.length);
  return chunks;
}

function sameLabels(before: readonly Chunk[], after: readonly Chunk[]): boolean {
  const all = (chunks: readonly Chunk[]) =>
    chunks.flatMap(({ links, notes }) => [...links.defined.map((l) => `[${l}`), ...notes.defined.map((l) => `^${l}`)]);
  const [a, b] = [all(before), all(after)];
  return a.length === b.length && a.every((label, i) => label === b[i]);
}

function collectLabels(chunks: readonly Chunk[]): Labels {
  const links = new Set<string>();
  const notes = new Set<string>();
  for (const chunk of chunks) {
    for (const label of chunk.links.defined) links.add(label);
    for (const label of chunk.notes.defined) notes.add(label);
  }
  return { links, notes };
}

/**
 * Reads again, in place, what was read by an answer that is no longer true: whether a label is defined, whether the title stands above.
 * Neither changes where blocks begin and end. Labels need a second look in `range` only.
 */
function* reviseChunks(
  chunks: Chunk[],
  labels: Labels,
  range: { readonly from: number; readonly to: number },
): Steps<void> {
  let followsTitle = true;
  for (let i = 0; i < chunks.length; i++) {
    const chunk = chunks[i];
    if (!chunk) continue;
    const hasStaleLabels = i >= range.from && i < range.to && isStale(chunk, labels);
    if (hasStaleLabels || (chunk.asksTitle && chunk.followsTitle !== followsTitle)) {
      chunks[i] = readChunk({ ...chunk, followsTitle }, labels) ?? chunk;
      yield;
    }
    followsTitle = chunk.leavesTitle ?? followsTitle;
  }
}
