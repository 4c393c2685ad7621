import type { Blockquote, Code, List, ListItem, Root, RootContent } from 'mdast';
import { type Block, countBlockWords, type Place, startBlock } from './blockBuilder';
import { parseTemplate } from './fencedTemplate';
import { readFootnote } from './footnotes';
import { readHtml } from './html';
import { trimSpan } from './htmlText';
import { isTitledItem } from './itemForms';
import { cutLazyItems } from './lazyItems';
import { cutOutline, readCodeTitles } from './outlines';
import { readHeading, readParagraphBlocks, readWords } from './paragraphBlocks';
import { readContent } from './readContent';
import { readInline } from './readInline';
import { cutSetInText, findSetInText } from './setInText';
import type { Source } from './source';
import { spanOf, toPosition } from './syntaxTree';
import { readForm } from './tables';

const FEWEST_TITLED = 3;
const FEWEST_SET_IN = 2;
/** Words below each title, one with another: fewer are the points of a list. */
const SHORTEST_TITLED = 30;
const AUTHOR: Place = { quoted: false };

/** What a stretch of text holds, in document order, and whether its reading rests on what stands before it. */
export interface BlocksRead {
  readonly blocks: readonly Block[];
  /** The answer of `isUnderTitle` for what stands before was asked for: with another one, the blocks may be others. */
  readonly asksTitle: boolean;
}

/** Reads the top level of a syntax tree into blocks. `followsTitle`: whether the first of them stands right under the title. */
export function readBlocks(root: Root, source: Source, followsTitle: boolean): BlocksRead {
  const blocks: Block[] = [];
  let asksTitle = false;
  let last: Block | undefined;
  const isUnderTitle = () => {
    if (last) return endsWithTitle(last);
    asksTitle = true;
    return followsTitle;
  };
  for (let i = 0; i < root.children.length; i++) {
    const node = root.children[i];
    if (!node) continue;
    const end = node.type === 'html' ? findLastHtml(root.children, i) : i;
    const span = { start: spanOf(node).start, end: spanOf(root.children[end] ?? node).end };
    const read = node.type === 'html' ? readHtml(span, source, AUTHOR) : readNode(node, source, isUnderTitle);
    for (const block of read) {
      blocks.push(block);
      if (hasContent(block)) last = block;
    }
    i = end;
  }
  return { blocks, asksTitle };
}

function readNode(node: RootContent, source: Source, isUnderTitle: () => boolean): readonly Block[] {
  switch (node.type) {
    case 'yaml':
    case 'definition':
      return [startBlock().build('other', spanOf(node))];
    case 'code':
      return readCode(node, source);
    case 'thematicBreak':
      return [startBlock().build('furniture', spanOf(node))];
    case 'heading':
      return readHeading(node, source);
    case 'paragraph':
      return readParagraphBlocks(node, source, isUnderTitle);
    case 'footnoteDefinition':
      return [readFootnote(node, source)];
    case 'table': {
      const block = readContainer(node, source);
      return readForm(node, block, source) ?? [block];
    }
    case 'list':
      return (
        readHeadedItems(node, source) ??
        readOutline(node, source) ??
        readLazyItems(node, source) ?? [readContainer(node, source)]
      );
    case 'blockquote':
      return isSetIn(node) ? readInItem(node, source) : [readContainer(node, source)];
    default:
      return [readContainer(node, source)];
  }
}

/** Whether what Markdown takes for a quotation is a part of the paper that is set in: it has several headings with words below them. */
function isSetIn({ children }: Blockquote): boolean {
  const headings = children.filter(
    ({ type }, at) => type === 'heading' && children[at + 1] !== undefined && children[at + 1]?.type !== 'heading',
  );
  return headings.length >= FEWEST_SET_IN;
}

/** A list each item of which is a heading with text below it, as a page lays out its parts: sections to a reader, and no list. */
function readHeadedItems(list: List, source: Source): readonly Block[] | undefined {
  const { children: items } = list;
  if (!items.every((item) => opensWithHeading(item, source))) return readTitledItems(list, source);
  return items.flatMap((item) => readItem(item, source));
}

/** The blocks of an item, the first of which begins with its marker. */
function readItem(item: ListItem, source: Source): readonly Block[] {
  const [first, ...others] = item.children.flatMap((child) => readInItem(child, source));
  return first ? [{ ...first, span: { start: spanOf(item).start, end: first.span.end } }, ...others] : [];
}

/**
 * The same with lines in bold for headings, where enough is said below each: in its own item, or in those that follow, which Markdown takes
 * for its neighbours if they are not set in far enough.
 */
