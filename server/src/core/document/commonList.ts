import type { List, ListItem } from 'mdast';
import type { Steps } from '../steps';
import { boundaryAt } from './chunks/boundary';
import type { CommonBlock, CommonReading } from './commonBlocks';
import { BULLET, markOf, NUMBER, readCommonItem } from './commonItem';
import { HEADING, matchAt, nextLine, skipBlank, stands } from './commonLines';
import { moveTree, spanOf, toPosition } from './syntaxTree';

/** A line that is still of the list before it, blank lines notwithstanding: indented, or one that its group, a mark, begins. */
const CONTINUES = /[ \t]|(?:\d{1,9})?(.)(?=\s|$)/y;

/** Items that the parser is given at once: the more they are, the more each of them costs. */
const MOST_ITEMS = 16;
/** So many items are read in one step, where none needs the parser. */
const ITEMS_OF_STEP = 500;

/**
 * A list whose items have the same mark at the first column, and a space after it. An item without blank lines and with nothing uncommon in it
 * is read here; others are given to the parser, with the beginning of the next item behind them: there, all that they hold must be closed.
 */
export function* readCommonList(text: string, start: number, reading: CommonReading): Steps<CommonBlock | undefined> {
  const mark = stands(BULLET, text, start) ? BULLET : NUMBER;
  const first = matchAt(mark, text, start);
  const found = first && findItems(text, start, mark, markOf(first));
  if (!found) return undefined;
  const readOwn = (one: ItemLines | undefined) =>
    one?.words === undefined
      ? undefined
      : readCommonItem(text, { start: one.start, from: one.start + one.prefix.length, end: one.words }, reading.labels);
  const items: ListItem[] = [];
  let spread = false;
  for (let at = 0; at < found.length; ) {
    const one = found[at];
    const item = readOwn(one);
    if (item) {
      items.push(item);
      at++;
      spread ||= at < found.length && one?.hasBlank === true;
      if (items.length % ITEMS_OF_STEP === 0) yield;
      continue;
    }
    const from = at++;
    while (at < found.length && at - from < MOST_ITEMS && !readOwn(found[at])) at++;
    const parsed = parseItems(text, found.slice(from, at), found[at], reading);
    if (!parsed) return undefined;
    for (const child of parsed.children) items.push(child);
    spread ||= parsed.spread === true;
    yield;
  }
  const ordered = mark === NUMBER;
  const position = toPosition(start, items.at(-1)?.position?.end.offset ?? start);
  const number = ordered ? Number(first[1]) : null;
  const node: List = { type: 'list', ordered, start: number, spread, children: items, position };
  return { node, next: found.at(-1)?.end ?? text.length };
}

/** The lines of an item, as far as lines can tell. */
interface ItemLines {
  readonly start: number;
  /** Its mark, with the space behind it. */
  readonly prefix: string;
  /** Where the next item begins, or what comes after the list. */
  readonly end: number;
  /** Where its lines end, when no blank line stands between them. */
  readonly words: number | undefined;
  /** A blank line stands before what follows. */
  readonly hasBlank: boolean;
}

type EndOfItem = Pick<ItemLines, 'end' | 'words' | 'hasBlank'>;

/** The items of the list that begins at `start`; undefined where one of another form follows. */
function findItems(text: string, start: number, mark: RegExp, sign: string | undefined): ItemLines[] | undefined {
  const found: ItemLines[] = [];
  for (let at = start; ; ) {
    const opening = at < text.length ? matchAt(mark, text, at) : null;
    if (!opening || markOf(opening) !== sign) return found;
    const lines = findEnd(text, at, mark, sign);
    if (!lines) return undefined;
    found.push({ ...lines, start: at, prefix: opening[0] });
    at = lines.end;
  }
}

function findEnd(text: string, start: number, mark: RegExp, sign: string | undefined): EndOfItem | undefined {
  let isWhole = true;
  for (let line = nextLine(text, start); ; line = nextLine(text, line)) {
    const end = skipBlank(text, line);
    const found: EndOfItem = { end, words: isWhole ? line : undefined, hasBlank: end > line };
    if (end >= text.length || stands(HEADING, text, end)) return found;
    const opening = matchAt(mark, text, end);
    if (opening && markOf(opening) === sign) return found;
    if (found.hasBlank) {
      const more = matchAt(CONTINUES, text, end);
      if (!more || (more[1] !== undefined && more[1] !== sign)) return found;
      if (more[1] !== undefined) return undefined;
    }
    isWhole &&= !found.hasBlank;
    line = end;
  }
}

/** Items as the parser reads them, up to `next`, or to what follows the list; undefined when it makes anything else of the lines. */
function parseItems(
  text: string,
  items: readonly ItemLines[],
  next: ItemLines | undefined,
  reading: CommonReading,
): List | undefined {
  const from = items[0]?.start ?? 0;
  const end = items.at(-1)?.end ?? from;
  const lines = text.slice(from, end);
  const opening = end < text.length ? boundaryAt(text, end) : reading.next;
  // What follows must be one of the kinds of which it is known how they close what is open.
  if (!next && end < text.length && opening === undefined) return undefined;
  const root = next ? reading.parse(`${lines}${next.prefix}x\n`) : reading.parse(lines, opening);
  const [list, ...others] = root?.children ?? [];
  if (list?.type !== 'list' || others.length > 0) return undefined;
  moveTree(list, from);
  const expected = next ? [...items, next] : items;
  if (list.children.length !== expected.length) return undefined;
  if (list.children.some((child, at) => spanOf(child).start !== expected[at]?.start)) return undefined;
  return { ...list, children: list.children.slice(0, items.length) };
}
