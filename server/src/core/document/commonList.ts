import type { List, ListItem, Paragraph } from 'mdast';
import type { CommonBlock } from './commonBlocks';
import { type NoteLabels, readCommonInline } from './commonInline';
import { endOfLine, isBlank, matchAt, nextLine, skipBlank, stands, WORDS, wordsOf } from './commonLines';
import { toPosition } from './syntaxTree';

const BULLET = /[-*+] (?=\S)/y;
const NUMBER = /(\d{1,9})[.)] (?=\S)/y;
const BOX = /\[([ xX])\] (?=\S)/y;
/** A line that is still of the list before it, blank lines notwithstanding: indented, or one that its group, a mark, begins. */
const CONTINUES = /[ \t]|(?:\d{1,9})?(.)(?=\s|$)/y;

/** A list of items on one line each, all with the same mark. */
export function readCommonList(text: string, start: number, notes: NoteLabels): CommonBlock | undefined {
  const mark = stands(BULLET, text, start) ? BULLET : NUMBER;
  const first = matchAt(mark, text, start);
  if (!first) return undefined;
  const items: ListItem[] = [];
  let spread = false;
  let next = start;
  for (let at = start; at < text.length; at = next) {
    if (isBlank(text, at)) {
      at = skipBlank(text, at);
      const line = at < text.length ? matchAt(CONTINUES, text, at) : null;
      if (!line || (line[1] !== undefined && line[1] !== markOf(first))) break;
      spread = true;
    }
    const found = matchAt(mark, text, at);
    if (!found || markOf(found) !== markOf(first)) return undefined;
    const item = readItem(text, at, at + found[0].length, notes);
    if (!item) return undefined;
    items.push(item);
    next = nextLine(text, at);
  }
  const ordered = mark === NUMBER;
  const position = toPosition(start, items.at(-1)?.position?.end.offset ?? start);
  const number = ordered ? Number(first[1]) : null;
  const node: List = { type: 'list', ordered, start: number, spread, children: items, position };
  return { node, next };
}

/** `-` of `- `, `.` of `1. `. */
function markOf(opening: RegExpExecArray): string | undefined {
  return opening[0].at(-2);
}

function readItem(text: string, start: number, from: number, notes: NoteLabels): ListItem | undefined {
  const box = matchAt(BOX, text, from);
  const words = from + (box?.[0].length ?? 0);
  if (!stands(WORDS, text, words)) return undefined;
  const end = endOfLine(text, words);
  const children = readCommonInline(text, wordsOf(text, words, end), notes);
  if (!children) return undefined;
  const checked = box ? box[1] !== ' ' : null;
  // The parser moves the paragraph behind the box only where it begins with text.
  const begins = children[0]?.type === 'text' ? words : from;
  const paragraph: Paragraph = { type: 'paragraph', children, position: toPosition(begins, end) };
  return { type: 'listItem', spread: false, checked, children: [paragraph], position: toPosition(start, end) };
}
