import type { Blockquote, Code, Heading as HeadingNode, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { Span } from '../text/span';
import {
  type Block,
  type BlockBuilder,
  buildBoldHeading,
  countBlockWords,
  type HeadingDraft,
  type Place,
  startBlock,
} from './blockBuilder';
import { parseTemplate } from './fencedTemplate';
import { readFootnote } from './footnotes';
import { isPageNumber } from './furniture';
import { readMarkdownHeading, readParagraphHeading } from './headings';
import { readHtml } from './html';
import { trimSpan } from './htmlText';
import { isTitledItem } from './itemForms';
import { cutLazyItems } from './lazyItems';
import { cutOutline, readCodeTitles } from './outlines';
import { readContent } from './readContent';
import { readInline } from './readInline';
import { type ParagraphPiece, readParagraph } from './readParagraph';
import { cutSetInText, findSetInText } from './setInText';
import type { Source } from './source';
import { spanOf, toPosition } from './syntaxTree';
import { readForm } from './tables';

/** What is left of bold words that a converter ended a line too late. */
const STRAY_MARKS = /^\*\*?$/;
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

function readWords({ children }: Paragraph, span: Span, source: Source): Block {
  const block = startBlock();
  block.addWords(readInline(children, source, span), span, AUTHOR);
  return block.build(hasWords(block) ? 'paragraph' : 'other', span);
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

/** What is no heading to a reader is the paragraph above a rule, with all that may stand among its lines. */
function readHeading(node: HeadingNode, source: Source): readonly Block[] {
  const heading = readMarkdownHeading(node, source);
  if (heading) return [startBlock().build('heading', spanOf(node), { heading })];
  const { start, end } = wordsSpan(node, spanOf(node));
  const paragraph: Paragraph = { type: 'paragraph', children: node.children, position: toPosition(start, end) };
  const blocks = readParagraph(paragraph, source, () => false).map((piece) => toBlock(piece, paragraph, source));
  // The marks around its words are part of it.
  const whole = spanOf(node);
  return blocks.map((block, at) => {
    const from = at === 0 ? whole.start : block.span.start;
    const to = at === blocks.length - 1 ? whole.end : block.span.end;
    return { ...block, span: { start: from, end: to } };
  });
}

function readParagraphBlocks(node: Paragraph, source: Source, isUnderTitle: () => boolean): readonly Block[] {
  const heading = readParagraphHeading(node, source, isUnderTitle);
  if (heading) return [buildHeadingBlock(node, heading, spanOf(node), source)];
  return readParagraph(node, source, isUnderTitle).map((piece) => toBlock(piece, node, source));
}

function toBlock(piece: ParagraphPiece, node: Paragraph, source: Source): Block {
  if (piece.heading) return buildHeadingBlock(node, piece.heading, piece.span, source);
  const block = startBlock();
  if (isPageNumber(piece.words.prose.text)) return block.build('furniture', piece.span);
  if (STRAY_MARKS.test(piece.words.prose.text)) return block.build('other', piece.span);
  block.addWords(piece.words, piece.span, AUTHOR);
  return block.build(hasWords(block) ? 'paragraph' : 'other', piece.span);
}

function buildHeadingBlock({ children }: Paragraph, heading: HeadingDraft, span: Span, source: Source): Block {
  if (heading.form !== 'bold') return startBlock().build('heading', span, { heading });
  return buildBoldHeading(heading, readInline(children, source, span), span);
}

function hasWords(block: BlockBuilder): boolean {
  return block.unitCount > 0;
}

/** A setext heading read as text: the underline is not part of it. */
function wordsSpan(node: HeadingNode, whole: Span): Span {
  const last = node.children.at(-1);
  return { start: spanOf(node.children[0] ?? node).start, end: last ? spanOf(last).end : whole.end };
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
