const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu;

/** How many words a piece of prose has; a figure counts as one. */
export function countWords(prose: string): number {
  return prose.match(WORD)?.length ?? 0;
}

/** How many pieces single spaces part a prose into: about as many as it has words, and much faster to count. */
export function countPieces(prose: string): number {
  let pieces = 1;
  for (let at = prose.indexOf(' '); at >= 0; at = prose.indexOf(' ', at + 1)) pieces++;
  return pieces;
}

/** First letter small, as within a sentence, unless the word is an abbreviation. */
export function lowerFirst(words: string): string {
  return /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
