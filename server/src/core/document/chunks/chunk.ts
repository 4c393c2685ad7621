import type { Steps } from '../../steps';
import type { LineIndex } from '../../text/lineIndex';
import type { Block } from '../blockBuilder';
import { endsWithTitle, hasContent, readBlocks } from '../blocks';
import {
  type CommentMarks,
  type CommentSpan,
  findCommentMarks,
  findComments,
  findUnclosedComments,
  maskOpenings,
} from '../comments';
import { type FrontMatterText, readFrontMatterText } from '../frontMatterText';
import { findShortLines, type ShortLine } from '../furniture';
import { parseMarkdown, parsePlain } from '../parseMarkdown';
import { prepareSource } from '../source';
import { moveTree, spanOf, walkTree } from '../syntaxTree';
import type { Opening } from './boundary';
import type { Labels, LabelUse } from './labels';

/** A stretch of whole blocks, and how much of what stands around it its reading rests on. */
export interface ChunkSource {
  readonly text: string;
  /** How the text goes on after it; undefined for the last chunk. */
  readonly next: Opening | undefined;
  /** Length of the front matter that it begins with; 0 for all but the first chunk. */
  readonly bodyStart: number;
  /** From this offset on, what opens a comment is never closed in the document. */
  readonly unclosedFrom: number;
  /** It begins at the start of the body, or right under the title. */
  readonly followsTitle: boolean;
  /** It begins what is open for too long to be parsed: its lines are read as they stand. */
  readonly isPlain: boolean;
}

/**
 * A stretch of a document that Markdown reads the same alone as in its place, with all that was read in it. Every offset in it counts from
 * its own start, every line from its own first line: it is kept as it is when the text before it changes.
 */
export interface Chunk extends ChunkSource {
  readonly lines: LineIndex;
  readonly blocks: readonly Block[];
  /** Those of the long texts in the front matter; they stand before all others. */
  readonly frontMatterBlocks: readonly Block[];
  readonly shortLines: readonly ShortLine[];
  readonly comments: readonly CommentSpan[];
  readonly commentMarks: CommentMarks;
  readonly links: LabelUse;
  readonly notes: LabelUse;
  /** Its reading rests on `followsTitle`. */
  readonly asksTitle: boolean;
  /** What follows it stands right under the title; undefined when it holds nothing that would change that. */
  readonly leavesTitle: boolean | undefined;
}

/** Reads a chunk; undefined when it cannot be read alone, because something in it goes on after its end. */
export function* readChunk(source: ChunkSource, known: Labels): Steps<Chunk | undefined> {
  const { text, bodyStart, unclosedFrom, followsTitle, isPlain } = source;
  const from = Math.max(bodyStart, unclosedFrom);
  const commentMarks = findCommentMarks(text);
  const hasUnclosed = countUnclosed(commentMarks, from) > 0;
  const masked = hasUnclosed ? maskOpenings(text, from) : text;
  const body = masked.slice(bodyStart);
  const parsed = isPlain ? parsePlain(body) : yield* parseMarkdown(body, source.next, known);
  if (!parsed) return undefined;
  const { root, links, notes } = parsed;
  moveTree(root, bodyStart);
  const unclosed = hasUnclosed ? dropCode(findUnclosedComments(text, from), root) : [];
  const prepared = prepareSource(
    masked,
    unclosed.map((comment) => comment.span),
  );
  const { blocks, asksTitle } = readBlocks(root, prepared, followsTitle);
  const last = blocks.findLast(hasContent);
  const closed = commentMarks.opens.length > 0 ? findComments(root, text) : [];
  const front: FrontMatterText = bodyStart > 0 ? readFrontMatterText(text, bodyStart) : { blocks: [], comments: [] };
  return {
    ...source,
    lines: prepared.lines,
    blocks,
    frontMatterBlocks: front.blocks,
    shortLines: findShortLines(blocks),
    comments: [...front.comments, ...closed, ...unclosed].sort((a, b) => a.span.start - b.span.start),
    commentMarks,
    links,
    notes,
    asksTitle,
    leavesTitle: last && endsWithTitle(last),
  };
}

/** How many comments open at or after `from`. */
export function countUnclosed({ opens }: CommentMarks, from: number): number {
  return opens.length - opens.filter((at) => at < from).length;
}

/** Without the comments that are shown as code. Both come in order. */
function dropCode(comments: readonly CommentSpan[], root: Parameters<typeof walkTree>[0]): readonly CommentSpan[] {
  const code = [...walkTree(root)].flatMap((node) =>
    node.type === 'code' || node.type === 'inlineCode' ? [spanOf(node)] : [],
  );
  let at = 0;
  return comments.filter(({ span }) => {
    while ((code[at]?.end ?? span.start + 1) <= span.start) at++;
    return span.start < (code[at]?.start ?? span.start + 1);
  });
}
