import { countPieces } from '../text/words';
import type { Block } from './blockBuilder';

const PAGE_NUMBER =
  /^(?:page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?|[-\u2013\u2014|]\s*\d{1,3}\s*[-\u2013\u2014|])$/i;
const LONGEST_HEADER = 12;

/** A page number that conversion left in the text, alone in its paragraph. */
export function isPageNumber(words: string): boolean {
  return PAGE_NUMBER.test(words);
}

/** A line that may be a running header, and what there is to say so. */
export interface ShortLine {
  /** Index of its block. */
  readonly block: number;
  readonly words: string;
  /** The words with every number as the same one. */
  readonly key: string;
}

/** Short lines in paragraphs of their own, which end in no full stop. */
export function findShortLines(blocks: readonly Block[]): readonly ShortLine[] {
  return blocks.flatMap((block, at) => {
    const words = block.kind === 'paragraph' && block.units.length === 1 ? block.units[0]?.prose.text : undefined;
    if (words === undefined || words.length > 120 || /[.;:]$/.test(words)) return [];
    if (countPieces(words) > LONGEST_HEADER) return [];
    return [{ block: at, words, key: words.replace(/\d+/g, '0').toLowerCase() }];
  });
}

/** Blocks of one stretch of a document, with their short lines. */
export interface Stretch {
  readonly blocks: readonly Block[];
  readonly shortLines: readonly ShortLine[];
}

/** How one short line is met in some part of a document. */
interface Meeting {
  count: number;
  besideFurniture: number;
  readonly wordings: Set<string>;
}

/** The short lines of neighbouring stretches, by their keys. */
export type Meetings = ReadonlyMap<string, Meeting>;

/** Whether a page number or a break stands right before some stretches, and right after them. */
export interface Surroundings {
  readonly before: boolean;
  readonly after: boolean;
}

/** Counts the short lines of neighbouring stretches. */
export function countShortLines(stretches: readonly Stretch[], { before, after }: Surroundings): Meetings {
  const met = new Map<string, Meeting>();
  const isFurniture = (at: number, block: number, step: 1 | -1): boolean => {
    const near = stretches[at]?.blocks[block + step] ?? findNear(stretches, at, step);
    return near ? near.kind === 'furniture' : step === 1 ? after : before;
  };
  stretches.forEach(({ shortLines }, at) => {
    for (const { key, words, block } of shortLines) {
      const meeting = met.get(key) ?? { count: 0, besideFurniture: 0, wordings: new Set() };
      met.set(key, meeting);
      meeting.count++;
      meeting.wordings.add(words);
      if (isFurniture(at, block, -1) || isFurniture(at, block, 1)) meeting.besideFurniture++;
    }
  });
  return met;
}

/**
 * The keys of running headers and footers, which are furniture: of lines that are met three times or more, those that carry a changing
 * number or stand beside page numbers and breaks. A line that repeats for another reason, such as `TBC`, stays.
 */
export function findRunningHeaders(parts: readonly Meetings[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const part of parts) {
    for (const [key, { count }] of part) counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return new Set([...counts].filter(([key, count]) => count >= 3 && isRunning(key, parts)).map(([key]) => key));
}

/** Whether the same short lines are met in the same wordings and places: then the same are running headers. */
export function isSameMeetings(a: Meetings, b: Meetings): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, one] of a) {
    const other = b.get(key);
    if (other?.count !== one.count || other.besideFurniture !== one.besideFurniture) return false;
    if (other.wordings.size !== one.wordings.size) return false;
    for (const words of one.wordings) if (!other.wordings.has(words)) return false;
  }
  return true;
}

function isRunning(key: string, parts: readonly Meetings[]): boolean {
  const wordings = new Set<string>();
  let besideFurniture = 0;
  for (const part of parts) {
    const meeting = part.get(key);
    besideFurniture += meeting?.besideFurniture ?? 0;
    for (const words of meeting?.wordings ?? []) wordings.add(words);
  }
  return besideFurniture >= 2 || (wordings.size >= 3 && /page|\|/i.test([...wordings].join(' ')));
}

/** The block that stands nearest in one direction, in another stretch. */
function findNear(stretches: readonly Stretch[], from: number, step: 1 | -1): Block | undefined {
  for (let at = from + step; stretches[at] !== undefined; at += step) {
    const block = stretches[at]?.blocks.at(step === 1 ? 0 : -1);
    if (block) return block;
  }
  return undefined;
}

/** Indices of the blocks of a stretch that are running headers. */
export function findMarked({ shortLines }: Stretch, running: ReadonlySet<string>): readonly number[] {
  return running.size === 0 ? [] : shortLines.filter(({ key }) => running.has(key)).map(({ block }) => block);
}

/** The blocks of a stretch, with the running headers among them as furniture. */
export function markRunningHeaders({ blocks }: Stretch, marked: readonly number[]): readonly Block[] {
  if (marked.length === 0) return blocks;
  const headers = new Set(marked);
  return blocks.map((block, at) => (headers.has(at) ? { ...block, kind: 'furniture', units: [] } : block));
}
