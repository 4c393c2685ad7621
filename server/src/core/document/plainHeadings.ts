import type { Heading } from './documentModel';
import { moveSpan } from './moveBlock';
import { splitNumber } from './numbering';
import type { PlacedBlock } from './part';
import { type Candidate, dropRepeated, findLine, isCapitalTitle, readCandidate } from './plainLines';
import { findLettered, findNumbered, findRuns } from './plainNumbers';
import { countLetters, standsAboveText } from './textBelow';

/** A line of plain text that a reader takes for a heading, in a part. */
export interface PlainHeading {
  /** Index of its block. */
  readonly block: number;
  /** Its level counts within the part: 1 for the highest. Offsets count from the part's start. */
  readonly heading: Heading;
}

/** One such line alone may be anything, and so may two without a number or capitals. */
const FEWEST = 2;
const FEWEST_BARE = 3;
/** Words up to the next title that other short lines have below them, one with another, where numbers make the structure. */
const SHORTEST_AMONG_NUMBERS = 40;
/**
 * Headings of text that was converted without them, as from a PDF: lines that stand alone, numbered (`2.1 Purpose`, with the numbers in
 * order) or in capitals, above text of their own; and other short lines above paragraphs, where no real heading but a title stands above
 * (`isUnmarked`). None where there are too few to be meant.
 */
export function findPlainHeadings(blocks: readonly PlacedBlock[], isUnmarked: boolean): readonly PlainHeading[] {
  const found = dropRepeated(blocks.flatMap((_, block) => readCandidate(blocks, block, isUnmarked) ?? []));
  const fewest = found.some(isSure) ? 1 : FEWEST;
  if (found.length < fewest) return [];
  const titled = findTitled(found, blocks);
  const runs = findRuns(titled);
  const numbered = runs ?? findNumbered(titled);
  // Numbers that begin anew have titles without one above them.
  const isRuled = numbered.size >= FEWEST && !runs;
  const bare = new Set(findBare(titled, isRuled, blocks));
  const lettered = findLettered(titled);
  const isHeading = (candidate: Candidate) => {
    if (candidate.isBare) return bare.has(candidate);
    if (candidate.letter !== undefined) return lettered.has(candidate);
    return candidate.number === undefined || numbered.has(candidate);
  };
  const headings = titled.filter(isHeading);
  const depthOf = ({ isBare, number }: Candidate) => ((isBare ? isRuled : runs && number !== undefined) ? 1 : 0);
  return headings.length < fewest
    ? []
    : headings.flatMap((candidate) => toHeading(candidate, depthOf(candidate), blocks) ?? []);
}

/** A question with a number, or a title in capitals with one, is meant where it is the only line as well. */
function isSure({ isQuestion, isBare, number, text }: Candidate): boolean {
  return (isQuestion && !isBare) || (number !== undefined && isCapitalTitle(text));
}

/** Those that have text below them. A number also stands above a title of a part of it that has, and so do capitals in a paragraph. */
function findTitled(found: readonly Candidate[], blocks: readonly PlacedBlock[]): readonly Candidate[] {
  const titled = new Set<Candidate>();
  found.toReversed().forEach((candidate, at) => {
    const next = found[found.length - at];
    const { number, letter, isTight, isBare } = candidate;
    const mayHoldParts = number !== undefined || letter !== undefined || (isTight && !isBare);
    const mayHoldNumbers = isBare || letter !== undefined;
    const isPart = next?.isBare ? mayHoldParts : mayHoldNumbers && next?.number?.join() === '1';
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
  const others = titled.filter(({ isBare, isQuestion }) => isQuestion && !isBare);
  if (bare.length + others.length < FEWEST_BARE) return [];
  if (!hasNumbers) return bare;
  const long = bare.filter((candidate) => {
    const end = titled[titled.indexOf(candidate) + 1]?.block;
    const words = blocks.slice(candidate.block + 1, end).reduce((sum, { block }) => sum + countLetters(block), 0);
    return words >= SHORTEST_AMONG_NUMBERS;
  });
  return long.length >= Math.max(FEWEST_BARE, bare.length / 2) ? long : [];
}

function toHeading(
  { block, titleBlock = block, text, number, depth }: Candidate,
  below: number,
  blocks: readonly PlacedBlock[],
): PlainHeading | undefined {
  const placed = blocks[titleBlock];
  const unit = placed?.block.units[0];
  if (!placed || !unit) return undefined;
  const { lines } = placed.segment.chunk;
  const line = findLine(placed.block, unit);
  const end = Math.min(line.end, lines.endOf(lines.placeAt(line.start).line));
  const span = moveSpan({ start: line.start, end }, placed.offset);
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
