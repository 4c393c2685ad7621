const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

/** The value of a Roman numeral in capitals, up to 89; undefined where a letter is none. */
export function toRoman(letters: string): number | undefined {
  let sum = 0;
  for (const [at, letter] of [...letters].entries()) {
    const value = VALUES[letter];
    if (value === undefined) return undefined;
    sum += value < (VALUES[letters.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return sum;
}
