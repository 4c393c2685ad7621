import type { Heading as HeadingNode, Paragraph } from 'mdast';
import type { Span } from '../text/span';
import {
  type Block,
  type BlockBuilder,
  buildBoldHeading,
  type HeadingDraft,
  type Place,
  startBlock,
} from './blockBuilder';
import { isPageNumber } from './furniture';
import { readMarkdownHeading, readParagraphHeading } from './headings';
import { readInline } from './readInline';
import { type ParagraphPiece, readParagraph } from './readParagraph';
import type { Source } from './source';
import { spanOf, toPosition } from './syntaxTree';

/** What is left of bold words that a converter ended a line too late. */
const STRAY_MARKS = /^\*\*?$/;
const AUTHOR: Place = { quoted: false };

/** What is no heading to a reader is the paragraph above a rule, with all that may stand among its lines. */
export function readHeading(node: HeadingNode, source: Source): readonly Block[] {
  const heading = readMarkdownHeading(node, source);
  // A converter that tells titles by their size takes the number of a page for one.
  if (heading && isPageNumber(heading.text)) return [startBlock().build('furniture', spanOf(node))];
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

/** The blocks of a paragraph: its words, and the lines in it that are headings. `isUnderTitle`: as for `readParagraphHeading`. */
export function readParagraphBlocks(node: Paragraph, source: Source, isUnderTitle: () => boolean): readonly Block[] {
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

/** A stretch of a paragraph as a block of words. */
export function readWords({ children }: Paragraph, span: Span, source: Source): Block {
  const block = startBlock();
  block.addWords(readInline(children, source, span), span, AUTHOR);
  return block.build(hasWords(block) ? 'paragraph' : 'other', span);
}

function hasWords(block: BlockBuilder): boolean {
  return block.unitCount > 0;
}

/** A setext heading read as text: the underline is not part of it. */
function wordsSpan(node: HeadingNode, whole: Span): Span {
  const last = node.children.at(-1);
  return { start: spanOf(node.children[0] ?? node).start, end: last ? spanOf(last).end : whole.end };
}
