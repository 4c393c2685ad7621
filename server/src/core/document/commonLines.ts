import { LETTER, NUMBER } from '../text/letters';
import type { Span } from '../text/span';

/** Nothing but a paragraph begins with these, and they interrupt nothing; with `[`, a definition does. */
export const WORDS = new RegExp(
  String.raw`[A-Za-z[{("'$%]|[^\x00-\x7f\s]|\*{1,2}(?=[${LETTER}${NUMBER}])|\d(?!\d{0,8}[.)](?:[ \t\r\n]|$))`,
  'y',
);
/** An ATX heading with words in it: it interrupts whatever stands before it. */
export const HEADING = /(#{1,6}) +(?=[^\s#])/y;
/** In UTF-16 units: CommonMark (0.31, 6.3) takes nothing longer for a label. */
export const LONGEST_LABEL = 999;
const BLANK = /[ \t]*(?:\r?\n|$)/y;

/** Whether a sticky expression matches at `at`. */
export function stands(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

/** The match of a sticky expression at `at`. */
export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** Where the next line begins; the end of the text when there is none. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Whether the line that begins at `start` is blank; true at the end of the text. */
export function isBlank(text: string, start: number): boolean {
  return stands(BLANK, text, start);
}

/** The start of the first line from `start` that is not blank; the end of the text when there is none. */
export function skipBlank(text: string, start: number): number {
  let at = start;
  while (at < text.length && isBlank(text, at)) at = nextLine(text, at);
  return at;
}

/** The first place from `start` where no space stands. */
export function skipSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

/** The end of a line's words; what ends the line stands behind it. */
export function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  const before = end < 0 ? text.length : end;
  return end >= 0 && text.charAt(before - 1) === '\r' ? before - 1 : before;
}

/** The words of a line, or of several, without the white space behind them, which is part of the block all the same. */
export function wordsOf(text: string, from: number, end: number): Span {
  let last = end;
  while (last > from && (text.charAt(last - 1) === ' ' || text.charAt(last - 1) === '\t')) last--;
  return { start: from, end: last };
}
