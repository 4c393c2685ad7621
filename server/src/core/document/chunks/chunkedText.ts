import type { LineIndex } from '../../text/lineIndex';
import type { FrontMatter } from '../documentModel';
import type { ChunkList } from './chunkList';
import type { Labels } from './labels';

/** A text as chunks in order, never without one, and what the chunks make up together. Immutable. */
export interface ChunkedText {
  readonly chunks: ChunkList;
  readonly labels: Labels;
  readonly frontMatter: FrontMatter | undefined;
  /** A chunk that is cut anew is at least as long, but for the last one. */
  readonly shortest: number;
}

/** The lines of the whole text, found in the chunks' own indices. */
export function chainLines({ chunks }: ChunkedText): LineIndex {
  const count = chunks.lineCount;
  const at = (line: number) => {
    const inside = Math.min(Math.max(line, 1), count);
    const place = chunks.findLine(inside - 1);
    return { ...place, line: inside - place.linesBefore };
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
      const inside = Math.min(Math.max(offset, 0), chunks.length);
      const { chunk, start, linesBefore } = chunks.find(inside);
      const place = chunk?.lines.placeAt(inside - start) ?? { line: 1, column: 1 };
      return { line: linesBefore + place.line, column: place.column };
    },
  };
}

/** The whole text, put together anew. */
export function joinChunks({ chunks }: ChunkedText): string {
  return chunks.groups.map((group) => group.chunks.map(({ text }) => text).join('')).join('');
}
