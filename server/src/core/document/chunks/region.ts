import { type Boundary, boundaryAt, endsLine, findBoundary, opensAs } from './boundary';
import type { ChunkList } from './chunkList';

/** The part of a text that is to be cut into chunks anew: it grows at its end, by whole chunks, as far as it must. */
export interface Region {
  readonly text: string;
  /** Index of its first chunk, and of the first one after it, among the chunks as they were. */
  readonly first: number;
  readonly next: number;
  /** The first boundary at or after `from`, or at the end of the text. Takes in following chunks until there is one. */
  findCut(from: number): Partial<Boundary> & { readonly at: number };
  /** Up to `most` units of the text from `from` on, as it goes on after the region. */
  lookAhead(from: number, most: number): string;
}

/** A change of the text of chunks: in the chunks from `first` up to `next`, what stands from `start` to `end` gives way to `text`. */
export interface RegionEdit {
  readonly first: number;
  readonly next: number;
  /** Offsets from the start of chunk `first`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The region that an edit makes unsure. It begins earlier when its first line no longer opens as the chunk before it was promised,
 * and ends with a whole line once it has been cut.
 */
export function startRegion(chunks: ChunkList, edit: RegionEdit): Region {
  let { first, next } = edit;
  const join = (from: number, to: number) =>
    chunks
      .slice(from, to)
      .map((chunk) => chunk.text)
      .join('');
  const old = join(first, next);
  let text = old.slice(0, edit.start) + edit.text + old.slice(edit.end);
  const before = () => (first > 0 ? chunks.at(first - 1) : undefined);
  for (let chunk = before(); chunk?.next && !opensAs(chunk.next, text, 0); chunk = before()) {
    text = chunk.text + text;
    first--;
  }
  const pullTo = (length: number) => {
    const from = next;
    for (let reached = text.length; next < chunks.count && reached < length; next++) {
      reached += chunks.at(next)?.text.length ?? 0;
    }
    text += join(from, next);
    return next > from;
  };
  return {
    get text() {
      return text;
    },
    first,
    get next() {
      return next;
    },
    lookAhead(from, most) {
      let ahead = text.slice(from, from + most);
      for (let at = next; at < chunks.count && ahead.length < most; at++) ahead += chunks.at(at)?.text ?? '';
      return ahead;
    },
    findCut(from) {
      pullTo(from);
      for (let search = from; ; ) {
        const inside = findBoundary(text, search);
        if (inside) return inside;
        const end = text.length;
        const following = chunks.at(next);
        if (!following) return { at: end };
        // In the middle of a line nothing would stand as a block of its own: the test is spared.
        const opening = end >= from && endsLine(text) ? boundaryAt(following.text, 0, text, end) : undefined;
        if (opening) return { at: end, opening };
        pullTo(end + 1);
        search = Math.max(from, end);
      }
    },
  };
}
