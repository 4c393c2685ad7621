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
    if (words.split(' ').length > LONGEST_HEADER) return [];
    return [{ block: at, words, key: words.replace(/\d+/g, '0').toLowerCase() }];
  });
}

/** Blocks of one stretch of a document, with their short lines. */
export interface Stretch {
  readonly blocks: readonly Block[];
  readonly shortLines: readonly ShortLine[];
}

/** Keys of short lines that are met three times or more. */
export function findRepeatedLines(stretches: readonly Stretch[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { shortLines } of stretches) {
    for (const { key } of shortLines) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([key]) => key));
}

/**
 * The keys of running headers and footers, which are furniture: of `repeated` lines, those that carry a changing number
 * or stand beside page numbers and breaks. A line that repeats for another reason, such as `TBC`, stays.
 */
export function findRunningHeaders(stretches: readonly Stretch[], repeated: ReadonlySet<string>): ReadonlySet<string> {
  if (repeated.size === 0) return repeated;
  const often = new Map([...repeated].map((key) => [key, startEvidence()]));
  stretches.forEach(({ blocks, shortLines }, at) => {
    for (const { key, words, block } of shortLines) {
      const evidence = often.get(key);
      if (!evidence) continue;
      evidence.wordings.add(words);
      const before = blocks[block - 1] ?? findNear(stretches, at, -1);
      const after = blocks[block + 1] ?? findNear(stretches, at, 1);
      if (before?.kind === 'furniture' || after?.kind === 'furniture') evidence.besideFurniture++;
    }
  });
  const isRunning = ({ besideFurniture, wordings }: Evidence) =>
    besideFurniture >= 2 || (wordings.size >= 3 && /page|\|/i.test([...wordings].join(' ')));
  return new Set([...often].filter(([, evidence]) => isRunning(evidence)).map(([key]) => key));
}

interface Evidence {
  besideFurniture: number;
  readonly wordings: Set<string>;
}

function startEvidence(): Evidence {
  return { besideFurniture: 0, wordings: new Set() };
}

/** The block that stands nearest in one direction, in another stretch. */
function findNear(stretches: readonly Stretch[], from: number, step: 1 | -1): Block | undefined {
  for (let at = from + step; stretches[at] !== undefined; at += step) {
    const block = stretches[at]?.blocks.at(step === 1 ? 0 : -1);
    if (block) return block;
  }
  return undefined;
}

/** The blocks of a stretch, with the running headers in it as furniture. */
export function markRunningHeaders({ blocks, shortLines }: Stretch, running: ReadonlySet<string>): readonly Block[] {
  const marked = new Set(shortLines.filter(({ key }) => running.has(key)).map(({ block }) => block));
  if (marked.size === 0) return blocks;
  return blocks.map((block, at) => (marked.has(at) ? { ...block, kind: 'furniture', units: [] } : block));
}
