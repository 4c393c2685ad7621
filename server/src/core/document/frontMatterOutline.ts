import { hasLetter, hasLetterOrNumber, SMALL } from '../text/letters';
import { countWords } from '../text/words';
import type { HeadingDraft } from './blockBuilder';
import {
  humanise,
  isAboutPage,
  isLayoutKey,
  isMenuKey,
  isShownTitleKey,
  isSummaryKey,
  isTextKey,
  isTitleKey,
} from './frontMatterKeys';
import { readTogether, readWords } from './frontMatterMaps';
import type { FrontMatterMap, FrontMatterPair, FrontMatterValue } from './frontMatterValue';
import { splitNumber } from './numbering';
import type { ValueText } from './valueText';

/** Fewer words are a note about the page; a key that is a question or a phrase asks for an answer, which may be shorter. */
const SHORTEST_TEXT = 15;
const SHORTEST_ANSWER = 6;
/** A question of so many words is one of a form: any answer answers it. */
const SHORTEST_QUESTION = 5;
/** What sums a page up for lists and search engines is as long as this only where it is the page's own text. */
const SHORTEST_SUMMARY = 40;
/** So many other texts make the front matter the paper, and what sums it up a part of it. */
const FEWEST_TEXTS = 2;
const LONGEST_TITLE = 30;
/** The title of the page stands above them. */
const KEY_LEVEL = 2;
const DEEPEST = 6;
/** The name of a field, where a map is one. */
const NAME_OF_FIELD = new RegExp(String.raw`^[${SMALL}][^\s.]*$`);

/** A section of front matter: a title, the texts below it, or both. */
export interface ChosenText {
  /** A key, or the title of a map. Absent where a reader sees none. */
  readonly heading?: HeadingDraft;
  readonly level: number;
  /** Where the first key begins that belongs to it. */
  readonly start: number;
  /** None where its texts are those below it. */
  readonly words: readonly ValueText[];
  readonly end: number;
  /** A title alone in its map: one of what follows, or of nothing. */
  readonly isTitleAlone?: boolean;
}

/** What the keys and values of front matter say to a reader, in order. `source`: in what their places count. */
export function outlineFrontMatter(pairs: readonly FrontMatterPair[], source: string): readonly ChosenText[] {
  const choose = (isPaper: boolean) => {
    return choosePairs(pairs, { level: KEY_LEVEL, inMap: 'page', isLinked: false }, { source, isPaper });
  };
  const texts = choose(false).filter(({ words }) => words.length > 0);
  // A table of TOML may go on below another one.
  return [...choose(texts.length >= FEWEST_TEXTS).filter(isSettled)].sort((a, b) => a.start - b.start);
}

interface Reading {
  readonly source: string;
  /** The front matter holds several long texts. */
  readonly isPaper: boolean;
}

interface PairPlace {
  readonly level: number;
  /** The page itself, whose title stands above everything; a map with a title of its own, or one without. */
  readonly inMap: 'page' | 'titled' | 'untitled';
  /** The map is an entry of a list of links, or about a picture. */
  readonly isLinked: boolean;
}

function choosePair(pair: FrontMatterPair, place: PairPlace, reading: Reading): readonly ChosenText[] {
  if (isAboutPage(pair.key)) return [];
  const isOfMaps = listMaps(pair.value).length > 0;
  return (isOfMaps ? chooseMaps(pair, place, reading) : undefined) ?? chooseText(pair, place, reading);
}

function listMaps(value: FrontMatterValue): readonly FrontMatterMap[] {
  const values = value.kind === 'list' ? value.items : [value];
  return values.flatMap((item) => (item.kind === 'map' ? [item] : []));
}

/** What the maps under a key say; undefined where they say nothing. */
function chooseMaps(pair: FrontMatterPair, place: PairPlace, reading: Reading): readonly ChosenText[] | undefined {
  const { key, keySpan, value } = pair;
  const maps = listMaps(value);
  const isHidden = isLayoutKey(key) || (maps.length === 1 && maps.some((map) => findTitle(map, reading)));
  const heading = isHidden ? undefined : buildKeyHeading(pair, reading.source, place.level);
  if (!isHidden && !heading) return [];
  const level = heading ? deeper(place.level) : place.level;
  const below = settleTitles(maps.map((map) => chooseMap(map, level, reading)));
  const isApart = isOfSections(maps, below, reading) || maps.every(({ pairs }) => pairs.every(isPlace));
  const together = isApart ? undefined : readTogether(value, below.length, reading.source);
  const own = { heading, level: place.level, start: keySpan.start };
  if (together) return [{ ...own, words: [together], end: value.span.end }];
  if (below.length === 0) return undefined;
  return heading
    ? [{ ...own, words: [], end: heading.span.end }, ...below]
    : startAt(below, maps[0]?.span.start, keySpan.start);
}

