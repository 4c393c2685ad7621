import { hasLetter } from '../text/letters';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { humanise, isLinkKey } from './frontMatterKeys';
import type { FrontMatterMap, FrontMatterPair, FrontMatterValue } from './frontMatterValue';
import { joinItems, joinPairs, joinRows, type NamedText, readValueText, type ValueText } from './valueText';

/** Values of short maps that say something, and figures that make an account: fewer are about the page. */
const SHORTEST_VALUE = 4;
const FEWEST_VALUES = 2;
const FEWEST_FIGURES = 4;
const SHORTEST_ALL = 15;
/** A value as long as this is a text, and no cell of a table. */
const LONGEST_CELL = 40;

/** The words of a string, a number or a list of strings; undefined for maps and what holds any. */
export function readWords(value: FrontMatterValue, source: string): ValueText | undefined {
  if (value.kind === 'string') return readValueText(value, source);
  if (value.kind === 'figure') return readValueText({ kind: 'string', style: 'plain', span: value.span }, source);
  if (value.kind === 'map' || value.items.some(({ kind }) => kind === 'map' || kind === 'list')) return undefined;
  return joinItems(value.items.flatMap((item) => (item.kind === 'string' ? [readValueText(item, source)] : [])));
}

/** A key in words, which are about as long as it is. */
export function readName(key: string, { start, end }: Span): ValueText {
  const text = humanise(key);
  const places = Array.from({ length: text.length }, (_, at) => {
    const from = Math.min(start + at, end - 1);
    return { start: from, end: from + 1 };
  });
  return { text, places };
}

/**
 * Maps of short values, which are read together: several of the same keys as a table, others as a list. Undefined for what is about the
 * page, and where several of the values, `texts`, are long enough to be texts of their own.
 */
export function readTogether(value: FrontMatterValue, texts: number, source: string): ValueText | undefined {
  if (value.kind === 'map') {
    const pairs = readNamed(value.pairs, source);
    const isOne = texts === 0 || (texts === 1 && value.pairs.length > 2);
    return isOne && pairs?.length === value.pairs.length && saysSomething([pairs]) ? joinPairs(pairs) : undefined;
  }
  if (value.kind !== 'list' || !value.items.every(({ kind }) => kind === 'map')) return undefined;
  const rows = complete(value.items.map((item) => (item.kind === 'map' ? readNamed(item.pairs, source) : undefined)));
  if (!rows || !saysSomething(rows)) return undefined;
  if (rows.some((row) => row.some(({ value: { text } }) => countWords(text) >= LONGEST_CELL))) return undefined;
  return rows.every((row) => row.length === 1) ? joinPairs(rows.flat()) : joinRows(rows);
}

/** All of them, if none is missing. */
function complete<T>(all: readonly (T | undefined)[]): readonly T[] | undefined {
  const found = all.flatMap((one) => (one === undefined ? [] : [one]));
  return found.length === all.length ? found : undefined;
}

/** Undefined where a value is no words, or the map is an entry of a menu. */
function readNamed(pairs: readonly FrontMatterPair[], source: string): readonly NamedText[] | undefined {
  const named = pairs.map(({ key, keySpan, value }): NamedText | undefined => {
    const words = isLinkKey(key) ? undefined : readWords(unwrap(value, source), source);
    return words && { name: readName(key, keySpan), value: words };
  });
  return named.length > 0 ? complete(named) : undefined;
}

/** A value with how it is to be shown (`value: 30`, `filter: percent`) is that value. */
function unwrap(value: FrontMatterValue, source: string): FrontMatterValue {
  const inner = value.kind === 'map' ? findInner(value) : undefined;
  if (!inner || value.kind !== 'map') return value;
  const others = value.pairs.filter((pair) => pair.value !== inner);
  const isShown = others.every((pair) => countWords(readWords(pair.value, source)?.text ?? '') === 1);
  return isShown ? inner : value;
}

function findInner({ pairs }: FrontMatterMap): FrontMatterValue | undefined {
  const inner = pairs.find(({ key }) => /^(?:value|amount|number|text)$/i.test(key))?.value;
  return inner?.kind === 'string' || inner?.kind === 'figure' ? inner : undefined;
}

function saysSomething(maps: readonly (readonly NamedText[])[]): boolean {
  const lengths = maps.flat().map(({ value: { text } }) => (hasLetter(text) ? countWords(text) : 0));
  if (lengths.filter((words) => words === 0).length >= FEWEST_FIGURES) return true;
  const all = maps.flat().reduce((sum, { name, value }) => sum + countWords(name.text) + countWords(value.text), 0);
  return all >= SHORTEST_ALL && lengths.filter((words) => words >= SHORTEST_VALUE).length >= FEWEST_VALUES;
}
