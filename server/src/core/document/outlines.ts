import type { Code, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { CAPITAL } from '../text/letters';
import type { Span } from '../text/span';
import type { Source } from './source';
import { spanOf, toPosition } from './syntaxTree';

/** A numbered title that is indented like code. */
export interface CodeTitle {
  readonly span: Span;
  readonly nodes: readonly PhrasingContent[];
}

/** `2. Options` · `12. **Do nothing**` · `14. **Buy`, whose closing marks stand on the next line. */
const TITLE = new RegExp(
  String.raw`^([ \t]+)(\d{1,2}(?:\.\d{1,2})*[.)][ \t]+)(\*\*)?([${CAPITAL}][^\r\n]{0,120}?)[ \t]*(\*\*)?[ \t]*$`,
);
const CLOSING = /^[ \t]*\*\*[ \t]*$/;

/**
 * Numbered titles in a block that Markdown takes for code, because a converter indented them by the depth of their numbers. Each stands
 * between blank lines, and nothing else is in the block; else none.
 */
export function readCodeTitles(node: Code, { text, lines }: Source): readonly CodeTitle[] {
  const whole = spanOf(node);
  if (!/^[ \t]+\d/.test(text.slice(whole.start, whole.start + 40))) return [];
  const found: CodeTitle[] = [];
  let isApart = true;
  const last = lines.placeAt(whole.end).line;
  for (let line = lines.placeAt(whole.start).line; line <= last; line++) {
    const start = lines.startOf(line);
    const words = text.slice(start, Math.min(lines.endOf(line), whole.end));
    const isBlank = words.trim() === '';
    const title = isBlank || !isApart ? null : TITLE.exec(words);
    if (title) found.push(placeTitle(title, start));
    else if (!isBlank && !(CLOSING.test(words) && !isApart)) return [];
    isApart = isBlank;
  }
  return found;
}

function placeTitle(
  [, indent = '', number = '', opening = '', title = '', closing = '']: RegExpExecArray,
  lineStart: number,
): CodeTitle {
  const start = lineStart + indent.length;
  const from = start + number.length;
  const words = from + opening.length;
  const text = (value: string, at: number): PhrasingContent => ({
    type: 'text',
    value,
    position: toPosition(at, at + value.length),
  });
  const end = words + title.length;
  const isBold = opening !== '' && closing !== '';
  const bold: PhrasingContent = {
    type: 'strong',
    children: [text(title, words)],
    position: toPosition(from, end + closing.length),
  };
  return {
    span: { start, end: isBold ? end + closing.length : end },
    nodes: [text(number, start), isBold ? bold : text(title, words)],
  };
}

/**
 * The title of a list of one number that holds nothing else than another list of one (`9. Costs` above `1. Capital`): what titles that are
 * set in become where no text stands between them. No item of such a list can be read alone, as there is no other.
 */
export function cutOutline(list: List): { readonly title: List; readonly below: List } | undefined {
  const [item] = list.children;
  const [title, below, ...rest] = item?.children ?? [];
  if (!item || title?.type !== 'paragraph' || rest.length > 0) return undefined;
  if (!isOneNumber(list) || !isOneNumber(below)) return undefined;
  const { end } = spanOf(title);
  const own: ListItem = { ...item, children: [title], position: toPosition(spanOf(item).start, end) };
  return { title: { ...list, children: [own], position: toPosition(spanOf(list).start, end) }, below };
}

function isOneNumber(node: RootContent | undefined): node is List {
  return node?.type === 'list' && node.ordered === true && node.children.length === 1;
}
