import { findLastAtMost } from './findLastAtMost';

/** 1-based line and column, as in reports; columns count UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds lines by offset. Lines end at CRLF, LF or a lone CR, as in CommonMark. */
export interface LineIndex {
  /** Number of lines; a text that ends with a line end has an empty last line, which is not counted unless it is the only one. */
  readonly count: number;
  /** Place of an offset; an offset past the end gives the end. */
  placeAt(offset: number): Place;
  /** Offset of the first unit of a 1-based line. */
  startOf(line: number): number;
  /** Offset just past the last unit of a 1-based line, its line end excluded. */
  endOf(line: number): number;
}

/** Offsets just past each line end of `text`, in order. Found by the engine's own search, which looks at many signs at once. */
export function findLineEnds(text: string): number[] {
  const ends: number[] = [];
  let feed = text.indexOf('\n');
  let carriage = text.indexOf('\r');
  while (feed >= 0 || carriage >= 0) {
    const isFeed = carriage < 0 || (feed >= 0 && feed < carriage);
    const end = isFeed ? feed + 1 : carriage + (feed === carriage + 1 ? 2 : 1);
    ends.push(end);
    if (feed >= 0 && feed < end) feed = text.indexOf('\n', end);
    if (carriage >= 0 && carriage < end) carriage = text.indexOf('\r', end);
  }
  return ends;
}

/** Builds the index of `text`. */
export function buildLineIndex(text: string): LineIndex {
  const starts = [0, ...findLineEnds(text)];
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  // A copy has no room to grow: a long document has an index for each of its thousand chunks.
  return new StartsOfLines(text, starts.slice());
}

/** An offset of a line that begins at `start`, taken back before the signs that end the line. */
export function beforeLineEnd(text: string, offset: number, start: number): number {
  let at = offset;
  while (at > start && (text.charCodeAt(at - 1) === 10 || text.charCodeAt(at - 1) === 13)) at--;
  return at;
}

class StartsOfLines implements LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string, starts: readonly number[]) {
    this.#text = text;
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length;
  }

  startOf(line: number): number {
    const starts = this.#starts;
    return starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0;
  }

  endOf(line: number): number {
    return beforeLineEnd(
      this.#text,
      line < this.count ? this.startOf(line + 1) : this.#text.length,
      this.startOf(line),
    );
  }

  placeAt(offset: number): Place {
    const inside = Math.min(Math.max(offset, 0), this.#text.length);
    const line = findLastAtMost(this.#starts, inside) + 1;
    return { line, column: inside - this.startOf(line) + 1 };
  }
}
