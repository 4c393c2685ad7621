import type { Span } from '../text/span';
import { countWords } from '../text/words';
import type { Block } from './blockBuilder';
import type { Heading, TextUnit } from './documentModel';
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
/** One such line alone may be anything, and so may two without a number or capitals. */
const FEWEST = 2;
const FEWEST_BARE = 3;
/** Numbers of several parts that are in order among others that are not. */
const FEWEST_DEEP = 4;
/** Words below a line that has neither, and below one in capitals: fewer stand in the cells of a table that lost its lines. */
const SHORTEST_BELOW = 15;
const SHORTEST_BELOW_CAPITALS = 3;
const NUMBERED = /^\d{1,2}(?:\.\d{1,2}){0,4}[.)]?\s+\p{Lu}/u;
/** The number of a list of one item, which is what Markdown takes `1. Introduction` for. */
const MARKER = /^ {0,3}(\d{1,2})[.)][ \t]/;
const NO_TITLE = /[.,;:]["')\]]*$|[.?!] +\p{Lu}|\|/u;

interface Candidate {
  readonly block: number;
  readonly text: string;
  /** Parts of its number. */
  readonly number?: readonly number[];
  /** It has neither a number nor capitals. */
  readonly isBare: boolean;
}

/**
 * Headings of text that was converted without them, as from a PDF: lines that stand alone, numbered (`2.1 Purpose`, with the numbers in
 * order) or in capitals, above text of their own; and other short lines above paragraphs, where no real heading but a title stands above
 * (`isUnmarked`). None where there are too few to be meant.
 */
export function findPlainHeadings(blocks: readonly PlacedBlock[], isUnmarked: boolean): readonly PlainHeading[] {
  const found = blocks.flatMap((placed, block) => readCandidate(placed, block, isUnmarked) ?? []);
  if (found.length < FEWEST) return [];
  const titled = found.filter((candidate, at) => standsAboveText(candidate, found[at + 1], blocks));
  const numbered = findNumbered(titled);
  // Where numbers make the structure, other short lines are what stood in tables.
  const keepsBare = numbered.size < FEWEST && titled.filter(({ isBare }) => isBare).length >= FEWEST_BARE;
  const headings = titled.filter((candidate) =>
    candidate.isBare ? keepsBare : candidate.number === undefined || numbered.has(candidate),
  );
  return headings.length < FEWEST ? [] : headings.flatMap((candidate) => toHeading(candidate, blocks) ?? []);
}

function readCandidate(
  { block, segment, subheading }: PlacedBlock,
  at: number,
  isUnmarked: boolean,
): Candidate | undefined {
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
  if (countWords(title) > LONGEST_TITLE || NO_TITLE.test(title)) return undefined;
  if (number !== undefined && NUMBERED.test(text))
    return { block: at, text, number: number.split('.').map(Number), isBare: false };
  if (marker !== undefined) return undefined;
  if (isInCapitals(text)) return { block: at, text, isBare: false };
  return isUnmarked && isBareTitle(text) ? { block: at, text, isBare: true } : undefined;
}

/** A list begins with its marker, and HTML goes on for lines around the words. */
function findLine({ kind, span }: Block, { span: words }: TextUnit): Span {
  return kind === 'list' ? span : words;
}

function isBareTitle(text: string): boolean {
  return /^\p{Lu}[^\d!|<>{}[\]*_`/@]+$/u.test(text) && countWords(text) <= LONGEST_BARE;
}

function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{4}/u.test(text) && !/\d{3}/.test(text);
}

/** What follows is text, or a heading of a part of it. */
function standsAboveText(
  { block, number, isBare }: Candidate,
  next: Candidate | undefined,
  blocks: readonly PlacedBlock[],
): boolean {
  let below = block + 1;
  while (below < blocks.length && !hasWords(blocks[below]?.block)) below++;
  const text = blocks[below]?.block;
  if (!text) return false;
  if (next?.block !== below)
    return number !== undefined || countLetters(text) >= (isBare ? SHORTEST_BELOW : SHORTEST_BELOW_CAPITALS);
  return number?.every((part, at) => next.number?.[at] === part) ?? false;
}

/** Words that are no figures. */
function countLetters({ units }: Block): number {
  return units.reduce((sum, { prose }) => sum + (prose.text.match(/\p{L}[\p{L}\p{N}'\u2019-]*/gu)?.length ?? 0), 0);
}

function hasWords(block: Block | undefined): boolean {
  return block !== undefined && (block.units.length > 0 || block.tables.length > 0);
}

/**
 * The numbered lines that are headings: all, if their numbers are in order, or those with numbers of several parts (`4.2`), when the others
 * are rows of tables that lost their lines; else none.
 */
function findNumbered(titled: readonly Candidate[]): ReadonlySet<Candidate> {
  const all = titled.filter(({ number }) => number !== undefined);
  if (isInOrder(all)) return new Set(all);
  const deep = all.filter(({ number = [] }) => number.length > 1);
  return new Set(deep.length >= FEWEST_DEEP && isInOrder(deep) ? deep : []);
}

/** Each number comes after the one before, and the main ones leave out none or one: what a converter lost. */
function isInOrder(candidates: readonly Candidate[]): boolean {
  return candidates.every(({ number = [] }, at) => {
    const before = candidates[at - 1]?.number;
    if (!before) return true;
    const differs = number.findIndex((part, place) => part !== before[place]);
    const step = (number[differs] ?? 0) - (before[differs] ?? 0);
    return differs >= 0 && step > 0 && (differs > 0 || step <= 2);
  });
}

function toHeading({ block, text, number }: Candidate, blocks: readonly PlacedBlock[]): PlainHeading | undefined {
  const placed = blocks[block];
  const unit = placed?.block.units[0];
  if (!placed || !unit) return undefined;
  const span = moveSpan(findLine(placed.block, unit), placed.offset);
  return {
    block,
    heading: { form: 'plain', level: number?.length ?? 1, span, textSpan: span, text, ...splitNumber(text) },
  };
}
