import { CAPITAL, isInCapitals, LETTER, SMALL } from '../text/letters';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import type { Block } from './blockBuilder';
import type { Chunk } from './chunks/chunk';
import type { TextUnit } from './documentModel';
import { splitNumber } from './numbering';
import type { PlacedBlock } from './part';
import { isSlotInAngles } from './slots';

/** A longer line is a sentence; most blocks are, in UTF-16 units, and are not looked at any further. */
const LONGEST_TITLE = 10;
const LONGEST_BLOCK = 150;
/** A longer line that has neither a number nor capitals is a sentence, or a caption. */
const LONGEST_BARE = 8;
/** A converter has not made the line's end, where the text goes on right below; and a title with a number may take two lines. */
const LONGEST_TIGHT = 16;
const LONGEST_QUESTION = 25;
/** `2.1 Purpose`, and `6A Purpose`, which was put in after `6`. */
const NUMBERED = new RegExp(String.raw`^\d{1,2}(?:(?:\.\d{1,2}){0,4}|[A-H])[.)]?\s+[${CAPITAL}]`);
/** `B. Purpose` and `IV. Purpose`. */
const LETTERED = new RegExp(String.raw`^([A-Z]|[IVXL]{1,5})[.)]\s+[${CAPITAL}]`);
/** `Priority 2: clean water`, `Plans for 2027/28`: one number, which is no sum, and no page at the end of a line that runs along the pages. */
const ONE_NUMBER = new RegExp(
  String.raw`(?<![\d$£€¥₹.,])\b(?:\d{1,2}|(?:19|20)\d\d(?:[/\u2013-]\d{2,4})?)\b(?![\d%.,])(?!$)|(?<=^[${CAPITAL}][${SMALL}]+ )\d{1,2}$`,
);
/** A caption names what stands beside it. */
const CAPTION = /^(?:table|figure|fig|chart|map|box|exhibit|diagram|graph|plate|photo|image|page) \d/i;
/** The number of a list of one item, which is what Markdown takes `1. Introduction` for. */
const MARKER = /^ {0,3}(\d{1,2})[.)][ \t]/;
const NUMBER_ALONE = /^(?=\d+[.)])(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?$/;
const LONGEST_NUMBER = 12;
/** `Labour will:` and `Members agreed to:` begin a sentence that the list below ends. */
const OPEN_END =
  /\b(?:will|would|should|shall|must|may|can|is|are|was|were|be|to|by|of|for|from|with|in|on|that|the|a|an|and|or|as|at|include|includes|including|following|follows|below|when|if|has|have|had|said|states?|stated):$/i;
/** `TOTAL 11.85`: what is left of a row of a table. */
const ROW = /\d[.,]\d/;
/** `25. If an agency:` and `36. Such steps may include:` begin a sentence as well, whatever their number. */
const OPENS_LIST = /^\d[\d.)]*\s+(?:If|When|Where|Such|These)\b.*:$/;
const NO_TITLE = new RegExp(String.raw`[.,;:]["')\]]*$|[.?!] +[${CAPITAL}]|\|`);
const BARE_TITLE = new RegExp(String.raw`^[${CAPITAL}](?:[^\d!|<>{}[\]*_\x60/@]|(?<=[${LETTER}])\/[${LETTER}])+$`);

/** `Q: How are targets set?` · `Q2.1: Who is left out?` */
const QUESTION = /^Q(?:uestion)?\s?\d{0,2}(?:\.\d{1,2})?[a-z]?\s?[:.)]\s[^?]*\?$/;
const NUMBERED_QUESTION = /^Q(?:uestion)?\s?\d/;

const INDENT = ' '.repeat(4);

/** A line of plain text that may be a heading. */
export interface Candidate {
  readonly block: number;
  /** The block of its title, where that is another one. */
  readonly titleBlock?: number;
  readonly text: string;
  /** Parts of its number. */
  readonly number?: readonly number[];
  /** The letter or Roman numeral that it begins with. */
  readonly letter?: string;
  /** How deep a converter has set its line in: at each depth it counts anew. */
  readonly depth: number;
  /** It has neither a number nor capitals. */
  readonly isBare: boolean;
  /** It asks what the text below answers, with a number of its own unless `isBare`. */
  readonly isQuestion: boolean;
  /** It is one of the lines of a paragraph: no header of a page, which stands apart. */
  readonly isTight: boolean;
}

