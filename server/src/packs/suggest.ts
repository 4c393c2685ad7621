import { distance } from 'fastest-levenshtein';

const MOST_LISTED = 12;

/** The known word nearest to `word`, when it is near enough to be what was meant. */
export function findNearest(word: string, known: Iterable<string>): string | undefined {
  const given = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = mostLettersApart(given.length) + 1;
  for (const candidate of known) {
    const letters = countLettersApart(given, candidate.toLowerCase());
    if (letters < bestDistance) {
      bestDistance = letters;
      best = candidate;
    }
  }
  return best;
}

/** The edit distance, but two letters that changed places count as one mistake. */
function countLettersApart(a: string, b: string): number {
  const letters = distance(a, b);
  const isSwap = letters === 2 && [...a].sort().join() === [...b].sort().join();
  return isSwap ? 1 : letters;
}

/** Among words of three letters, such as stages, nothing but case is near. */
function mostLettersApart(length: number): number {
  if (length <= 3) return 0;
  if (length === 4) return 1;
  return Math.max(2, Math.floor(length / 3));
}

/** The end of a message about an unknown word: `: did you mean `x`?`, or the list of what is known if it is short, or nothing. */
export function suggest(word: string, known: Iterable<string>): string {
  const all = [...known];
  const nearest = findNearest(word, all);
  if (nearest !== undefined) return `: did you mean \`${nearest}\`?`;
  if (all.length === 0 || all.length > MOST_LISTED) return '';
  return `: expected ${listWords(all)}`;
}

/** `` `a`, `b` or `c` `` */
export function listWords(words: readonly string[], conjunction = 'or'): string {
  const quoted = words.map((word) => `\`${word}\``);
  const last = quoted.at(-1) ?? '';
  return quoted.length < 2 ? last : `${quoted.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}
