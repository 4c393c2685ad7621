import type { Span } from '../text/span';
import type { FrontMatterPair, FrontMatterString, FrontMatterValue } from './frontMatterValue';

/** What a block of TOML holds; undefined from where on it cannot be read. */
export interface TomlRead {
  readonly pairs: readonly FrontMatterPair[];
  readonly problem?: { readonly message: string; readonly span: Span };
}

/** A table that is still being read. */
interface OpenTable {
  readonly kind: 'map';
  readonly pairs: OpenPair[];
  span: Span;
}

interface OpenList {
  readonly kind: 'list';
  readonly items: FrontMatterValue[];
  span: Span;
}

interface OpenPair {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: FrontMatterValue | OpenTable | OpenList;
}

interface Key {
  readonly key: string;
  readonly span: Span;
}

class TomlError extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Reads TOML (1.0) for its keys and values with their places, from `start` on. What it says of dates and numbers is not looked at. */
export function readToml(source: string, { start, end }: Span): TomlRead {
  const root = openTable(start);
  try {
    readTables(startReader(source, start, end), root);
    return { pairs: root.pairs };
  } catch (error) {
    // Any other is the stack, which brackets within brackets have used up.
    const { message, at } = error instanceof TomlError ? error : new TomlError('it is nested too deeply', start);
    return { pairs: [], problem: { message, span: { start: Math.min(at, end), end: Math.min(at + 1, end) } } };
  }
}

function openTable(at: number): OpenTable {
  return { kind: 'map', pairs: [], span: { start: at, end: at } };
}

function readTables(reader: Reader, root: OpenTable): void {
  let table = root;
  for (reader.skipLines(); !reader.isDone(); reader.skipLines()) {
    const start = reader.at;
    const brackets = reader.take(/\[\[?/y);
    if (brackets) table = readHeader(reader, root, { start, isOfList: brackets === '[[' });
    else {
      readPair(reader, table);
      table.span = { start: table.span.start, end: reader.at };
      reader.endLine();
    }
  }
}

/** The table that a header names. It begins with its first key; one of a list that was begun, at its header. */
function readHeader(
  reader: Reader,
  root: OpenTable,
  { start, isOfList }: { readonly start: number; readonly isOfList: boolean },
): OpenTable {
  const path = readKeys(reader);
  if (!reader.take(isOfList ? /\]\]/y : /\]/y)) reader.fail('a table is named between brackets');
  reader.endLine();
  reader.skipLines();
  return isOfList ? addTable(root, path, start, reader) : findTable(root, path, reader);
}

