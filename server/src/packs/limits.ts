/** What a pack may hold at most: far more than any written by people, so that reading one never takes long, whoever made it. */
export const PACK_LIMITS = {
  /** Lists and maps within one another, in one file. */
  depth: 100,
  /** Mistakes in one file; beyond, it is not the file that was meant. */
  mistakes: 500,
  /** Entries of one map, such as `signals`. */
  items: 5000,
  /** Files under `include`. */
  includes: 100,
  /** Packs under `extends`. */
  bases: 50,
  /** Characters of one term. */
  term: 2000,
  /** Optional parts and gaps of a term for headings, header cells, titles and units, which are searched for by trying every way to read them. */
  options: 12,
  /** Characters of one pattern. */
  pattern: 5000,
} as const;

/**
 * True for a text with so many brackets left open, or so many lists begun in one line, that reading it would take long and come to nothing. Brackets in
 * quotes and prose count too: none of them has hundreds open.
 */
export function isTooDeep(text: string): boolean {
  if (/(?:[-?] ){100}/.test(text)) return true;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 0x5b || sign === 0x7b) depth++;
    else if ((sign === 0x5d || sign === 0x7d) && depth > 0) depth--;
    if (depth > PACK_LIMITS.depth) return true;
  }
  return false;
}
