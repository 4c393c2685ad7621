import { LONGEST_LABEL, matchAt, stands } from '../commonLines';

/**
 * How a chunk begins. In these places Markdown can be sure that all that was open before is closed, if the line really begins
 * a block of the document itself: whether it does, only parsing can tell (`parseMarkdown`).
 */
export type Opening =
  /** An ATX heading at the first column. */
  | 'heading'
  /** After a blank line, a letter, `|` or `[` at the first column: a paragraph, a table, a definition. */
  | 'text'
  /** After a blank line, a footnote. Not as `text`: what was open in one before it may keep the blank line. */
  | 'note';

export interface Boundary {
  readonly at: number;
  readonly opening: Opening;
}

const HEADING = /#{1,6}(?=[ \t\r\n]|$)/y;
const TEXT = /[\p{L}|[]/uy;
/** `[^label]:` as the parser reads it: only brackets and `\` can be escaped. */
const NOTE = /\[\^((?:\\[[\]\\]|\\(?![[\]\\])|[^\t\n\r [\]\\])+)\]:/y;
// No `m` flag anywhere: for Markdown, U+2028 ends no line.
const CANDIDATE = /(?:\n|\r(?!\n))(?=[#\p{L}|[])/gu;

/** Whether a chunk that begins at `at`, the start of a line, begins as `opening` says. Blank lines before it are not looked at. */
export function opensAs(opening: Opening, text: string, at: number): boolean {
  if (opening === 'heading') return stands(HEADING, text, at);
  return stands(TEXT, text, at) && isNote(text, at) === (opening === 'note');
}

function isNote(text: string, at: number): boolean {
  return (matchAt(NOTE, text, at)?.[1]?.length ?? Number.POSITIVE_INFINITY) <= LONGEST_LABEL;
}

/** The boundary at `at`, the start of a line; undefined when there is none. `before` ends where `text` begins at `at`. */
export function boundaryAt(text: string, at: number, before = text, end = at): Opening | undefined {
  if (opensAs('heading', text, at)) return 'heading';
  if (!stands(TEXT, text, at) || !endsInBlankLine(before, end)) return undefined;
  return isNote(text, at) ? 'note' : 'text';
}

/** The first place at or after `from` (above 0) where a chunk may begin. */
export function findBoundary(text: string, from: number): Boundary | undefined {
  CANDIDATE.lastIndex = Math.max(0, from - 1);
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const at = match.index + 1;
    const opening = boundaryAt(text, at);
    if (opening !== undefined) return { at, opening };
  }
  return undefined;
}

/** Whether the line that ends at `end`, its line ending included, is blank. */
function endsInBlankLine(text: string, end: number): boolean {
  let i = end;
  if (text[i - 1] === '\n') i -= text[i - 2] === '\r' ? 2 : 1;
  else if (text[i - 1] === '\r') i--;
  else return false;
  while (i > 0 && (text[i - 1] === ' ' || text[i - 1] === '\t')) i--;
  return i === 0 || text[i - 1] === '\n' || text[i - 1] === '\r';
}

/** Whether a text ends with a whole line. */
export function endsLine(text: string): boolean {
  return text.endsWith('\n') || text.endsWith('\r');
}
