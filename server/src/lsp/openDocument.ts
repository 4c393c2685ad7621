import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { beforeLineEnd, findLineEnds, type TextEdit } from '../core';

/** UTF-16 units: a longer piece is cut in pieces of about this length. */
const LENGTH = 16_384;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Some lines of a text, with their ends. The last piece may be empty: what follows the end of the last line is a line, too. */
interface Piece {
  readonly text: string;
  /** Where its lines begin in it. */
  readonly starts: readonly number[];
}

/** A line in its piece. */
interface LinePlace {
  readonly piece: Piece;
  /** Offset of the piece in the text. */
  readonly base: number;
  /** Number of the line in the piece. */
  readonly line: number;
}

/**
 * A document as the client has it. Offsets count UTF-16 units; lines and characters count from 0, and lines end at CRLF, LF or a lone CR, as the
 * protocol has them. The text is kept in pieces, so that a key press costs the same in a text of any length: joining and scanning five megabytes
 * for each would cost more than the check of what changed.
 */
export class OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  #pieces: Piece[];
  #text: string | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.#text = text;
    this.#pieces = cut(text, true);
  }

  get lineCount(): number {
    return this.#pieces.reduce((sum, { starts }) => sum + starts.length, 0);
  }

  get #length(): number {
    return this.#pieces.reduce((sum, { text }) => sum + text.length, 0);
  }

  getText(range?: Range): string {
    this.#text ??= this.#pieces.map(({ text }) => text).join('');
    return range ? this.#text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.#text;
  }

  /** An offset beyond the text counts as its end, and one between CR and LF as the end of their line. */
  positionAt(offset: number): Position {
    let left = Math.max(offset, 0);
    let line = 0;
    for (const [at, { text, starts }] of this.#pieces.entries()) {
      if (left < text.length || at === this.#pieces.length - 1) {
        const inside = Math.min(left, text.length);
        const own = starts.findLastIndex((start) => start <= inside);
        const start = starts[own] ?? 0;
        return { line: line + own, character: beforeLineEnd(text, inside, start) - start };
      }
      left -= text.length;
      line += starts.length;
    }
    return { line: 0, character: 0 };
  }

  /** A character beyond its line counts as the end of the line, and a line beyond the text as the end of the text. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const place = this.#findLine(line);
    if (!place) return this.#length;
    const { piece, base } = place;
    const start = piece.starts[place.line] ?? 0;
    const next = piece.starts[place.line + 1] ?? piece.text.length;
    return base + beforeLineEnd(piece.text, Math.min(start + Math.max(character, 0), next), start);
  }

  /** Applies one change of the client; what is returned says the same as an edit of the text before. */
  change(change: TextDocumentContentChangeEvent): TextEdit {
    const { text } = change;
    if (!('range' in change)) {
      const edit = { start: 0, end: this.#length, text };
      this.#text = text;
      this.#pieces = cut(text, true);
      return edit;
    }
    const [one, other] = [this.offsetAt(change.range.start), this.offsetAt(change.range.end)];
    const edit = { start: Math.min(one, other), end: Math.max(one, other), text };
    this.#apply(edit);
    return edit;
  }

  #apply({ start, end, text }: TextEdit): void {
    const pieces = this.#pieces;
    let first = 0;
    let base = 0;
    // At the start of a piece, the one before is read again: what its last line ends with may get a second sign.
    while (first < pieces.length - 1 && base + lengthOf(pieces[first]) < start) base += lengthOf(pieces[first++]);
    let after = first;
    let old = '';
    while (after < pieces.length && base + old.length < end) old += pieces[after++]?.text ?? '';
    if (after === first) old += pieces[after++]?.text ?? '';
    let changed = old.slice(0, start - base) + text + old.slice(end - base);
    while (after < pieces.length && !endsLine(changed, pieces[after]?.text ?? ''))
      changed += pieces[after++]?.text ?? '';
    pieces.splice(first, after - first, ...cut(changed, after === pieces.length));
    this.#text = undefined;
  }

  #findLine(wanted: number): LinePlace | undefined {
    let base = 0;
    let line = wanted;
    for (const piece of this.#pieces) {
      if (line < piece.starts.length) return { piece, base, line };
      base += piece.text.length;
      line -= piece.starts.length;
    }
    return undefined;
  }
}

function lengthOf(piece: Piece | undefined): number {
  return piece?.text.length ?? 0;
}

/** Whether a piece may end behind `text` when `next` follows. */
function endsLine(text: string, next: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === LINE_FEED || (last === CARRIAGE_RETURN && next.charCodeAt(0) !== LINE_FEED);
}

/** The pieces of a text that ends where a line does, or where the whole text does (`isEnd`). */
function cut(text: string, isEnd: boolean): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let starts = [0];
  for (const next of findLineEnds(text)) {
    if (next - from >= LENGTH) {
      pieces.push({ text: text.slice(from, next), starts });
      from = next;
      starts = [0];
    } else starts.push(next - from);
  }
  const rest = text.slice(from);
  if (isEnd) pieces.push({ text: rest, starts });
  // The line that begins behind the last line end stands in the next piece.
  else if (rest !== '') pieces.push({ text: rest, starts: starts.slice(0, -1) });
  return pieces;
}
