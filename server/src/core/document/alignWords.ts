import { readCharacterReference } from '../text/characterReference';
import type { Span } from '../text/span';

/** Receives one UTF-16 unit of a value with the range of the source that it stands for. */
export type Emit = (unit: string, start: number, end: number) => void;

/** Receives plain words, each unit of which stands for one unit of the source: printable ASCII, single spaces between words only. */
export type EmitWords = (words: string, start: number) => void;

const PREFIX = /[ \t>]*/y;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Printable ASCII but for what may begin an escape or a character reference. */
const PLAIN_WORDS = /[!-%'-[\]-~]+(?: [!-%'-[\]-~]+)*/y;

/**
 * Walks the value of a syntax-tree node and its source together and emits each unit with its place.
 * The two differ by escapes, character references, and by what stands before the words of a continued line
 * (indentation, `> `). With `escapes` false (code), backslashes and references are themselves.
 * Where the two cannot be matched, the next occurrence of the unit is taken: places never go backwards or outside `span`.
 * Stretches of plain words that are the same in both, which is nearly all of most papers, are emitted at once by `emitWords`, if given.
 */
export function alignWords(
  value: string,
  source: string,
  span: Span,
  escapes: boolean,
  emit: Emit,
  emitWords?: EmitWords,
): void {
  let at = span.start;
  // A long run of spaces is looked through once, not once for each of its spaces.
  let searchedTo = at;
  // Likewise words that are not the same in both.
  let differTo = 0;
  for (let i = 0; i < value.length; ) {
    const words = emitWords && i >= differTo ? readPlainWords(value, i) : '';
    if (words !== '' && at + words.length <= span.end && source.startsWith(words, at)) {
      emitWords?.(words, at);
      i += words.length;
      at += words.length;
      continue;
    }
    if (words !== '') differTo = i + words.length;
    const unit = value.charAt(i);
    if (isSpace(unit) && at >= searchedTo) {
      const end = skipSpaces(source, at, span.end);
      searchedTo = end;
      if (isLineEnd(source, end, span.end)) {
        const width = source.startsWith('\r\n', end) ? 2 : 1;
        emit(' ', end, end + width);
        i += value.startsWith('\r\n', i) ? 2 : 1;
        at = skipPrefix(source, end + width, value, i);
        continue;
      }
    }
    const read = readUnits(value, i, source, at, span.end, escapes);
    for (const character of read.units) emit(character, read.start, read.end);
    i += read.units.length;
    at = read.end;
  }
}

function readPlainWords(value: string, i: number): string {
  PLAIN_WORDS.lastIndex = i;
  return PLAIN_WORDS.exec(value)?.[0] ?? '';
}

interface UnitsRead {
  readonly units: string;
  readonly start: number;
  readonly end: number;
}

function readUnits(value: string, i: number, source: string, at: number, end: number, escapes: boolean): UnitsRead {
  const unit = value.charAt(i);
  const here = source.charAt(at);
  if (escapes && here === '\\' && source.charAt(at + 1) === unit && PUNCTUATION.test(unit)) {
    return { units: unit, start: at, end: at + 2 };
  }
  if (escapes && here === '&') {
    const reference = readCharacterReference(source, at);
    if (reference && value.startsWith(reference.characters, i)) {
      return { units: reference.characters, start: at, end: at + reference.length };
    }
  }
  if (here === unit || (here === '\0' && unit === '\ufffd'))
    return { units: unit, start: at, end: Math.min(at + 1, end) };
  const next = source.indexOf(unit, at);
  if (next >= 0 && next < end) return { units: unit, start: next, end: next + 1 };
  return { units: unit, start: Math.max(at - 1, 0), end: Math.min(at, end) };
}

function isSpace(unit: string): boolean {
  return unit === ' ' || unit === '\n' || unit === '\r' || unit === '\t';
}

function skipSpaces(source: string, at: number, end: number): number {
  let i = at;
  while (i < end && (source.charAt(i) === ' ' || source.charAt(i) === '\t')) i++;
  return i;
}

function isLineEnd(source: string, at: number, end: number): boolean {
  return at < end && (source.charAt(at) === '\n' || source.charAt(at) === '\r');
}

/** Skips what a container puts before a continued line, but not a `>` that belongs to the words. */
function skipPrefix(source: string, lineStart: number, value: string, i: number): number {
  PREFIX.lastIndex = lineStart;
  const prefix = PREFIX.exec(source)?.[0] ?? '';
  PREFIX.lastIndex = i;
  const own = PREFIX.exec(value)?.[0] ?? '';
  return prefix.endsWith(own) ? lineStart + prefix.length - own.length : lineStart + prefix.length;
}