function isPlace({ key }: FrontMatterPair): boolean {
  return isLayoutKey(key);
}

/** The first of some texts with what stands above it, if it begins at `from`. */
function startAt(chosen: readonly ChosenText[], from: number | undefined, start: number): readonly ChosenText[] {
  const [first, ...others] = chosen;
  return first && first.start === from ? [{ ...first, start }, ...others] : chosen;
}

/** Maps of a title and the text below it, such as questions with their answers, are sections although they are short. */
function isOfSections(maps: readonly FrontMatterMap[], below: readonly ChosenText[], { source }: Reading): boolean {
  const isOther = ({ key, value }: FrontMatterPair) =>
    !isTitleKey(key) && !isTextKey(key) && countWords(readWords(value, source)?.text ?? '') > 1;
  const titled = below.filter(({ heading, words }) => heading && words.length > 0);
  if (titled.length < maps.length || maps.some(({ pairs }) => pairs.some(isOther))) return false;
  const words = titled.reduce((sum, text) => sum + text.words.reduce((own, { text }) => own + countWords(text), 0), 0);
  return titled.every(({ heading }) => heading?.text.endsWith('?')) || words >= SHORTEST_TEXT * titled.length;
}

function chooseMap(map: FrontMatterMap, level: number, reading: Reading): readonly ChosenText[] {
  const title = findTitle(map, reading);
  const isLinked = map.pairs.some(({ key }) => isMenuKey(key));
  const place: PairPlace = { level: title ? deeper(level) : level, inMap: title ? 'titled' : 'untitled', isLinked };
  const chosen = choosePairs(
    map.pairs.filter((pair) => pair !== title),
    place,
    reading,
  );
  const heading = title && buildTitle(title, level, reading.source);
  if (!title || !heading) return startAt(chosen, map.pairs[0]?.keySpan.start, map.span.start);
  const isAlone = map.pairs.every(({ value }) => value.kind === 'string' || value.kind === 'figure');
  const isShown = isShownTitleKey(title.key) && isAlone && !isLinked;
  return putBelow({ heading, level, isShown }, chosen.filter(isSettled), map);
}

/** The texts of a map without a title; those without a heading that follow one another stand together. */
function choosePairs(pairs: readonly FrontMatterPair[], place: PairPlace, reading: Reading): readonly ChosenText[] {
  const chosen: ChosenText[] = [];
  let isOpen = false;
  for (const pair of pairs) {
    const [first, ...others] = choosePair(pair, place, reading);
    const last = chosen.at(-1);
    if (!first) continue;
    const isOwn = listMaps(pair.value).length === 0 && !first.heading;
    if (last && isOpen && isOwn)
      chosen[chosen.length - 1] = { ...last, words: [...last.words, ...first.words], end: first.end };
    else chosen.push(first, ...others);
    isOpen = isOwn;
  }
  return chosen;
}

/** The texts of a map below its title. */
function putBelow(
  { heading, level, isShown }: { readonly heading: HeadingDraft; readonly level: number; readonly isShown: boolean },
  chosen: readonly ChosenText[],
  { span: { start, end } }: FrontMatterMap,
): readonly ChosenText[] {
  const own = { heading, level, start };
  const [first, ...others] = chosen;
  if (!first) return isShown ? [{ ...own, words: [], end, isTitleAlone: true }] : [];
  const all = first.heading
    ? [{ ...own, words: [], end: heading.span.end }, ...chosen]
    : [{ ...own, words: first.words, end: first.end }, ...others];
  return all.map((text, at) => (at === all.length - 1 ? { ...text, end } : text));
}

/** A title alone in its map heads what the next map says; the only one of a list may head what stands after the list. */
function settleTitles(maps: readonly (readonly ChosenText[])[]): readonly ChosenText[] {
  const chosen = maps.flat();
  if (maps.length === 1) return chosen;
  return chosen.flatMap((text, at): readonly ChosenText[] => {
    const [before, next] = [chosen[at - 1], chosen[at + 1]];
    if (before?.isTitleAlone && !text.heading) return [];
    if (!text.isTitleAlone) return [text];
    const { heading, level, start } = text;
    return next && !next.heading ? [{ ...next, heading, level, start }] : [];
  });
}

