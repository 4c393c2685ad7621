import type { List, ListItem, Paragraph } from 'mdast';
import type { Span } from '../text/span';
import { type KnownLabels, readCommonInline } from './commonInline';
import { endOfLine, matchAt, nextLine, skipSpaces, stands, WORDS, wordsOf } from './commonLines';
import { toPosition } from './syntaxTree';

export const BULLET = /[-*+] (?=\S)/y;
export const NUMBER = /(\d{1,9})[.)] (?=\S)/y;
/** Set in by four more signs a line would be code, which cannot follow words: so it goes on with them, but for rows of a table. */
const IN_CODE = /[^\s|:-][^|\r\n]*(?=\r?\n|$)|- [^|\r\n]*(?=\r?\n|$)/y;
const BOX = /\[([ xX])\] (?=\S)/y;

/** `-` of `- `, `.` of `1. `. */
export function markOf(opening: RegExpExecArray): string | undefined {
  return opening[0].at(-2);
}

/** A paragraph behind the mark of an item, and the line after it. */
interface Opened {
  readonly item: ListItem;
  readonly next: number;
}

/** Where an item lies: offsets of its mark and of what follows it, and how many signs stand before that in its line. */
interface ItemPlace {
  readonly start: number;
  readonly from: number;
  readonly column: number;
  /** Where the lines end that may be its own. */
  readonly end: number;
}

/**
 * Reads an item without blank lines at the first column: a paragraph, perhaps with a list below it, whose items hold a paragraph each. `start` is
 * the place of its mark, `from` that behind it; the item's lines end at `end`. Undefined for anything else.
 */
export function readCommonItem(
  text: string,
  { start, from, end }: Omit<ItemPlace, 'column'>,
  labels: KnownLabels,
): ListItem | undefined {
  const opened = readOpening(text, { start, from, end, column: from - start }, labels);
  if (!opened || opened.next >= end) return opened?.item;
  const nested = readNested(text, { start: opened.next, end }, from - start, labels);
  if (!nested) return undefined;
  const { children } = opened.item;
  const position = toPosition(start, nested.position?.end.offset ?? end);
  return { ...opened.item, children: [...children, nested], position };
}

/** An item as far as its first paragraph goes. */
function readOpening(text: string, { start, from, column, end }: ItemPlace, labels: KnownLabels): Opened | undefined {
  const box = matchAt(BOX, text, from);
  const words = from + (box?.[0].length ?? 0);
  if (!stands(WORDS, text, words)) return undefined;
  let last = endOfLine(text, words);
  let next = nextLine(text, last);
  for (; next < end && goesOn(text, next, column); next = nextLine(text, last)) last = endOfLine(text, next);
  const children = readCommonInline(text, wordsOf(text, words, last), labels);
  if (!children) return undefined;
  const checked = box ? box[1] !== ' ' : null;
  // The parser moves the paragraph behind the box only where it begins with text.
  const begins = children[0]?.type === 'text' ? words : from;
  const paragraph: Paragraph = { type: 'paragraph', children, position: toPosition(begins, last) };
  const position = toPosition(start, last);
  return { item: { type: 'listItem', spread: false, checked, children: [paragraph], position }, next };
}

/** Whether a line goes on with the paragraph before it: by its words, or because nothing can begin that is set in so far. */
function goesOn(text: string, line: number, column: number): boolean {
  const at = skipSpaces(text, line);
  return stands(WORDS, text, at) || (at - line >= column + 4 && stands(IN_CODE, text, at));
}

/** The list below a paragraph; `column` is where the words of the item that holds it begin. */
function readNested(text: string, lines: Span, column: number, labels: KnownLabels): List | undefined {
  const start = skipSpaces(text, lines.start);
  const indent = start - lines.start;
  const mark = stands(BULLET, text, start) ? BULLET : NUMBER;
  const opening = matchAt(mark, text, start);
  if (!opening || indent < column || indent >= column + 4) return undefined;
  // What interrupts a paragraph begins with 1.
  if (mark === NUMBER && opening[1] !== '1') return undefined;
  const children: ListItem[] = [];
  for (let line = lines.start; line < lines.end; ) {
    const at = skipSpaces(text, line);
    const own = matchAt(mark, text, at);
    if (at !== line + indent || !own || markOf(own) !== markOf(opening)) return undefined;
    const place = { start: at, from: at + own[0].length, column: indent + own[0].length, end: lines.end };
    const opened = readOpening(text, place, labels);
    if (!opened) return undefined;
    children.push(opened.item);
    line = opened.next;
  }
  const position = toPosition(start, children.at(-1)?.position?.end.offset ?? lines.end);
  const ordered = mark === NUMBER;
  return { type: 'list', ordered, start: ordered ? 1 : null, spread: false, children, position };
}