/** Reads a block of a part as a line that may be a heading. `isUnmarked`: as for `findPlainHeadings`. */
export function readCandidate(blocks: readonly PlacedBlock[], at: number, isUnmarked: boolean): Candidate | undefined {
  const placed = blocks[at];
  if (!placed) return undefined;
  const alone = readNumberAlone(blocks, at);
  if (alone) return alone;
  // What a number stands above is its title.
  if (readNumberAlone(blocks, at - 1)) return undefined;
  const { block, segment, subheading } = placed;
  const [unit, ...others] = block.units;
  if (!unit || others.length > 0 || unit.quoted || block.heading || subheading) return undefined;
  const span = findLine(block, unit);
  if (span.end - span.start > LONGEST_BLOCK) return undefined;
  const source = segment.chunk.text.slice(span.start, span.end).trim();
  const breaks = source.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (breaks > 1) return undefined;
  const marker = block.kind === 'list' ? MARKER.exec(source)?.[1] : undefined;
  if (block.kind !== 'paragraph' && marker === undefined) return undefined;
  const text = marker === undefined ? unit.prose.text : `${marker}. ${unit.prose.text}`;
  const { number, title } = splitNumber(text);
  const isTight = standsInParagraph(placed, blocks[at + 1]);
  if (breaks > 0 && (number === undefined || marker !== undefined || !NUMBERED.test(text) || isTight)) return undefined;
  const shared = { block: at, text, isBare: false, isQuestion: false, isTight };
  if (block.kind === 'paragraph' && isQuestion(text))
    return { ...shared, isBare: !NUMBERED_QUESTION.test(text), isQuestion: true, depth: 0 };
  if (countWords(title) > (isTight || breaks > 0 ? LONGEST_TIGHT : LONGEST_TITLE) || isSlotInAngles(title))
    return undefined;
  if (NO_TITLE.test(title) || OPENS_LIST.test(text)) return undefined;
  const depth = findDepth(segment.chunk, span);
  if (number !== undefined && NUMBERED.test(text)) return { ...shared, number: toParts(number), depth };
  if (marker !== undefined) return undefined;
  const letter = LETTERED.exec(text)?.[1];
  if (letter !== undefined) return { ...shared, letter, depth };
  if (depth > 0) return undefined;
  if (isCapitalTitle(text)) return ROW.test(text) ? undefined : { ...shared, depth };
  return isUnmarked && isBareTitle(text, isTight ? LONGEST_TITLE : LONGEST_BARE)
    ? { ...shared, isBare: true, depth }
    : undefined;
}

/** A number that a converter has left on a line of its own, above its title. */
function readNumberAlone(blocks: readonly PlacedBlock[], at: number): Candidate | undefined {
  const [placed, below] = [blocks[at], blocks[at + 1]];
  if (!placed || !below || placed.subheading || below.subheading || below.block.kind !== 'paragraph') return undefined;
  const { start, end } = placed.block.span;
  if (end - start > LONGEST_NUMBER) return undefined;
  const number = NUMBER_ALONE.exec(placed.segment.chunk.text.slice(start, end).trim())?.[1];
  const [unit, ...others] = below.block.units;
  if (number === undefined || !unit || unit.quoted || others.length > 0 || !isBareTitle(unit.prose.text, LONGEST_TITLE))
    return undefined;
  return {
    block: at,
    titleBlock: at + 1,
    text: `${number}. ${unit.prose.text}`,
    number: toParts(number),
    isBare: false,
    isQuestion: false,
    isTight: false,
    depth: 0,
  };
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
export function dropRepeated(found: readonly Candidate[]): readonly Candidate[] {
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
export function findLine({ kind, span }: Block, { span: words }: TextUnit): Span {
  return kind === 'list' ? span : words;
}

function isBareTitle(text: string, longest: number): boolean {
  if (CAPTION.test(text) || OPEN_END.test(text)) return false;
  const words = text.replace(ONE_NUMBER, 'N');
  return BARE_TITLE.test(words) && countWords(words) <= longest;
}

/** Alone on its line. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text) && countWords(text) <= LONGEST_QUESTION;
}

/** In capitals, and no reference or sum. */
export function isCapitalTitle(text: string): boolean {
  return isInCapitals(text) && !/\d{3}/.test(text);
}
