/**
 * Classes of letters for expressions, to stand within brackets, and questions about letters.
 *
 * `\p{L}` names 700 ranges. V8 writes all of them out in each expression that holds it, and does so three times: when the expression is read,
 * when it first runs, and when it is compiled. A hundred such expressions were a twentieth of a short run. So expressions that tell forms of
 * English papers apart know the letters of the Latin, Greek and Cyrillic scripts, which are few ranges, and need no `u`; what must hold for
 * all scripts asks the functions below, or names `\p{L}`.
 */

/** The letters of Latin Extended-A are small and capital by turns. */
const EXTENDED = Array.from({ length: 0x80 }, (_, at) => String.fromCharCode(0x100 + at));

/** Capital letters. */
export const CAPITAL = `A-Z\u00c0-\u00d6\u00d8-\u00de${keepExtended((letter) => letter !== letter.toLowerCase())}\u0386\u0388-\u038f\u0391-\u03a1\u03a3-\u03ab\u0400-\u042f`;
/** Small letters. */
export const SMALL = `a-z\u00b5\u00df-\u00f6\u00f8-\u00ff${keepExtended((letter) => letter === letter.toLowerCase())}\u0390\u03ac-\u03ce\u0430-\u045f`;
/** Letters, small and capital. */
export const LETTER =
  'A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u03f5\u03f7-\u0481\u048a-\u052f\u1e00-\u1eff';
/** Digits, and the signs for raised figures and fractions. */
export const NUMBER = '0-9\u00b2\u00b3\u00b9\u00bc-\u00be';

const ANY_LETTER = /\p{L}/u;
const ANY_LETTER_OR_NUMBER = /[\p{L}\p{N}]/u;
const FOUR_CAPITALS = new RegExp(`[${CAPITAL}]{4}`);

/** Whether there is a letter of any script. */
export function hasLetter(text: string): boolean {
  return ANY_LETTER.test(text);
}

/** Whether there is a letter or a number of any script: what has neither says nothing. */
export function hasLetterOrNumber(text: string): boolean {
  return ANY_LETTER_OR_NUMBER.test(text);
}

/** Whether all letters are capitals, and so many stand together that it is no abbreviation. */
export function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && FOUR_CAPITALS.test(text);
}

function keepExtended(wanted: (letter: string) => boolean): string {
  return EXTENDED.filter(wanted).join('');
}