/** `a."b c".d` */
function readKeys(reader: Reader): readonly Key[] {
  const keys: Key[] = [];
  do {
    reader.skipSpaces();
    const start = reader.at;
    const quoted = reader.take(/"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'/y);
    const key = quoted?.slice(1, -1) ?? reader.take(/[\w-]+/y);
    if (key === undefined) reader.fail('a key was expected here');
    keys.push({ key, span: { start, end: reader.at } });
    reader.skipSpaces();
  } while (reader.take(/\./y));
  return keys;
}

function readPair(reader: Reader, table: OpenTable): void {
  const path = readKeys(reader);
  if (!reader.take(/=/y)) reader.fail('a key is followed by `=` and its value');
  reader.skipSpaces();
  const value = readValue(reader);
  const last = path.at(-1);
  if (last) addPair(findTable(table, path.slice(0, -1), reader), last, value, reader);
}

function addPair({ pairs }: OpenTable, { key, span }: Key, value: OpenPair['value'], reader: Reader): void {
  if (pairs.some((pair) => pair.key === key)) reader.fail(`\`${key}\` stands here twice`, span.start);
  pairs.push({ key, keySpan: span, value });
}

/** The table of a path, which is made where there is none; of a list of tables, the last one. */
function findTable(from: OpenTable, path: readonly Key[], reader: Reader): OpenTable {
  let table = from;
  for (const key of path) {
    const value = table.pairs.find((pair) => pair.key === key.key)?.value;
    const inner = value?.kind === 'list' ? value.items.at(-1) : value;
    if (value && inner?.kind !== 'map') reader.fail(`\`${key.key}\` is no table`, key.span.start);
    const next = inner?.kind === 'map' ? (inner as OpenTable) : openTable(reader.at);
    if (!value) table.pairs.push({ key: key.key, keySpan: key.span, value: next });
    table = next;
  }
  return table;
}

function addTable(root: OpenTable, path: readonly Key[], start: number, reader: Reader): OpenTable {
  const last = path.at(-1);
  const parent = findTable(root, path.slice(0, -1), reader);
  const list = parent.pairs.find((pair) => pair.key === last?.key)?.value;
  const table = openTable(list ? start : reader.at);
  if (list?.kind === 'list') (list as OpenList).items.push(table);
  else if (last) addPair(parent, last, { kind: 'list', items: [table], span: table.span }, reader);
  return table;
}

function readValue(reader: Reader): FrontMatterValue {
  const start = reader.at;
  const string = readString(reader);
  if (string) return string;
  if (reader.take(/\[/y)) {
    const items = readUntil(reader, /\]/y, () => readValue(reader));
    return { kind: 'list', items, span: { start, end: reader.at } };
  }
  if (reader.take(/\{/y)) {
    const table = openTable(start);
    readUntil(reader, /\}/y, () => readPair(reader, table));
    return { ...table, span: { start, end: reader.at } };
  }
  if (!reader.take(/[^\s,#[\]{}="']+(?: \d[\d:.]+Z?)?/y)) reader.fail('a value was expected here');
  return { kind: 'figure', span: { start, end: reader.at } };
}

/** What stands between brackets, parted by commas; lines and comments may come between. */
function readUntil<T>(reader: Reader, close: RegExp, read: () => T): T[] {
  const found: T[] = [];
  for (reader.skipLines(); !reader.take(close); reader.skipLines()) {
    found.push(read());
    reader.skipLines();
    if (reader.take(/,/y)) continue;
    if (!reader.take(close)) reader.fail('a comma or a closing bracket is missing');
    break;
  }
  return found;
}

const STRINGS: readonly (readonly [open: RegExp, close: RegExp, style: FrontMatterString['style']])[] = [
  [/"""(?:\r\n|\n)?/y, /(?:[^"\\]|\\[\s\S]|"(?!""))*("*?)"""(?!")/y, 'escaped-lines'],
  [/'''(?:\r\n|\n)?/y, /(?:[^']|'(?!''))*('*?)'''(?!')/y, 'lines'],
  [/"/y, /(?:[^"\\\r\n]|\\.)*"/y, 'escaped-lines'],
  [/'/y, /[^'\r\n]*'/y, 'lines'],
];

/** The span of a string is what stands between its marks. */
function readString(reader: Reader): FrontMatterString | undefined {
  for (const [open, close, style] of STRINGS) {
    const opened = reader.take(open);
    if (opened === undefined) continue;
    const start = reader.at;
    if (reader.take(close) === undefined) reader.fail('a quotation mark is never closed', start - opened.length);
    return { kind: 'string', style, span: { start, end: reader.at - opened.trimEnd().length } };
  }
  return undefined;
}

interface Reader {
  readonly at: number;
  isDone(): boolean;
  /** Takes what a sticky expression finds here. */
  take(pattern: RegExp): string | undefined;
  skipSpaces(): void;
  /** White space, line ends and comments. */
  skipLines(): void;
  endLine(): void;
  fail(message: string, at?: number): never;
}

function startReader(source: string, start: number, end: number): Reader {
  const text = source.slice(0, end);
  let at = start;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const fail = (message: string, place = at): never => {
    throw new TomlError(message, place);
  };
  return {
    get at() {
      return at;
    },
    isDone: () => at >= end,
    take,
    skipSpaces: () => void take(/[ \t]*/y),
    skipLines: () => void take(/(?:\s|#[^\r\n]*)*/y),
    endLine: () => {
      take(/[ \t]*(?:#[^\r\n]*)?/y);
      if (at < end && take(/\r\n|\r|\n/y) === undefined) fail('a line holds one key and its value');
    },
    fail,
  };
}