function isSettled({ isTitleAlone }: ChosenText): boolean {
  return isTitleAlone !== true;
}

function chooseText(pair: FrontMatterPair, place: PairPlace, { source, isPaper }: Reading): readonly ChosenText[] {
  const { key, keySpan, value } = pair;
  const words = readWords(value, source);
  if (!words) return [];
  const own = { level: place.level, start: keySpan.start, words: [words], end: value.span.end };
  const text = dropMarkup(words.text);
  const isBare = place.inMap === 'titled' ? isTextKey(key) : place.inMap === 'untitled' && isLayoutKey(key);
  if (isBare) return countWords(text) < leastBelowTitle(place, text, isPaper) ? [] : [own];
  if (countWords(text) < leastWords(key, text, isPaper)) return [];
  const heading = buildKeyHeading(pair, source, place.level);
  return heading ? [{ ...own, heading }] : [];
}

/** Tags, addresses and the marks of templates have no words. */
function dropMarkup(text: string): string {
  return text.replace(/<[^<>]*>|\{[{%].*?[}%]\}|\b(?:https?:\/\/|www\.)\S+/g, ' ');
}

function leastWords(name: string, text: string, isPaper: boolean): number {
  if (isSummaryKey(name)) return isPaper ? SHORTEST_TEXT : SHORTEST_SUMMARY;
  if (isPaper && isSentence(text)) return SHORTEST_ANSWER;
  const words = countWords(name);
  if (endsAsQuestion(name)) return words >= SHORTEST_QUESTION ? 1 : SHORTEST_ANSWER;
  return name.includes(' ') && words > 2 ? SHORTEST_ANSWER : SHORTEST_TEXT;
}

/** Nothing but signs stands behind the last question mark. */
function endsAsQuestion(name: string): boolean {
  const mark = name.lastIndexOf('?');
  return mark >= 0 && !hasLetterOrNumber(name.slice(mark));
}

function leastBelowTitle({ inMap, isLinked }: PairPlace, text: string, isPaper: boolean): number {
  if (isLinked) return SHORTEST_TEXT;
  return inMap === 'titled' || (isPaper && isSentence(text)) ? SHORTEST_ANSWER : SHORTEST_TEXT;
}

function isSentence(text: string): boolean {
  return /[.:?!]\s*$/.test(text);
}

/** The pair of a map that a reader sees as its title. */
function findTitle({ pairs }: FrontMatterMap, { source }: Reading): FrontMatterPair | undefined {
  return pairs.find(({ key, value }) => {
    if (!isTitleKey(key) || value.kind !== 'string') return false;
    const text = readWords(value, source)?.text ?? '';
    return hasLetter(text) && countWords(text) <= LONGEST_TITLE;
  });
}

/** The heading of a map, which is the value of its title. */
function buildTitle({ keySpan, value }: FrontMatterPair, level: number, source: string): HeadingDraft | undefined {
  const words = readWords(value, source);
  const from = words?.text.search(/\S/) ?? -1;
  const first = words?.places[from];
  if (!words || !first) return undefined;
  const title = dropMarkup(words.text).replace(/\s+/g, ' ').trim();
  const text = NAME_OF_FIELD.test(title) ? humanise(title) : title;
  const lineEnd = words.text.slice(from).search(/\n/);
  const line = words.text.slice(from, lineEnd < 0 ? undefined : from + lineEnd).trimEnd();
  const textSpan = { start: first.start, end: words.places[from + line.length - 1]?.end ?? first.end };
  const isOnLine = !/[\r\n]/.test(source.slice(keySpan.start, textSpan.start));
  const span = { start: isOnLine ? keySpan.start : textSpan.start, end: textSpan.end };
  return { form: 'label', level, span, textSpan, text, ...splitNumber(text) };
}

function buildKeyHeading({ key, keySpan }: FrontMatterPair, source: string, level: number): HeadingDraft | undefined {
  const text = humanise(key);
  if (!hasLetter(text)) return undefined;
  const { start: from } = keySpan;
  const line = source.slice(from, keySpan.end).split(/[\r\n]/)[0] ?? '';
  const span = { start: from, end: from + line.trimEnd().length };
  const quote = /^["']/.test(line) ? 1 : 0;
  const textSpan = { start: span.start + quote, end: Math.max(span.end - quote, span.start + quote) };
  return { form: 'label', level, span, textSpan, text, title: text.replace(/\s*:$/, '') };
}

function deeper(level: number): number {
  return Math.min(level + 1, DEEPEST);
}
