import type { Paragraph } from 'mdast';
import { SMALL } from '../text/letters';
import type { Span } from '../text/span';
import type { HeadingDraft } from './blockBuilder';
import { findClauseLines } from './clauseLines';
import { buildHeading, findNoSpaceLevel, readBoldLine } from './headings';
import { trimSpan } from './htmlText';
import { type InlineWords, readInline } from './readInline';
import type { Source } from './source';
import { spanOf } from './syntaxTree';
import { findTitleLines, linesOf } from './titleLines';

const IMAGES = /^\s*(?:!\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)\s*)+\\?$/;
/** A sentence that has begun above goes on. */
const GOES_ON = new RegExp(String.raw`^\s*[${SMALL}]`);
/** It goes on, in bold or italics perhaps, or nothing follows. */
const GOES_ON_OR_ENDS = new RegExp(String.raw`^\s*(?:[${SMALL}*_,;]|$)`);
/** A paragraph or a part of one: a line inside it may be a heading, and what stands around it are paragraphs. */
export type ParagraphPiece =
  | { readonly span: Span; readonly heading: HeadingDraft }
  | { readonly span: Span; readonly heading?: undefined; readonly words: InlineWords };

/**
 * Cuts a paragraph at lines that are headings to a reader: `##Title`, which lacks its space, and a line in bold right above its text. Most
 * paragraphs are one piece. `isUnderTitle`: as for `readParagraphHeading`, of the first line.
 */
export function readParagraph(node: Paragraph, source: Source, isUnderTitle: () => boolean): readonly ParagraphPiece[] {
  const span = spanOf(node);
  const pieces: ParagraphPiece[] = [];
  const addPiece = (piece: Span) => {
    const inner = trimSpan(source.text, piece);
    if (inner.end > inner.start) pieces.push({ span: inner, words: readInline(node.children, source, inner) });
  };
  const addTitled = (piece: Span) => {
    let start = piece.start;
    for (const title of findTitleLines(piece, source)) {
      addPiece({ start, end: title.start });
      addPiece(title);
      start = title.end;
    }
    addPiece({ start, end: piece.end });
  };
  const addWords = (piece: Span) => {
    let start = piece.start;
    for (const clause of findClauseLines(piece, source)) {
      addTitled({ start, end: clause });
      start = clause;
    }
    addTitled({ start, end: piece.end });
  };
  let from = span.start;
  for (const { place, heading } of findHeadingLines(node, source, isUnderTitle)) {
    addWords({ start: from, end: place.start });
    pieces.push({ span: place, heading });
    from = place.end;
  }
  addWords({ start: from, end: span.end });
  return pieces;
}

interface HeadingLine {
  readonly place: Span;
  readonly heading: HeadingDraft;
}

function* findHeadingLines(node: Paragraph, source: Source, isUnderTitle: () => boolean): Iterable<HeadingLine> {
  const span = spanOf(node);
  const text = source.text.slice(span.start, span.end);
  const mayHold = { noSpace: text.includes('#'), bold: /\*\*|__/.test(text) };
  if (!mayHold.noSpace && !mayHold.bold) return;
  const lines = linesOf(span, source);
  for (const [at, place] of lines.entries()) {
    const heading =
      (mayHold.noSpace ? readNoSpaceLine(node, lines, at, source) : undefined) ??
      (mayHold.bold && (standsAboveText(lines, at, source) || standsBelowImages(lines, at, source))
        ? readBoldLine(node, place, source, () => at === 0 && isUnderTitle())
        : undefined);
    if (heading) yield { place, heading };
  }
}

function readNoSpaceLine(
  node: Paragraph,
  lines: readonly Span[],
  at: number,
  source: Source,
): HeadingDraft | undefined {
  const { start, end } = lines[at] ?? spanOf(node);
  const line = source.text.slice(start, end);
  const level = findNoSpaceLevel(
    line,
    lines.length === 1 ? 'alone' : at === 0 && standsAboveText(lines, at, source) ? 'first' : 'inside',
  );
  if (level === undefined) return undefined;
  const title = start + line.length - line.replace(/^ *#+/, '').length;
  const { prose } = readInline(node.children, source, { start: title, end });
  return buildHeading({ form: 'atx-no-space', level, span: { start, end }, prose }, source);
}

/** Only images stand above, as on a slide, and no line below goes on with its words. */
function standsBelowImages(lines: readonly Span[], at: number, { text }: Source): boolean {
  const above = lines.slice(0, at);
  if (above.length === 0 || !above.every(({ start, end }) => IMAGES.test(text.slice(start, end)))) return false;
  const below = lines[at + 1];
  return !below || !GOES_ON.test(text.slice(below.start, below.end));
}

/** A sentence, or a line that was broken on purpose, ends above, and one begins below that is not in bold as well. */
function standsAboveText(lines: readonly Span[], at: number, { text }: Source): boolean {
  const [above, below] = [lines[at - 1], lines[at + 1]];
  if (!below || GOES_ON_OR_ENDS.test(text.slice(below.start, below.end))) return false;
  return !above || /(?:[.!?:;][*_"'\u201d\u2019)\]]*\s*| {2,}|\\)$/.test(text.slice(above.start, above.end));
}
