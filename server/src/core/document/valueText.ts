import type { Span } from '../text/span';
import type { FrontMatterString } from './frontMatterValue';

/** The words of a value as Markdown reads them, and for each UTF-16 unit of them the range of the source that it stands for. */
export interface ValueText {
  readonly text: string;
  readonly places: readonly Span[];
}

/** What `\x` stands for between double quotation marks (YAML 1.2, section 5.7); other letters stand for themselves. */
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: ' ', r: '', '0': '', _: '\u00a0', N: '\n', e: '' };
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/**
 * Reads a string of YAML or TOML for its words. Lines stay apart as they are written, without the indentation that YAML takes off: to Markdown a
 * folded line and a space are the same. `source` is the text that the ranges of the string count in.
 */
export function readValueText({ span: { start, end }, style }: FrontMatterString, source: string): ValueText {
  if (style === 'plain') return readLines(source, { start, end });
  if (style === 'lines') return readLines(source, { start, end }, { indent: 0 });
  if (style === 'escaped-lines') return readLines(source, { start, end }, { indent: 0, mark: '\\', joins: true });
  if (style !== 'block') {
    const inside = { start: start + 1, end: Math.max(end - 1, start + 1) };
    return readLines(source, inside, { mark: style === 'double-quoted' ? '\\' : "'" });
  }
  const header = /^[^\r\n]*(?:\r\n|\r|\n|$)/.exec(source.slice(start, end))?.[0].length ?? 0;
  const body = { start: start + header, end };
  const first = /^(?:[ \t]*(?:\r\n|\r|\n))*( *)/.exec(source.slice(body.start, end))?.[1] ?? '';
  return readLines(source, body, { indent: first.length });
}

/** HTML as it is laid out in a template, without the indentation by which Markdown would take lines of it for code. */
export function dropIndents({ text, places }: ValueText): ValueText {
  const words = startText();
  let isIndent = true;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    isIndent = unit === '\n' || (isIndent && (unit === ' ' || unit === '\t'));
    if (!isIndent || unit === '\n') words.add(unit, places[at] ?? NOWHERE);
  }
  return words.build();
}

/** Puts strings under each other as the items of a list. */
export function joinItems(items: readonly ValueText[]): ValueText {
  const list = startText();
  for (const { text, places } of items) {
    const at = places[0]?.start ?? 0;
    list.add('- ', { start: at, end: at });
    places.forEach((place, i) => {
      const unit = text.charAt(i);
      list.add(unit, place);
      if (unit === '\n') list.add('  ', { start: place.end, end: place.end });
    });
    const end = places.at(-1)?.end ?? at;
    list.add('\n', { start: end, end });
  }
  return list.build();
}

/** A key in words with its value, as they stand in one map. */
export interface NamedText {
  readonly name: ValueText;
  readonly value: ValueText;
}

/** Puts the values of a map under each other as the items of a list, each behind its key. */
export function joinPairs(pairs: readonly NamedText[]): ValueText {
  return joinItems(
    pairs.map(({ name, value }) => {
      const words = startText();
      const { end } = endOf(name);
      words.addAll(name);
      words.add(': ', { start: end, end });
      words.addAll(value);
      return words.build();
    }),
  );
}

/**
 * Puts maps under each other as the rows of a table, whose columns are their keys. The words of its first line stand where the first map has
 * them as keys; what has no place of its own stands beside what does.
 */
