import type { Span } from '../text/span';
import { countWords } from '../text/words';
import type { Block } from './blockBuilder';
import type { Chunk } from './chunks/chunk';
import type { Heading, TextUnit } from './documentModel';
import { isSlot } from './headings';
import { moveSpan } from './moveBlock';
import { splitNumber } from './numbering';
import type { PlacedBlock } from './part';

/** A line of plain text that a reader takes for a heading, in a part. */
export interface PlainHeading {
  /** Index of its block. */
  readonly block: number;
  /** Its level counts within the part: 1 for the highest. Offsets count from the part's start. */
  readonly heading: Heading;
}

/** A longer line is a sentence; most blocks are, in UTF-16 units, and are not looked at any further. */
const LONGEST_TITLE = 10;
const LONGEST_BLOCK = 150;
/** A longer line that has neither a number nor capitals is a sentence, or a caption. */
const LONGEST_BARE = 8;
/** A converter has not made the line's end, where the text goes on right below. */
const LONGEST_TIGHT = 16;
const LONGEST_QUESTION = 25;
/** One such line alone may be anything, and so may two without a number or capitals. */
const FEWEST = 2;
const FEWEST_BARE = 3;
/** Numbers of several parts that are in order among others that are not. */
const FEWEST_DEEP = 4;
/** Numbers that are in order among a few that are not, and what share of all they are at least. */
const FEWEST_CHAIN = 4;
const SHARE_IN_ORDER = 0.6;
/** A longer paper has real headings; finding the longest chain takes time by the square of it. */
const MOST_NUMBERED = 400;
/** Words below a line that has neither, and below one in capitals: fewer stand in the cells of a table that lost its lines. */
const SHORTEST_BELOW = 15;
const SHORTEST_BELOW_CAPITALS = 3;
/** `A. Nine per cent.`: with marks on both sides, questions and answers are speech, as of a witness. */
const ANSWER = /^A[.:] /;
/** Words up to the next title that other short lines have below them, one with another, where numbers make the structure. */
const SHORTEST_AMONG_NUMBERS = 40;
/** Words of a text that ends as a sentence does, which cells seldom do. */
const SHORTEST_SENTENCE = 4;
/** `2.1 Purpose`, and `6A Purpose`, which was put in after `6`. */
const NUMBERED = /^\d{1,2}(?:(?:\.\d{1,2}){0,4}|[A-H])[.)]?\s+\p{Lu}/u;
/** `Priority 2: clean water`, `Plans for 2027/28`: one number, which is no sum, and no page at the end of a line that runs along the pages. */
const ONE_NUMBER =
  /(?<![\d\p{Sc}.,])\b(?:\d{1,2}|(?:19|20)\d\d(?:[/\u2013-]\d{2,4})?)\b(?![\d%.,])(?!$)|(?<=^\p{Lu}\p{Ll}+ )\d{1,2}$/u;
/** A caption names what stands beside it. */
const CAPTION = /^(?:table|figure|fig|chart|map|box|exhibit|diagram|graph|plate|photo|image|page) \d/i;
/** The number of a list of one item, which is what Markdown takes `1. Introduction` for. */
const MARKER = /^ {0,3}(\d{1,2})[.)][ \t]/;
/** `Labour will:` and `Members agreed to:` begin a sentence that the list below ends. */
const OPEN_END =
  /\b(?:will|would|should|shall|must|may|can|is|are|was|were|be|to|by|of|for|from|with|in|on|that|the|a|an|and|or|as|at|include|includes|including|following|follows|below|when|if|has|have|had|said|states?|stated):$/i;
