import { runSteps } from '../steps';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { type Block, type HeadingDraft, startBlock } from './blockBuilder';
import { readBlocks } from './blocks';
import { type CommentSpan, findComments } from './comments';
import { readFrontMatterPairs } from './frontMatter';
import type { FrontMatterPair, FrontMatterValue } from './frontMatterValue';
import { parseMarkdown } from './parseMarkdown';
import { relocateBlock } from './relocateBlock';
import { prepareSource } from './source';
import { joinItems, joinPairs, joinRows, type NamedText, readValueText, type ValueText } from './valueText';

/** Fewer words are a note about the page; a key that is a question or a phrase asks for an answer, which may be shorter. */
const SHORTEST_TEXT = 15;
const SHORTEST_ANSWER = 6;
/** What sums a page up for lists and search engines is as long as this only where it is the page's own text. */
const SHORTEST_SUMMARY = 40;
/** So many other texts make the front matter the paper, and what sums it up a part of it. */
const FEWEST_TEXTS = 2;
/** Values of short maps that say something, and figures that make an account: fewer are about the page. */
const SHORTEST_VALUE = 4;
const FEWEST_VALUES = 2;
const FEWEST_FIGURES = 4;
const SUMMARY = /^(?:meta[-_ ]?)?(?:description|summary|excerpt|subtitle|abstract|intro|lead|teaser|strapline)$/i;
/** About the page, however long. */
const ABOUT_PAGE =
  /^(?:title|date|dates|authors?|tags?|keywords|categor(?:y|ies)|layout|permalink|url|link|slug|image|images|alt|caption|licen[cs]e|copyright|source|sources|redirect_from|seo|og|aliases|document-type|stage)$|(?:[-_](?:url|image|id|alt|title|link))$/i;
/** Of a map that is an entry of a menu, or a picture. */
const LINKED = /^(?:url|href|link|path|permalink|file|image|img|src|icon)$|[-_](?:url|image|link)$/i;
/** The title of the page stands above them. */
const KEY_LEVEL = 2;
const NO_LABELS = { links: new Set<string>(), notes: new Set<string>() };

/**
 * The long texts in front matter as blocks: for each a heading, which is its key, and what Markdown reads in it. What stands between
 * them and after them, the block's last line included, is furniture that belongs to no section. Nothing where there is no long text.
 */
export function readFrontMatterText(text: string, bodyStart: number): FrontMatterText {
  const fence = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(text)?.[0].length ?? 0;
  const block = text.slice(0, bodyStart);
  if (countWords(block) < SHORTEST_ANSWER) return NO_TEXT;
  const yaml = block.slice(0, Math.max(block.lastIndexOf('---'), fence));
  // Offsets count from the start of the text: the opening line gives way to a comment of its length.
  const source = `#  ${yaml.slice(3)}`;
  const pairs = readFrontMatterPairs(source);
  const isPaper = choosePairs(pairs, source, KEY_LEVEL, false).length >= FEWEST_TEXTS;
  const found = choosePairs(pairs, source, KEY_LEVEL, isPaper).map(readChosen);
  if (found.length === 0) return NO_TEXT;
  return { blocks: addGaps(found, text, yaml.length), comments: found.flatMap(({ comments }) => comments) };
}

/** What the long texts in front matter hold, with every place where it stands in the source. */
export interface FrontMatterText {
  readonly blocks: readonly Block[];
  readonly comments: readonly CommentSpan[];
}

const NO_TEXT: FrontMatterText = { blocks: [], comments: [] };

/** One text after the other, each with the place at which its value ends. */
interface FoundText extends FrontMatterText {
  readonly end: number;
}

/** A key with the words of its value, or none where the texts are those below it. */
interface ChosenText {
  readonly heading: HeadingDraft;
  readonly level: number;
  readonly words?: ValueText;
  readonly end: number;
}

function choosePairs(
  pairs: readonly FrontMatterPair[],
  source: string,
  level: number,
  isPaper: boolean,
): readonly ChosenText[] {
  return pairs.flatMap((pair) => choosePair(pair, source, Math.min(level, 6), isPaper));
}

/** `isPaper`: the front matter holds several long texts. */
function choosePair(pair: FrontMatterPair, source: string, level: number, isPaper: boolean): readonly ChosenText[] {
  const { key, value } = pair;
  const heading = ABOUT_PAGE.test(key) ? undefined : buildKeyHeading(pair, source, level);
  if (!heading) return [];
  const maps = value.kind === 'list' ? value.items : [value];
  const below = maps.flatMap((map) => (map.kind === 'map' ? choosePairs(map.pairs, source, level + 1, isPaper) : []));
  const together = readTogether(value, below.length, source);
  if (below.length > 0 && !together) return [{ heading, level, end: heading.span.end }, ...below];
  const words = together ?? readWords(value, source);
  if (!words || (!together && countWords(words.text) < leastWords(key, words.text, isPaper))) return [];
  return [{ heading, level, words, end: value.span.end }];
}

function readChosen({ heading, level, words, end }: ChosenText): FoundText {
  const title = startBlock().build('heading', heading.span, { heading });
  const { blocks, comments } = words ? readMarkdown(words, heading, level) : NO_TEXT;
  return { blocks: [title, ...blocks], comments, end };
}

function leastWords(name: string, text: string, isPaper: boolean): number {
  if (SUMMARY.test(name)) return isPaper ? SHORTEST_TEXT : SHORTEST_SUMMARY;
  if (isPaper && /\.\s*$/.test(text)) return SHORTEST_ANSWER;
  return /\?$/.test(name) || name.trim().split(/ +/).length > 2 ? SHORTEST_ANSWER : SHORTEST_TEXT;
}

