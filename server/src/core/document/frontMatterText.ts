import { runSteps } from '../steps';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { type Block, startBlock } from './blockBuilder';
import { hasContent, readBlocks } from './blocks';
import { type CommentSpan, findComments } from './comments';
import { readFrontMatterPairs } from './frontMatter';
import { type ChosenText, outlineFrontMatter } from './frontMatterOutline';
import { isPageNumber } from './furniture';
import { parseMarkdown } from './parseMarkdown';
import { relocateBlock } from './relocateBlock';
import { prepareSource } from './source';
import { dropIndents, joinItems, type ValueText } from './valueText';

/** Fewer words in all say nothing to a reader. */
const SHORTEST_BLOCK = 6;
const OPENS_HTML = /^\s*<(?:[a-z][a-z\d]*[\s>]|!--)/i;
const NO_LABELS = { links: new Set<string>(), notes: new Set<string>() };

/**
 * The long texts in front matter as blocks: for each a heading, which is its key or the title of its map, and what Markdown reads in it. What
 * stands between them and after them, the block's last line included, is furniture that belongs to no section. Nothing where there is no
 * long text.
 */
export function readFrontMatterText(text: string, bodyStart: number): FrontMatterText {
  const block = text.slice(0, bodyStart);
  if (countWords(block) < SHORTEST_BLOCK) return NO_TEXT;
  const { pairs, end } = readFrontMatterPairs(block);
  const found = outlineFrontMatter(pairs, block).map(readChosen);
  if (found.length === 0) return NO_TEXT;
  return { blocks: addGaps(found, text, end), comments: found.flatMap(({ comments }) => comments) };
}

/** What the long texts in front matter hold, with every place where it stands in the source. */
export interface FrontMatterText {
  readonly blocks: readonly Block[];
  readonly comments: readonly CommentSpan[];
}

const NO_TEXT: FrontMatterText = { blocks: [], comments: [] };

/** One text after the other, each with the place at which its value ends. */
interface FoundText extends FrontMatterText {
  readonly end: number;
}

function readChosen({ heading, level, start, words, end }: ChosenText): FoundText {
  const read = words.map((text) => readMarkdown(text, heading ? level : level - 1));
  const blocks = read.flatMap((text) => text.blocks);
  const comments = read.flatMap((text) => text.comments);
  if (heading)
    return {
      blocks: [startBlock().build('heading', { start, end: heading.span.end }, { heading }), ...blocks],
      comments,
      end,
    };
  return { blocks: openBlocks(blocks, start, level), comments, end };
}

/** Texts without a title open a section all the same: by the heading that they begin with, or by none. */
function openBlocks(blocks: readonly Block[], start: number, level: number): readonly Block[] {
  const first = blocks.findIndex(hasContent);
  const opening = blocks[first];
  if (!opening?.heading) return [startBlock().build('opening', { start, end: start }, { level }), ...blocks];
  return [{ ...opening, span: { start, end: opening.span.end } }, ...blocks.slice(first + 1)];
}

/** What Markdown reads in a value. The highest headings in it stand right below `level`. */
function readMarkdown(value: ValueText, level: number): FrontMatterText {
  const words = layOut(value);
  const parsed = runSteps(parseMarkdown(words.text, undefined, NO_LABELS));
  if (!parsed) return NO_TEXT;
  const read = readBlocks(parsed.root, prepareSource(words.text, []), false);
  const comments = findComments(parsed.root, words.text).map(({ span, textSpan }) => ({
    span: locate(words, span),
    textSpan: locate(words, textSpan),
  }));
  const highest = Math.min(...read.blocks.map(({ heading }) => heading?.level ?? 6));
  const blocks = read.blocks.map((block) => {
    const moved = relocateBlock(block, (span) => locate(words, span));
    const { heading } = moved;
    if (!heading) return moved;
    const below = (heading.level ?? highest) - highest + 1;
    return { ...moved, heading: { ...heading, level: Math.min(level + below, 6) } };
  });
  return { blocks, comments };
}

/** A value as Markdown is to be given it: a number alone is no page number here, but what was answered. */
function layOut(value: ValueText): ValueText {
  if (isPageNumber(value.text.trim())) return joinItems([value]);
  return OPENS_HTML.test(value.text) ? dropIndents(value) : value;
}

function locate({ places }: ValueText, { start, end }: Span): Span {
  const last = places.at(-1)?.end ?? 0;
  const from = places[start]?.start ?? last;
  if (end <= start) return { start: from, end: from };
  return { start: from, end: Math.max(from, places[end - 1]?.end ?? last) };
}

/** Lines of metadata between two texts, and after the last one, belong to neither. */
function addGaps(found: readonly FoundText[], text: string, end: number): readonly Block[] {
  return found.flatMap(({ blocks, end: own }, at) => {
    const next = found[at + 1]?.blocks[0]?.span.start ?? text.length;
    const lineEnd = /[\r\n]$/.test(text.slice(0, own)) ? own : endOfLine(text, own);
    const limit = Math.min(startOfLine(text, next), end);
    const gap = text.slice(lineEnd, limit);
    const isLast = at === found.length - 1;
    if (!isLast && gap.trim() === '') return blocks;
    const start = isLast && gap.trim() === '' ? end : lineEnd + gap.search(/\S/);
    return [...blocks, startBlock().build('metadata', { start, end: Math.max(limit, start) })];
  });
}

function startOfLine(text: string, at: number): number {
  return Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
}

function endOfLine(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/);
  return at < 0 ? text.length : from + at;
}
