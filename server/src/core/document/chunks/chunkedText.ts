import type { LineIndex } from '../../text/lineIndex';
import type { FrontMatter } from '../documentModel';
import type { Chunk } from './chunk';
import type { Labels } from './labels';

/** A text as chunks in order, never without one, and what the chunks make up together. Immutable. */
export interface ChunkedText {
  readonly chunks: readonly Chunk[];
  /** Offset at which each chunk begins; one more than there are chunks, the last is the text's length. */
  readonly starts: readonly number[];
  /** How many lines stand before each chunk; one more than there are chunks, the last is the number of lines. */
  readonly linesBefore: readonly number[];
  readonly labels: Labels;
  readonly frontMatter: FrontMatter | undefined;
  /** A chunk that is cut anew is at least as long, but for the last one. */
  readonly shortest: number;
}

export function chainChunks(
  chunks: readonly Chunk[],
  { labels, frontMatter, shortest }: Pick<ChunkedText, 'labels' | 'frontMatter' | 'shortest'>,
): ChunkedText {
  const starts = [0];
  const linesBefore = [0];
  let start = 0;
  let lines = 0;
  for (const chunk of chunks) {
    start += chunk.text.length;
    lines += chunk.lines.count;
    starts.push(start);
    linesBefore.push(lines);
  }
  return { chunks, starts, linesBefore, labels, frontMatter, shortest };
}

/** Index of the chunk that holds an offset; an offset on a boundary belongs to the chunk that begins there. */
export function findChunk(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines of the whole text, found in the chunks' own indices. */
export function chainLines({ chunks, starts, linesBefore }: ChunkedText): LineIndex {
  const count = linesBefore.at(-1) ?? 1;
  const length = starts.at(-1) ?? 0;
  const at = (line: number) => {
    const inside = Math.min(Math.max(line, 1), count);
    const index = findChunk(linesBefore, inside - 1);
    return { index, line: inside - (linesBefore[index] ?? 0), start: starts[index] ?? 0, chunk: chunks[index] };
  };
  return {
    count,
    startOf(line) {
      const { start, chunk, line: own } = at(line);
      return start + (chunk?.lines.startOf(own) ?? 0);
    },
    endOf(line) {
      const { start, chunk, line: own } = at(line);
      return start + (chunk?.lines.endOf(own) ?? 0);
    },
    placeAt(offset) {
      const inside = Math.min(Math.max(offset, 0), length);
      const index = findChunk(starts, inside);
      const place = chunks[index]?.lines.placeAt(inside - (starts[index] ?? 0)) ?? { line: 1, column: 1 };
      return { line: (linesBefore[index] ?? 0) + place.line, column: place.column };
    },
  };
}

/** The whole text, put together anew. */
export function joinChunks({ chunks }: ChunkedText): string {
  return chunks.length === 1 ? (chunks[0]?.text ?? '') : chunks.map((chunk) => chunk.text).join('');
}
