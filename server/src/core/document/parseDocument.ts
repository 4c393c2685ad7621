import type { Steps } from '../steps';
import type { Span } from '../text/span';
import type { Block } from './blockBuilder';
import { readBlocks } from './blocks';
import { type CommentSpan, findComments, findUnclosedComments, maskOpenings } from './comments';
import type { Comment, DocumentModel, Footnote, FrontMatter, Section } from './documentModel';
import { readFrontMatter } from './frontMatter';
import { parseMarkdown } from './parseMarkdown';
import { buildSections } from './sections';
import { prepareSource } from './source';
import { spanOf, walkTree } from './syntaxTree';

/**
 * Reads a Markdown text into the model on which everything else works: syntax tree, then blocks, then sections.
 * Never throws, whatever the text holds; every offset counts UTF-16 units of `text` as it was given.
 */
export function parseDocument(text: string): DocumentModel {
  const frontMatter = readFrontMatter(text);
  const bodyStart = frontMatter?.span.end ?? 0;
  const unclosed = findUnclosedComments(text).filter((comment) => comment.span.start >= bodyStart);
  const masked = maskOpenings(text, unclosed);
  const root = parseMarkdown(masked, frontMatter !== undefined);
  const code = [...walkTree(root)].flatMap((node) =>
    node.type === 'code' || node.type === 'inlineCode' ? [spanOf(node)] : [],
  );
  const open = unclosed.filter(
    ({ span }) => !code.some((shown) => span.start >= shown.start && span.start < shown.end),
  );

  const source = prepareSource(
    masked,
    open.map((comment) => comment.span),
  );
  const blocks = readBlocks(root, source);
  const sections = buildSections(blocks, source, bodyStart);
  return {
    text,
    lines: source.lines,
    frontMatter,
    title: findTitle(frontMatter, sections),
    sections,
    comments: placeComments([...findComments(root, text), ...open], sections),
    footnotes: placeFootnotes(blocks, sections),
  };
}

/** `parseDocument` in short steps, for long texts. */
// biome-ignore lint/correctness/useYield: whole for now.
export function* parseDocumentInSteps(text: string): Steps<DocumentModel> {
  return parseDocument(text);
}

function findTitle(frontMatter: FrontMatter | undefined, sections: readonly Section[]): string | undefined {
  const given = frontMatter?.entries.find((entry) => entry.key === 'title')?.value;
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  const first = sections.find(
    ({ heading }) => heading?.level === 1 && heading.form !== 'bold' && heading.form !== 'label',
  );
  return first?.heading?.text;
}

function placeComments(comments: readonly CommentSpan[], sections: readonly Section[]): readonly Comment[] {
  return [...comments]
    .sort((a, b) => a.span.start - b.span.start)
    .map((comment) => ({ ...comment, section: findSection(sections, comment.span) }));
}

function placeFootnotes(blocks: readonly Block[], sections: readonly Section[]): readonly Footnote[] {
  return blocks.flatMap(({ footnote, span }) =>
    footnote ? [{ ...footnote, span, section: findSection(sections, span) }] : [],
  );
}

/** Index of the section in which a span begins. */
function findSection(sections: readonly Section[], span: Span): number {
  return Math.max(
    sections.findLastIndex((section) => section.span.start <= span.start),
    0,
  );
}
