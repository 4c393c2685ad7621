/** An inclusive range of UTF-16 units. `folds`: letters match in both cases. */
export interface UnitRange {
  readonly low: number;
  readonly high: number;
  readonly folds: boolean;
}

export type Assertion = 'start' | 'end' | 'boundary' | 'no-boundary';

/** A pattern of a pack, read. */
export type PatternNode =
  | { readonly kind: 'units'; readonly ranges: readonly UnitRange[]; readonly negated: boolean }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly of: PatternNode;
      readonly least: number;
      /** Infinity for no end. */
      readonly most: number;
      readonly lazy: boolean;
    };

const MOST_REPEATS = 1000;
const DIGIT = ['09'];
const WORD = ['09', 'AZ', 'az', '__'];
const SPACE = ['\t\n', '\f\r', '  '];
const CLASS_ESCAPES: Readonly<Record<string, readonly string[]>> = { d: DIGIT, w: WORD, s: SPACE };
const CONTROLS: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v' };

/** Thrown inside the reader at what it does not know, and never seen outside. */
class Unread extends Error {}

interface Reader {
  readonly source: string;
  at: number;
}

/**
 * Reads the part of the syntax of RE2 (https://github.com/google/re2/wiki/Syntax) that packs use: alternatives, groups with the flag
 * `i` on or off, classes, repeats, `^ $ \b \B \d \w \s`. Undefined for anything else, which is for the library to run.
 */
export function parsePattern(source: string): PatternNode | undefined {
  // Characters outside the basic plane are two units here and one to RE2.
  if (/[\ud800-\udfff]/.test(source)) return undefined;
  const reader = { source, at: 0 };
  try {
    const node = readChoice(reader, true);
    return reader.at === source.length ? node : undefined;
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}

function readChoice(reader: Reader, folds: boolean): PatternNode {
  const branches = [readSequence(reader, folds)];
  while (reader.source.charAt(reader.at) === '|') {
    reader.at++;
    branches.push(readSequence(reader, folds));
  }
  return branches.length === 1 && branches[0] ? branches[0] : { kind: 'choice', branches };
}

function readSequence(reader: Reader, folds: boolean): PatternNode {
  const parts: PatternNode[] = [];
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    parts.push(readRepeat(reader, folds));
  }
  return { kind: 'sequence', parts };
}

function readRepeat(reader: Reader, folds: boolean): PatternNode {
  const of = readAtom(reader, folds);
  const count = readCount(reader);
  if (!count) return of;
  const lazy = take(reader, '?');
  // `a**` and the like mean different things to different engines.
  if (readCount(reader) || of.kind === 'assertion') throw new Unread();
  return { kind: 'repeat', of, ...count, lazy };
}

function readCount(reader: Reader): { readonly least: number; readonly most: number } | undefined {
  if (take(reader, '?')) return { least: 0, most: 1 };
  if (take(reader, '*')) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (take(reader, '+')) return { least: 1, most: Number.POSITIVE_INFINITY };
  const written = /^\{(\d{1,4})(,?)(\d{0,4})\}/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (!written) return undefined;
  reader.at += written[0].length;
  const least = Number(written[1]);
  const most = written[2] === '' ? least : written[3] === '' ? Number.POSITIVE_INFINITY : Number(written[3]);
  if (least > MOST_REPEATS || (most !== Number.POSITIVE_INFINITY && (most > MOST_REPEATS || most < least)))
    throw new Unread();
  return { least, most };
}

function readAtom(reader: Reader, folds: boolean): PatternNode {
  const char = reader.source.charAt(reader.at++);
  switch (char) {
    case '(':
      return readGroup(reader, folds);
    case '[':
      return readClass(reader, folds);
    case '.':
      return { kind: 'units', ranges: [{ low: 10, high: 10, folds: false }], negated: true };
    case '^':
      return { kind: 'assertion', assertion: 'start' };
    case '$':
      return { kind: 'assertion', assertion: 'end' };
    case '\\':
      return readEscape(reader, folds);
    case '*':
    case '+':
    case '?':
      throw new Unread();
    default:
      return one(char, folds);
  }
}

function readGroup(reader: Reader, folds: boolean): PatternNode {
  let inner = folds;
  if (take(reader, '?')) {
    const flags = /^(-?i)?:/.exec(reader.source.slice(reader.at, reader.at + 3));
    if (!flags) throw new Unread();
    if (flags[1] !== undefined) inner = flags[1] === 'i';
    reader.at += flags[0].length;
  }
  const node = readChoice(reader, inner);
  if (!take(reader, ')')) throw new Unread();
  return node;
}

function readEscape(reader: Reader, folds: boolean): PatternNode {
  const char = reader.source.charAt(reader.at++);
  if (char === 'b') return { kind: 'assertion', assertion: 'boundary' };
  if (char === 'B') return { kind: 'assertion', assertion: 'no-boundary' };
  const set = CLASS_ESCAPES[char.toLowerCase()];
  if (set) return { kind: 'units', ranges: toRanges(set, folds), negated: char !== char.toLowerCase() };
  return one(readEscaped(char), folds);
}

/** `[A-Za-z&'-]`, `[^.;]`. */
function readClass(reader: Reader, folds: boolean): PatternNode {
  const negated = take(reader, '^');
  const ranges: UnitRange[] = [];
  for (let first = true; first || reader.source.charAt(reader.at) !== ']'; first = false) {
    const set = CLASS_ESCAPES[reader.source.charAt(reader.at + 1)];
    if (reader.source.charAt(reader.at) === '\\' && set) {
      reader.at += 2;
      ranges.push(...toRanges(set, folds));
      continue;
    }
    const low = readMember(reader);
    const isRange = reader.source.charAt(reader.at) === '-' && reader.source.charAt(reader.at + 1) !== ']';
    if (isRange) reader.at++;
    const high = isRange ? readMember(reader) : low;
    if (high < low) throw new Unread();
    ranges.push({ low, high, folds });
  }
  reader.at++;
  return { kind: 'units', ranges, negated };
}

function readMember(reader: Reader): number {
  const char = reader.source.charAt(reader.at++);
  // The end of the source, a class by name such as [:alpha:].
  if (char === '' || char === '[') throw new Unread();
  return (char === '\\' ? readEscaped(reader.source.charAt(reader.at++)) : char).charCodeAt(0);
}

function readEscaped(char: string): string {
  const control = CONTROLS[char];
  if (control !== undefined) return control;
  if (/^[!-/:-@[-`{-~]$/.test(char)) return char;
  throw new Unread();
}

function one(char: string, folds: boolean): PatternNode {
  const low = char.charCodeAt(0);
  return { kind: 'units', ranges: [{ low, high: low, folds }], negated: false };
}

function toRanges(pairs: readonly string[], folds: boolean): readonly UnitRange[] {
  return pairs.map((pair) => ({ low: pair.charCodeAt(0), high: pair.charCodeAt(1), folds }));
}

function take(reader: Reader, char: string): boolean {
  if (reader.source.charAt(reader.at) !== char) return false;
  reader.at++;
  return true;
}
