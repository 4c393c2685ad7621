import { withoutControls } from '../core';

/** How a report for the terminal is drawn. */
export interface TerminalOptions {
  /** Characters in a line. */
  readonly width: number;
  readonly colour: boolean;
  /** Findings and problems only: no coverage, no notes. */
  readonly quiet: boolean;
  /** Also what each section is taken for, what is asked of it, and why nothing is said. */
  readonly explain: boolean;
  /** Problems are shown elsewhere, on standard error, so that the report only counts them. */
  readonly problemsApart: boolean;
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'green';

const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
};

/** Adds weight or colour where the terminal shows it. Nothing may depend on it: the words say the same. */
export function paint(style: Style, words: string, { colour }: Pick<TerminalOptions, 'colour'>): string {
  const [on, off] = CODES[style];
  return colour ? `\u001b[${on}m${words}\u001b[${off}m` : words;
}

/**
 * Breaks words into lines of at most `width` columns, the first after `first`, the others after `rest`.
 * A word that is longer than a line stands alone. Breaks before painting, so that codes are not counted.
 */
export function wrap(words: string, width: number, first = '', rest = first): readonly string[] {
  const lines: string[] = [];
  const restWidth = widthOf(rest);
  let line = first;
  // Kept beside the line: measuring the whole line for every word would take time by the square of its length.
  let used = widthOf(first);
  let empty = true;
  for (const word of withoutControls(words).split(' ')) {
    if (word === '') continue;
    const own = widthOf(word);
    if (!empty && used + 1 + own > width) {
      lines.push(line);
      line = rest;
      used = restWidth;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    used += empty ? own : own + 1;
    empty = false;
  }
  lines.push(line);
  return lines;
}

const PLAIN = /^[ -~]*$/;

/** Columns that words take: combining marks none, wide characters (East Asian, emoji) two. */
export function widthOf(words: string): number {
  if (PLAIN.test(words)) return words.length;
  let width = 0;
  for (const character of words) {
    if (/\p{M}|\u200d|\ufe0f/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Extended_Pictographic}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}

/** Cuts at `width` columns with an ellipsis, or fills up with spaces. */
export function fitWidth(words: string, width: number): string {
  if (widthOf(words) <= width) return words + ' '.repeat(width - widthOf(words));
  let cut = '';
  for (const character of words) {
    if (widthOf(cut + character) > width - 1) break;
    cut += character;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 1 - widthOf(cut)))}`;
}

/**
 * Makes document text safe to print: control characters would let a document move the cursor, or hide words.
 * Tabs and line ends become spaces.
 */
export function printable(words: string): string {
  return withoutControls(words.replace(/[\t\r\n]+/g, ' '));
}
