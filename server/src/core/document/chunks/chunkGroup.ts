import { type Chunk, countUnclosed } from './chunk';

/**
 * Some neighbouring chunks, and what is asked of all of them at once: a change in one place of a long text leaves all groups but one as
 * they are. Offsets and lines count from the group's start.
 */
export interface ChunkGroup {
  readonly chunks: readonly Chunk[];
  /** Offset at which each chunk begins; one more than there are chunks, the last is the group's length. */
  readonly starts: readonly number[];
  /** How many lines stand before each chunk; one more than there are chunks. */
  readonly linesBefore: readonly number[];
  /** Offset of the last `-->`, or -1. */
  readonly lastClose: number;
  /** Offset of the last `<!--`, or -1. */
  readonly lastOpen: number;
  /** Some comment was read as one that is never closed. */
  readonly hasUnclosed: boolean;
  /** What the last chunk that says so leaves: whether what follows stands right under the title. */
  readonly leavesTitle: boolean | undefined;
}

/** Puts chunks into groups of about `size`. */
export function groupChunks(chunks: readonly Chunk[], size: number): readonly ChunkGroup[] {
  const count = Math.ceil(chunks.length / (1.5 * size));
  return Array.from({ length: count }, (_, i) =>
    makeGroup(chunks.slice(Math.floor((i * chunks.length) / count), Math.floor(((i + 1) * chunks.length) / count))),
  );
}

function makeGroup(chunks: readonly Chunk[]): ChunkGroup {
  const starts = [0];
  const linesBefore = [0];
  let [start, lines, lastClose, lastOpen] = [0, 0, -1, -1];
  for (const { text, lines: own, commentMarks } of chunks) {
    if (commentMarks.lastClose >= 0) lastClose = start + commentMarks.lastClose;
    lastOpen = commentMarks.opens.length > 0 ? start + (commentMarks.opens.at(-1) ?? 0) : lastOpen;
    start += text.length;
    lines += own.count;
    starts.push(start);
    linesBefore.push(lines);
  }
  const hasUnclosed = chunks.some(({ commentMarks, unclosedFrom }) => countUnclosed(commentMarks, unclosedFrom) > 0);
  const { leavesTitle } = chunks.findLast((chunk) => chunk.leavesTitle !== undefined) ?? {};
  return { chunks, starts, linesBefore, lastClose, lastOpen, hasUnclosed, leavesTitle };
}