export function joinRows(rows: readonly (readonly NamedText[])[]): ValueText {
  const columns = new Map<string, ValueText>();
  for (const { name } of rows.flat()) if (!columns.has(name.text)) columns.set(name.text, name);
  const table = startText();
  const addRow = (cells: readonly (ValueText | undefined)[], start: number) => {
    let at = { start, end: start };
    table.add('|', at);
    for (const cell of cells) {
      table.add(' ', at);
      const isAfter = (cell?.places[0]?.start ?? -1) >= at.start;
      if (cell) table.addCell(cell, isAfter ? undefined : at);
      if (cell && isAfter) at = endOf(cell);
      table.add(' |', at);
    }
    table.add('\n', at);
    return at.start;
  };
  const startOf = (row: readonly NamedText[] = []) =>
    row.flatMap(({ name, value }) => [...name.places, ...value.places])[0]?.start ?? 0;
  const first = addRow(
    [...columns].map(([key, name]) => rows[0]?.find(({ name: own }) => own.text === key)?.name ?? unplaced(name)),
    startOf(rows[0]),
  );
  table.add(`|${' --- |'.repeat(columns.size)}\n`, { start: first, end: first });
  for (const row of rows)
    addRow(
      [...columns.keys()].map((key) => row.find(({ name }) => name.text === key)?.value),
      startOf(row),
    );
  return table.build();
}

/** Words that stand nowhere: beside what does, in a table. */
function unplaced({ text }: ValueText): ValueText {
  return { text, places: [] };
}

function endOf({ places }: ValueText): Span {
  const end = places.at(-1)?.end ?? 0;
  return { start: end, end };
}

const NOWHERE: Span = { start: 0, end: 0 };

function startText() {
  let text = '';
  const places: Span[] = [];
  return {
    add(units: string, place: Span) {
      for (let i = 0; i < units.length; i++) places.push(place);
      text += units;
    },
    /** Adds words in their places, or all in one. */
    addAll(words: ValueText, place?: Span) {
      for (let i = 0; i < words.text.length; i++) places.push(place ?? words.places[i] ?? NOWHERE);
      text += words.text;
    },
    /** Adds words as Markdown wants them in the cell of a table. */
    addCell(words: ValueText, place?: Span) {
      for (let i = 0; i < words.text.length; i++) {
        const unit = words.text.charAt(i);
        const written = unit === '|' ? '\\|' : unit === '\n' ? ' ' : unit;
        this.add(written, place ?? words.places[i] ?? NOWHERE);
      }
    },
    build: (): ValueText => ({ text, places }),
  };
}

interface LineStyle {
  /** How many spaces are taken off each line; without it all of them. */
  readonly indent?: number;
  /** What opens an escape. */
  readonly mark?: string;
  /** An escaped line end takes all white space after it along. */
  readonly joins?: boolean;
}

function readLines(
  source: string,
  { start, end }: Span,
  { indent = Number.POSITIVE_INFINITY, mark, joins = false }: LineStyle = {},
): ValueText {
  const words = startText();
  const skipIndent = (from: number) => {
    let at = from;
    while (at < end && at - from < indent && (source[at] === ' ' || source[at] === '\t')) at++;
    return at;
  };
  for (let at = skipIndent(start); at < end; ) {
    const lineEnd = /^(?:\r\n|\r|\n)/.exec(source.slice(at, at + 2))?.[0];
    const taken = mark !== undefined && source[at] === mark ? readEscape(source, at, mark, joins) : undefined;
    const length = lineEnd?.length ?? taken?.length ?? 1;
    words.add(lineEnd ? '\n' : (taken?.units ?? source.charAt(at)), { start: at, end: at + length });
    at += length;
    if (lineEnd) at = skipIndent(at);
  }
  return words.build();
}

/** `''` between single marks; `\"`, `\n`, `\u2019` and a line that goes on between double ones. */
function readEscape(
  source: string,
  at: number,
  mark: string,
  joins: boolean,
): { readonly units: string; readonly length: number } {
  const next = source.charAt(at + 1);
  if (mark === "'") return { units: "'", length: 2 };
  const isLineEnd = next === '\r' || next === '\n';
  if (isLineEnd && joins) return { units: '', length: source.slice(at + 1).search(/\S|$/) + 1 };
  if (isLineEnd) return { units: '', length: 1 };
  const digits = HEX_DIGITS[next];
  if (digits === undefined) return { units: ESCAPES[next] ?? next, length: 2 };
  const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
  const units = code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  return { units, length: 2 + digits };
}
