import type { List, ListItem, Paragraph } from 'mdast';
import type { Span } from '../text/span';
import { trimSpan } from './htmlText';
import type { Source } from './source';
import { spanOf, toPosition } from './syntaxTree';
import { findTitleLines } from './titleLines';

/** A stretch of a list: items (a title with its number is a list of one), or words that are not of them. */
export type ListPiece =
  | { readonly kind: 'items'; readonly list: List }
  | { readonly kind: 'words'; readonly node: Paragraph; readonly span: Span };

/**
 * Cuts a list at titles that stand in it because nothing is indented: `2. Clean water` with its text on the next line, and the title of what
 * follows the last item. Markdown takes such lines for more words of the item. Undefined where there are none, as in nearly every list.
 */
export function cutLazyItems(list: List, source: Source): readonly ListPiece[] | undefined {
  const cuts = list.children.map((item) => findCuts(item, list, source));
  if (cuts.every((cut) => cut === undefined)) return undefined;
  const pieces: ListPiece[] = [];
  let items: ListItem[] = [];
  const close = () => {
    if (items.length > 0) pieces.push({ kind: 'items', list: sliceList(list, items) });
    items = [];
  };
  for (const [at, item] of list.children.entries()) {
    const cut = cuts[at];
    const [first, ...others] = cut?.pieces ?? [];
    if (!cut || !first) {
      items.push(item);
      continue;
    }
    if (cut.opensWithTitle) close();
    items.push(shortenItem(item, cut.node, first));
    close();
    for (const span of others) pieces.push({ kind: 'words', node: cut.node, span });
  }
  close();
  return pieces;
}

interface Cut {
  readonly node: Paragraph;
  readonly pieces: readonly Span[];
  readonly opensWithTitle: boolean;
}

function findCuts({ children: [node, ...others] }: ListItem, { ordered }: List, source: Source): Cut | undefined {
  if (node?.type !== 'paragraph' || others.length > 0) return undefined;
  const whole = spanOf(node);
  if (!isLazy(source.text.slice(whole.start, whole.end))) return undefined;
  const titles = findTitleLines(whole, source);
  const opensWithTitle = titles[0]?.start === whole.start;
  if (titles.length === 0 || (opensWithTitle && !ordered)) return undefined;
  const pieces: Span[] = [];
  let from = whole.start;
  const add = (span: Span) => {
    const inner = trimSpan(source.text, span);
    if (inner.end > inner.start) pieces.push(inner);
  };
  for (const title of titles) {
    add({ start: from, end: title.start });
    add(title);
    from = title.end;
  }
  add({ start: from, end: whole.end });
  return { node, pieces, opensWithTitle };
}

/** Lines of an item that stand where lines of the text do. */
export function isLazy(words: string): boolean {
  return /[\r\n][^\s>]/.test(words);
}

function shortenItem(item: ListItem, node: Paragraph, { end }: Span): ListItem {
  const position = toPosition(spanOf(node).start, end);
  return { ...item, children: [{ ...node, position }], position: toPosition(spanOf(item).start, end) };
}

function sliceList(list: List, children: List['children']): List {
  const [first = list, last = list] = [children[0], children.at(-1)];
  return { ...list, children, position: toPosition(spanOf(first).start, spanOf(last).end) };
}