const NO_TITLE = /[.,;:]["')\]]*$|[.?!] +\p{Lu}|\|/u;

const INDENT = ' '.repeat(4);

interface Candidate {
  readonly block: number;
  readonly text: string;
  /** Parts of its number. */
  readonly number?: readonly number[];
  /** How deep a converter has set its line in: at each depth it counts anew. */
  readonly depth: number;
  /** It has neither a number nor capitals. */
  readonly isBare: boolean;
  /** It asks what the text below answers. */
  readonly isQuestion: boolean;
  /** It is one of the lines of a paragraph: no header of a page, which stands apart. */
  readonly isTight: boolean;
}

/**
 * Headings of text that was converted without them, as from a PDF: lines that stand alone, numbered (`2.1 Purpose`, with the numbers in
 * order) or in capitals, above text of their own; and other short lines above paragraphs, where no real heading but a title stands above
 * (`isUnmarked`). None where there are too few to be meant.
 */
export function findPlainHeadings(blocks: readonly PlacedBlock[], isUnmarked: boolean): readonly PlainHeading[] {
  const found = dropRepeated(blocks.flatMap((_, block) => readCandidate(blocks, block, isUnmarked) ?? []));
  if (found.length < FEWEST) return [];
  const titled = findTitled(found, blocks);
  const runs = findRuns(titled);
  const numbered = runs ?? findNumbered(titled);
  // Numbers that begin anew have titles without one above them.
  const isRuled = numbered.size >= FEWEST && !runs;
  const bare = new Set(findBare(titled, isRuled, blocks));
  const headings = titled.filter((candidate) =>
    candidate.isBare ? bare.has(candidate) : candidate.number === undefined || numbered.has(candidate),
  );
  const depthOf = ({ isBare, number }: Candidate) => ((isBare ? isRuled : runs && number !== undefined) ? 1 : 0);
  return headings.length < FEWEST
    ? []
    : headings.flatMap((candidate) => toHeading(candidate, depthOf(candidate), blocks) ?? []);
}

/** Those that have text below them. A number also stands above a title of a part of it that has, and so do capitals in a paragraph. */
function findTitled(found: readonly Candidate[], blocks: readonly PlacedBlock[]): readonly Candidate[] {
  const titled = new Set<Candidate>();
  found.toReversed().forEach((candidate, at) => {
    const next = found[found.length - at];
    const mayHoldParts = candidate.number !== undefined || (candidate.isTight && !candidate.isBare);
    const isPart = next?.isBare ? mayHoldParts : candidate.isBare && next?.number?.join() === '1';
    const isAbovePart = isPart && next !== undefined && titled.has(next);
    if (standsAboveText(candidate, next, blocks, isAbovePart)) titled.add(candidate);
  });
  return found.filter((candidate) => titled.has(candidate));
}

/**
 * The lines without numbers and capitals that are headings. Where numbers make the structure, others are what stood in tables, unless
 * much stands below each. Questions may stand below a real heading as well, if there are several.
 */
function findBare(
  titled: readonly Candidate[],
  hasNumbers: boolean,
  blocks: readonly PlacedBlock[],
): readonly Candidate[] {
  const bare = titled.filter(({ isBare }) => isBare);
  if (bare.length < FEWEST_BARE) return [];
  if (!hasNumbers) return bare;
  const long = bare.filter((candidate) => {
    const end = titled[titled.indexOf(candidate) + 1]?.block;
    const words = blocks.slice(candidate.block + 1, end).reduce((sum, { block }) => sum + countLetters(block), 0);
    return words >= SHORTEST_AMONG_NUMBERS;
  });
  return long.length >= Math.max(FEWEST_BARE, bare.length / 2) ? long : [];
}

function readCandidate(blocks: readonly PlacedBlock[], at: number, isUnmarked: boolean): Candidate | undefined {
  const placed = blocks[at];
  if (!placed) return undefined;
  const { block, segment, subheading } = placed;
  const [unit, ...others] = block.units;
  if (!unit || others.length > 0 || unit.quoted || block.heading || subheading) return undefined;
  const span = findLine(block, unit);
  if (span.end - span.start > LONGEST_BLOCK) return undefined;
  const source = segment.chunk.text.slice(span.start, span.end).trim();
  if (/[\r\n]/.test(source)) return undefined;
  const marker = block.kind === 'list' ? MARKER.exec(source)?.[1] : undefined;
  if (block.kind !== 'paragraph' && marker === undefined) return undefined;
  const text = marker === undefined ? unit.prose.text : `${marker}. ${unit.prose.text}`;
  const { number, title } = splitNumber(text);
  const isTight = standsInParagraph(placed, blocks[at + 1]);
  const shared = { block: at, text, isBare: false, isQuestion: false, isTight };
  if (block.kind === 'paragraph' && isQuestion(text)) return { ...shared, isBare: true, isQuestion: true, depth: 0 };
  if (countWords(title) > (isTight ? LONGEST_TIGHT : LONGEST_TITLE) || isSlot(title)) return undefined;
  if (NO_TITLE.test(title)) return undefined;
  const depth = findDepth(segment.chunk, span);
  if (number !== undefined && NUMBERED.test(text)) return { ...shared, number: toParts(number), depth };
  if (marker !== undefined || depth > 0) return undefined;
  if (isInCapitals(text)) return { ...shared, depth };
  return isUnmarked && isBareTitle(text, isTight ? LONGEST_TITLE : LONGEST_BARE)
    ? { ...shared, isBare: true, depth }
    : undefined;
}

/** The text goes on right below, in the same paragraph. */
function standsInParagraph({ block, segment }: PlacedBlock, below: PlacedBlock | undefined): boolean {
  if (below?.segment !== segment || below.block.kind !== 'paragraph' || below.subheading) return false;
  return /^[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/.test(segment.chunk.text.slice(block.span.end, below.block.span.start));
}

function findDepth({ text, lines }: Chunk, { start }: Span): number {
  const before = text.slice(lines.startOf(lines.placeAt(start).line), start).replaceAll('\t', INDENT);
  return before.trim() === '' ? Math.floor(before.length / INDENT.length) : 0;
}

/** The parts of `2.1`; `6A` stands between `6` and `7`, as a part of it would. */
function toParts(number: string): readonly number[] {
  const letter = /[A-H]$/i.exec(number)?.[0];
  if (letter === undefined) return number.split('.').map(Number);
  return [Number.parseInt(number, 10) + (letter.toUpperCase().charCodeAt(0) - 64) / 10];
}

/**
 * Lines that say the same with other numbers run along the pages: `3 Forward Plan` and `4 Forward Plan`. In capitals the same words may be
 * a title each time, in the same wording.
 */
function dropRepeated(found: readonly Candidate[]): readonly Candidate[] {
  const wordings = new Map<string, string[]>();
  const keys = found.map(({ text }) => text.replace(/\d+/g, '').trim().toLowerCase());
  found.forEach(({ text }, at) => {
    const key = keys[at] ?? '';
    wordings.set(key, [...(wordings.get(key) ?? []), text]);
  });
  return found.filter(({ number, isBare, depth, isTight }, at) => {
    const own = wordings.get(keys[at] ?? '') ?? [];
    if (depth > 0 || isTight || own.length === 1) return true;
    return number === undefined && !isBare && new Set(own).size === 1;
  });
}

/** A list begins with its marker, and HTML goes on for lines around the words. */
function findLine({ kind, span }: Block, { span: words }: TextUnit): Span {
  return kind === 'list' ? span : words;
}

function isBareTitle(text: string, longest: number): boolean {
  if (CAPTION.test(text) || OPEN_END.test(text)) return false;
  const words = text.replace(ONE_NUMBER, 'N');
  return /^\p{Lu}(?:[^\d!|<>{}[\]*_`/@]|(?<=\p{L})\/\p{L})+$/u.test(words) && countWords(words) <= longest;
}

/** `Q: How are targets set?`, alone on its line. */
function isQuestion(text: string): boolean {
  return /^Q(?:uestion)?\s?\d{0,2}\s?[:.)]\s[^?]*\?$/.test(text) && countWords(text) <= LONGEST_QUESTION;
}

function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{4}/u.test(text) && !/\d{3}/.test(text);
}

/** What follows is text, or a heading of a part of it. */
function standsAboveText(
  { block, number, isBare, isQuestion, text, depth }: Candidate,
  next: Candidate | undefined,
  blocks: readonly PlacedBlock[],
  isAbovePart = false,
): boolean {
  if (depth > 0) return true;
  let at = block + 1;
  while (at < blocks.length && !hasWords(blocks[at]?.block)) at++;
  const below = blocks[at]?.block;
  if (!below || (isQuestion && ANSWER.test(below.units[0]?.prose.text ?? ''))) return false;
  const hasCapitals = number === undefined && !isBare;
  // Below capitals, a short line is the first of the text, whatever else it is.
  if (next?.block !== at || (hasCapitals && next.isBare))
    return (
      number !== undefined ||
      countLetters(below) >= (isBare ? SHORTEST_BELOW : SHORTEST_BELOW_CAPITALS) ||
      (isSentence(below) && !/\d/.test(text))
    );
  return isAbovePart || next.depth > 0 || (number?.every((part, at) => next.number?.[at] === part) ?? false);
}

/** Words that are no figures. */
function countLetters({ units }: Block): number {
  return units.reduce((sum, { prose }) => sum + (prose.text.match(/\p{L}[\p{L}\p{N}'\u2019-]*/gu)?.length ?? 0), 0);
}

function isSentence(block: Block): boolean {
  return countLetters(block) >= SHORTEST_SENTENCE && /[\p{Ll}\d]{2}[.?:]$/u.test(block.units.at(-1)?.prose.text ?? '');
}

function hasWords(block: Block | undefined): boolean {
  return block !== undefined && (block.units.length > 0 || block.tables.length > 0);
}

/**
 * The numbered lines that are headings: all, if their numbers are in order; or the most of them that are, where few are not (a figure at the
 * foot of a page, an item of a list); or those with numbers of several parts (`4.2`), when the others are rows of tables that lost their
 * lines; else none. And all that are set in, which count anew below each other.
 */
function findNumbered(titled: readonly Candidate[]): ReadonlySet<Candidate> {
  const setIn = titled.filter(({ depth }) => depth > 0);
  const all = titled.filter(({ number, depth }) => number !== undefined && depth === 0);
  const chain = findLongestChain(all);
  if (chain.length === all.length || (chain.length >= FEWEST_CHAIN && chain.length >= all.length * SHARE_IN_ORDER))
    return new Set([...chain, ...setIn]);
  const deep = findLongestChain(all.filter(({ number = [] }) => number.length > 1));
  return new Set(deep.length >= FEWEST_DEEP ? [...deep, ...setIn] : setIn);
}

/**
 * The numbered lines, where they begin anew below other titles: each row in order from 1. Undefined where they are one row, or none begins.
 */
function findRuns(titled: readonly Candidate[]): ReadonlySet<Candidate> | undefined {
  const runs: Candidate[][] = [];
  let isBelowTitle = true;
  for (const candidate of titled) {
    const { number, depth } = candidate;
    if (number === undefined) isBelowTitle = true;
    else if (depth > 0 || number.length > 1) return undefined;
    else if (number[0] === 1) {
      if (!isBelowTitle) return undefined;
      runs.push([candidate]);
      isBelowTitle = false;
    } else {
      if (!follows(runs.at(-1)?.at(-1), candidate)) return undefined;
      runs.at(-1)?.push(candidate);
      isBelowTitle = false;
    }
  }
  return runs.length >= FEWEST && runs.every(({ length }) => length >= FEWEST) ? new Set(runs.flat()) : undefined;
}

/** The longest row of candidates each of which comes after the one before; of two as long the first. */
function findLongestChain(candidates: readonly Candidate[]): readonly Candidate[] {
  const ends: { readonly length: number; readonly before: number }[] = [];
  candidates.slice(0, MOST_NUMBERED).forEach((candidate, at) => {
    let best = { length: 1, before: -1 };
    for (let before = 0; before < at; before++) {
      const length = (ends[before]?.length ?? 0) + 1;
      if (length > best.length && follows(candidates[before], candidate)) best = { length, before };
    }
    ends.push(best);
  });
  const longest = ends.reduce((most, { length }) => Math.max(most, length), 0);
  const chain: Candidate[] = [];
  for (let at = ends.findIndex(({ length }) => length === longest); at >= 0; at = ends[at]?.before ?? -1) {
    const candidate = candidates[at];
    if (candidate) chain.unshift(candidate);
  }
  return chain;
}

/** The number comes after the one before, and a main one leaves out none or one: what a converter lost. */
function follows(before: Candidate | undefined, { number = [] }: Candidate): boolean {
  const earlier = before?.number ?? [];
  const differs = number.findIndex((part, place) => part !== earlier[place]);
  const step = (number[differs] ?? 0) - (earlier[differs] ?? 0);
  return differs >= 0 && step > 0 && (differs > 0 || step <= 2);
}

function toHeading(
  { block, text, number, depth }: Candidate,
  below: number,
  blocks: readonly PlacedBlock[],
): PlainHeading | undefined {
  const placed = blocks[block];
  const unit = placed?.block.units[0];
  if (!placed || !unit) return undefined;
  const span = moveSpan(findLine(placed.block, unit), placed.offset);
  return {
    block,
    heading: {
      form: 'plain',
      level: (number?.length ?? 1) + depth + below,
      span,
      textSpan: span,
      text,
      ...splitNumber(text),
    },
  };
}
