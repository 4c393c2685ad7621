import type { Paragraph } from 'mdast';
import type { Span } from '../text/span';
import type { HeadingDraft } from './blockBuilder';
import { buildHeading, findNoSpaceLevel } from './headings';
import { trimSpan } from './htmlText';
import { type InlineWords, readInline } from './readInline';
import type { Source } from './source';
import { spanOf } from './syntaxTree';

/** A paragraph or a part of one: a `##Title` line inside it is a heading, and what stands around it are paragraphs. */
export interface ParagraphPiece {
  readonly span: Span;
  readonly heading?: HeadingDraft;
  readonly words: InlineWords;
}

/** Cuts a paragraph at lines that are headings but for their missing space; most paragraphs are one piece. */
export function readParagraph(node: Paragraph, source: Source): readonly ParagraphPiece[] {
  const span = spanOf(node);
  const pieces: ParagraphPiece[] = [];
  const addWords = (piece: Span) => {
    const inner = trimSpan(source.text, piece);
    if (inner.end > inner.start) pieces.push({ span: inner, words: readInline(node.children, source, inner) });
  };
  let from = span.start;
  for (const line of findNoSpaceLines(span, source)) {
    const words = readInline(node.children, source, { start: line.title, end: line.end });
    const place = { start: line.start, end: line.end };
    const heading = buildHeading({ form: 'atx-no-space', level: line.level, span: place, prose: words.prose }, source);
    if (!heading) continue;
    addWords({ start: from, end: line.start });
    pieces.push({ span: place, heading, words });
    from = line.end;
  }
  addWords({ start: from, end: span.end });
  return pieces;
}

interface NoSpaceLine extends Span {
  readonly level: number;
  /** Where the words begin, after the marks. */
  readonly title: number;
}

function findNoSpaceLines(span: Span, source: Source): readonly NoSpaceLine[] {
  if (!source.text.slice(span.start, span.end).includes('#')) return [];
  const { lines, text } = source;
  const first = lines.placeAt(span.start).line;
  const last = lines.placeAt(span.end).line;
  const found: NoSpaceLine[] = [];
  for (let line = first; line <= last; line++) {
    const start = Math.max(lines.startOf(line), span.start);
    const end = Math.min(lines.endOf(line), span.end);
    const words = text.slice(start, end);
    const level = findNoSpaceLevel(words, first === last);
    if (level === undefined) continue;
    const title = start + words.length - words.replace(/^ *#+/, '').length;
    found.push({ start, end, level, title });
  }
  return found;
}
