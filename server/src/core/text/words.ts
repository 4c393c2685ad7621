const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,%-]*/gu;

/** How many words a piece of prose has; a figure counts as one. */
export function countWords(prose: string): number {
  return prose.match(WORD)?.length ?? 0;
}