function readTitledItems(list: List, source: Source): readonly Block[] | undefined {
  const { children: items } = list;
  if (items.length < FEWEST_TITLED || !isTitled(items[0], source)) return undefined;
  const blocks: Block[] = [];
  let below: ListItem[] = [];
  const endBelow = () => {
    if (below.length > 0) blocks.push(readItemsBelow(list, below, source));
    below = [];
  };
  for (const item of items) {
    const [title, ...others] = isTitled(item, source) ? readItem(item, source) : [];
    if (title?.asWords) {
      endBelow();
      if (blocks.at(-1)?.heading) return undefined;
      // It cannot turn out to be words, which would have to be an item again.
      blocks.push({ ...title, asWords: undefined }, ...others);
    } else below.push(item);
  }
  endBelow();
  const titles = blocks.filter(({ heading }) => heading).length;
  const words = blocks.reduce((sum, block) => sum + countBlockWords(block), 0);
  const isWhole = blocks[0]?.heading !== undefined && blocks.at(-1)?.heading === undefined;
  return isWhole && titles >= FEWEST_TITLED && words >= titles * SHORTEST_TITLED ? blocks : undefined;
}

function readItemsBelow(list: List, items: readonly ListItem[], source: Source): Block {
  const [first = list, last = first] = [items[0], items.at(-1)];
  const position = toPosition(spanOf(first).start, spanOf(last).end);
  return { ...readContainer({ ...list, children: [...items], position }, source), kind: 'other' };
}

function isTitled(item: ListItem | undefined, { text }: Source): boolean {
  return item !== undefined && isTitledItem(text.slice(spanOf(item).start, spanOf(item).end));
}

function opensWithHeading({ children: [first, next] }: ListItem, { text }: Source): boolean {
  return first?.type === 'heading' && next !== undefined && text.startsWith('#', spanOf(first).start);
}

/** By an edit of a row or an item the whole may come to be something else, which can only be told from all of it. */
function readWithOthers(block: Block): Block {
  return block.kind === 'list' || block.kind === 'table' ? { ...block, kind: 'other' } : block;
}

/** Tables and lists in an item stand behind its indentation: no part of them can be read alone. */
function readInItem(node: RootContent, source: Source): readonly Block[] {
  if (node.type === 'heading') return readHeading(node, source);
  if (node.type === 'paragraph') return readParagraphBlocks(node, source, () => false);
  if (node.type === 'blockquote' && isSetIn(node)) return node.children.flatMap((child) => readInItem(child, source));
  const titled = node.type === 'list' ? readHeadedItems(node, source) : undefined;
  return titled ?? [{ ...readContainer(node, source), kind: 'other' }];
}

/** A number with nothing but another below it, each as a block: a title above one of its parts (see `plainHeadings.ts`). */
function readOutline(list: List, source: Source): readonly Block[] | undefined {
  const outline = cutOutline(list);
  return outline && [readContainer(outline.title, source), ...readNode(outline.below, source, () => false)];
}

/** A list of converted text, with titles among the lines of its items: what stands below them are paragraphs. */
function readLazyItems(list: List, source: Source): readonly Block[] | undefined {
  return cutLazyItems(list, source)?.map((piece) =>
    piece.kind === 'words' ? readWords(piece.node, piece.span, source) : readContainer(piece.list, source),
  );
}

/** Code says nothing, but for a template, numbered titles that a converter indented as deep, and a text that is set in as a whole. */
function readCode(node: Code, source: Source): readonly Block[] {
  const template = parseTemplate(node, source);
  if (template) return readBlocks(template, source, false).blocks.map(readWithOthers);
  const titles = readCodeTitles(node, source).map(({ nodes, span }) => {
    const block = startBlock();
    block.addWords(readInline(nodes, source, span), span, AUTHOR);
    return block.build('paragraph', span);
  });
  if (titles.length > 0) return titles;
  const setIn = findSetInText(node, source);
  if (setIn === 'html') return readHtml(trimSpan(source.text, spanOf(node)), source, AUTHOR);
  return setIn === 'words'
    ? cutSetInText(node, source).flatMap((paragraph) => readParagraphBlocks(paragraph, source, () => false))
    : [startBlock().build('other', spanOf(node))];
}

function readContainer(node: RootContent, source: Source): Block {
  const block = startBlock();
  readContent(node, source, block, AUTHOR);
  const kind =
    node.type === 'blockquote' ? 'quote' : node.type === 'list' || node.type === 'table' ? node.type : 'other';
  return block.build(kind, spanOf(node));
}

/** Words or a heading: not a rule, code or a definition. */
export function hasContent(block: Block): boolean {
  return block.units.length > 0 || block.heading !== undefined;
}

/** What follows stands right under the title: only rules, images or front matter may come between. */
export function endsWithTitle(block: Block): boolean {
  return block.heading !== undefined && (block.heading.level ?? 2) === 1;
}

/** Neighbouring HTML is one stretch: tags opened in one node are closed in another. */
function findLastHtml(nodes: readonly RootContent[], from: number): number {
  let last = from;
  while (nodes[last + 1]?.type === 'html') last++;
  return last;
}
