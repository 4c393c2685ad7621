const SPACE = /^\s$/u;
const DOUBLE_QUOTES = '\u201c\u201d\u201e\u201f\u2033';
const SINGLE_QUOTES = '\u2018\u2019\u201a\u201b\u2032';
const HYPHENS = '\u2010\u2011';
const WITHOUT_WIDTH = '\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff';

/**
 * What stands for one UTF-16 unit in prose: a space for any white space, a straight quote for a smart one,
 * `-` for a special hyphen, nothing for what has no width, else the unit itself.
 * The joiner U+200D stays: it holds emoji together and is not met between letters.
 */
export function toPlainCharacter(unit: string): string {
  if (unit >= '!' && unit <= '~') return unit;
  if (SPACE.test(unit)) return WITHOUT_WIDTH.includes(unit) ? '' : ' ';
  if (DOUBLE_QUOTES.includes(unit)) return '"';
  if (SINGLE_QUOTES.includes(unit)) return "'";
  if (HYPHENS.includes(unit)) return '-';
  return WITHOUT_WIDTH.includes(unit) ? '' : unit;
}
