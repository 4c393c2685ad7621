import type { Block } from './blockBuilder';

const PAGE_NUMBER =
  /^(?:page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?|[-\u2013\u2014|]\s*\d{1,3}\s*[-\u2013\u2014|])$/i;
const LONGEST_HEADER = 12;

/** A page number that conversion left in the text, alone in its paragraph. */
export function isPageNumber(words: string): boolean {
  return PAGE_NUMBER.test(words);
}

/**
 * Takes running headers and footers for furniture: short lines met three times or more that carry a changing number
 * or stand beside page numbers and breaks. A line that repeats for another reason, such as `TBC`, stays.
 */
export function markRunningHeaders(blocks: readonly Block[]): readonly Block[] {
  const seen = new Map<string, { count: number; proofs: number; wordings: Set<string> }>();
  blocks.forEach((block, at) => {
    const words = findLine(block);
    if (words === undefined) return;
    const key = toKey(words);
    const entry = seen.get(key) ?? { count: 0, proofs: 0, wordings: new Set<string>() };
    entry.count++;
    entry.wordings.add(words);
    if (blocks[at - 1]?.kind === 'furniture' || blocks[at + 1]?.kind === 'furniture') entry.proofs++;
    seen.set(key, entry);
  });
  return blocks.map((block) => {
    const entry = seen.get(toKey(findLine(block) ?? ''));
    const running =
      entry !== undefined &&
      entry.count >= 3 &&
      (entry.proofs >= 2 || (entry.wordings.size >= 3 && /page|\|/i.test([...entry.wordings].join(' '))));
    return running ? { ...block, kind: 'furniture', units: [] } : block;
  });
}

/** Words of a short paragraph that ends in no full stop; undefined for anything else. */
function findLine(block: Block): string | undefined {
  const words = block.kind === 'paragraph' && block.units.length === 1 ? block.units[0]?.prose.text : undefined;
  if (words === undefined || words.length > 120 || /[.;:]$/.test(words)) return undefined;
  return words.split(' ').length <= LONGEST_HEADER ? words : undefined;
}

function toKey(words: string): string {
  return words.replace(/\d+/g, '0').toLowerCase();
}
