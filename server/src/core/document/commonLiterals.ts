import type { Code, Html, ThematicBreak } from 'mdast';
import { endOfLine, isBlank, matchAt, nextLine, stands } from './commonLines';
import { toPosition } from './syntaxTree';

/** A block whose lines are taken as they are, and where the text goes on after it. */
export interface LiteralBlock {
  readonly node: Code | Html | ThematicBreak;
  readonly next: number;
}

const FENCE = /(`{3,}|~{3,})([\w+-]*)(?=\r?\n)/y;
const COMMENT = /<!--(?![->])/y;
/** Elements with which HTML begins that ends at a blank line; the commonest of those that CommonMark (0.31, 4.6) names. */
const ELEMENT =
  /<\/?(?:a(?:rticle|ddress|side)|blockquote|body|center|d(?:d|etails|ialog|iv|l|t)|f(?:ieldset|igcaption|igure|ooter|orm)|h[1-6r]|h(?:ead|eader)|li|main|nav|ol|p|section|summary|t(?:able|body|d|foot|h|head|itle|r)|ul)(?=[ \r\n>]|\/>)/iy;
const RULE = /(?:-{3,}|\*{3,}|_{3,})(?=\r?\n|$)/y;
/** What the parser replaces, and returns that end a line by themselves. */
const UNCOMMON = /\0|\r(?!\n)/;

/** Whether HTML begins at `at`, the start of a line, that ends a paragraph right before it. */
export function opensHtml(text: string, at: number): boolean {
  return text.startsWith('<!--', at) || stands(ELEMENT, text, at);
}

/**
 * Reads a comment that ends where its line does, HTML that ends at a blank line, code between fences, or a rule, from `start`, the start of a line
 * before which nothing is open. Undefined for anything else, and for what is still open where the text ends, unless that is the end of all.
 */
export function readLiteral(text: string, start: number, isEnd: boolean): LiteralBlock | undefined {
  const block = readByFirstSign(text, start, isEnd);
  return block && !UNCOMMON.test(text.slice(start, block.next)) ? block : undefined;
}

function readByFirstSign(text: string, start: number, isEnd: boolean): LiteralBlock | undefined {
  switch (text.charAt(start)) {
    case '<':
      return readComment(text, start) ?? readElement(text, start, isEnd);
    case '`':
    case '~':
      return readFence(text, start);
    default:
      return readRule(text, start);
  }
}

function readComment(text: string, start: number): LiteralBlock | undefined {
  const opening = matchAt(COMMENT, text, start);
  if (!opening) return undefined;
  const close = text.indexOf('-->', start + opening[0].length);
  if (close < 0 || endOfLine(text, close) !== close + 3) return undefined;
  return toHtml(text, start, close + 3);
}

function readElement(text: string, start: number, isEnd: boolean): LiteralBlock | undefined {
  if (!stands(ELEMENT, text, start)) return undefined;
  let end = endOfLine(text, start);
  let next = nextLine(text, end);
  for (; next < text.length && !isBlank(text, next); next = nextLine(text, end)) end = endOfLine(text, next);
  return next < text.length || isEnd ? toHtml(text, start, end) : undefined;
}

function toHtml(text: string, start: number, end: number): LiteralBlock {
  return {
    node: { type: 'html', value: text.slice(start, end), position: toPosition(start, end) },
    next: nextLine(text, end),
  };
}

function readFence(text: string, start: number): LiteralBlock | undefined {
  const opening = matchAt(FENCE, text, start);
  if (!opening) return undefined;
  const [, marks = '', info = ''] = opening;
  const body = nextLine(text, start);
  let last = start;
  for (let line = body; line < text.length; line = nextLine(text, line)) {
    const end = endOfLine(text, line);
    if (closes(text.slice(line, end), marks)) {
      const value = line === body ? '' : text.slice(body, endOfLine(text, last));
      const position = toPosition(start, end);
      return { node: { type: 'code', lang: info || null, meta: null, value, position }, next: nextLine(text, end) };
    }
    last = line;
  }
  return undefined;
}

/** A closing fence may be longer than the opening one, and stand in by up to three spaces. */
function closes(line: string, marks: string): boolean {
  const words = line.replace(/^ {0,3}/, '');
  return words.length >= marks.length && words.replaceAll(marks.charAt(0), '') === '';
}

function readRule(text: string, start: number): LiteralBlock | undefined {
  const rule = matchAt(RULE, text, start);
  if (!rule) return undefined;
  const end = start + rule[0].length;
  return { node: { type: 'thematicBreak', position: toPosition(start, end) }, next: nextLine(text, end) };
}