/**
 * Maps of short values, which are read together: several of the same keys as a table, others as a list. Undefined for what is about the
 * page, and where several of the values, `texts`, are long enough to be texts of their own.
 */
function readTogether(value: FrontMatterValue, texts: number, source: string): ValueText | undefined {
  if (value.kind === 'map') {
    const pairs = readNamed(value.pairs, source);
    const isOne = texts === 0 || (texts === 1 && value.pairs.length > 2);
    return isOne && pairs?.length === value.pairs.length && saysSomething([pairs]) ? joinPairs(pairs) : undefined;
  }
  if (value.kind !== 'list' || !value.items.every(({ kind }) => kind === 'map')) return undefined;
  const rows = complete(value.items.map((item) => (item.kind === 'map' ? readNamed(item.pairs, source) : undefined)));
  if (!rows || !saysSomething(rows)) return undefined;
  if (rows.some((row) => row.some(({ value: { text } }) => countWords(text) >= SHORTEST_SUMMARY))) return undefined;
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
    const words = LINKED.test(key) ? undefined : readWords(value, source);
    return words && { name: readName(key, keySpan), value: words };
  });
  return named.length > 0 ? complete(named) : undefined;
}

/** A key in words, which are about as long as it is. */
function readName(key: string, { start, end }: Span): ValueText {
  const text = humanise(key);
  const places = Array.from({ length: text.length }, (_, at) => {
    const from = Math.min(start + at, end - 1);
    return { start: from, end: from + 1 };
  });
  return { text, places };
}

function saysSomething(maps: readonly (readonly NamedText[])[]): boolean {
  const lengths = maps.flat().map(({ value: { text } }) => (/\p{L}/u.test(text) ? countWords(text) : 0));
  if (lengths.filter((words) => words === 0).length >= FEWEST_FIGURES) return true;
  const all = maps.flat().reduce((sum, { name, value }) => sum + countWords(name.text) + countWords(value.text), 0);
  return all >= SHORTEST_TEXT && lengths.filter((words) => words >= SHORTEST_VALUE).length >= FEWEST_VALUES;
}

function readWords(value: FrontMatterValue, source: string): ValueText | undefined {
  if (value.kind === 'string') return readValueText(value, source);
  if (value.kind === 'figure') return readValueText({ kind: 'string', style: 'plain', span: value.span }, source);
  if (value.kind === 'map') return undefined;
  return joinItems(value.items.flatMap((item) => (item.kind === 'string' ? [readValueText(item, source)] : [])));
}

function readMarkdown(words: ValueText, key: HeadingDraft, level: number): FrontMatterText {
  const parsed = runSteps(parseMarkdown(words.text, undefined, NO_LABELS));
  if (!parsed) return NO_TEXT;
  const read = readBlocks(parsed.root, prepareSource(words.text, []), false);
  const comments = findComments(parsed.root, words.text).map(({ span, textSpan }) => ({
    span: locate(words, span),
    textSpan: locate(words, textSpan),
  }));
  const blocks = read.blocks.map((block) => {
    const moved = relocateBlock(block, (span) => locate(words, span));
    const { heading } = moved;
    if (!heading || moved.span.start < key.span.end) return moved;
    const below = heading.level === undefined ? 1 : heading.level;
    return { ...moved, heading: { ...heading, level: Math.min(level + below, 6) } };
  });
  return { blocks, comments };
}

function locate({ places }: ValueText, { start, end }: Span): Span {
  const last = places.at(-1)?.end ?? 0;
  const from = places[start]?.start ?? last;
  if (end <= start) return { start: from, end: from };
  return { start: from, end: Math.max(from, places[end - 1]?.end ?? last) };
}

/** `who_benefits` and `whoBenefits` are read as `Who benefits`; a key in words stays as it is. */
function buildKeyHeading({ key, keySpan }: FrontMatterPair, source: string, level: number): HeadingDraft | undefined {
  const text = humanise(key);
  if (!/\p{L}/u.test(text)) return undefined;
  const { start: from } = keySpan;
  const line = source.slice(from, keySpan.end).split(/[\r\n]/)[0] ?? '';
  const span = { start: from, end: from + line.trimEnd().length };
  const quote = /^["']/.test(line) ? 1 : 0;
  const textSpan = { start: span.start + quote, end: Math.max(span.end - quote, span.start + quote) };
  return { form: 'label', level, span, textSpan, text, title: text.replace(/\s*:$/, '') };
}

function humanise(key: string): string {
  const words = key.trim().replace(/\s+/g, ' ');
  if (words.includes(' ')) return words;
  const plain = words
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})(?=\p{Ll})/gu, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Lines of metadata between two texts, and after the last one, belong to neither. */
function addGaps(found: readonly FoundText[], text: string, end: number): readonly Block[] {
  return found.flatMap(({ blocks, end: own }, at) => {
    const next = found[at + 1]?.blocks[0]?.span.start ?? text.length;
    const lineEnd = /[\r\n]$/.test(text.slice(0, own)) ? own : endOfLine(text, own);
    const limit = Math.min(next, end);
    const gap = text.slice(lineEnd, limit);
    const isLast = at === found.length - 1;
    if (!isLast && gap.trim() === '') return blocks;
    const start = isLast && gap.trim() === '' ? end : lineEnd + gap.search(/\S/);
    return [...blocks, startBlock().build('metadata', { start, end: Math.max(limit, start) })];
  });
}

function endOfLine(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/);
  return at < 0 ? text.length : from + at;
}
