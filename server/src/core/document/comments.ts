import type { Root } from 'mdast';
import type { Span } from '../text/span';
import { spanOf, walkTree } from './syntaxTree';

/** A comment in the source, and what stands between its marks. */
export interface CommentSpan {
  readonly span: Span;
  readonly textSpan: Span;
}

const OPENS = '<!--';
const CLOSES = '-->';
const MASK = '\u2060'.repeat(OPENS.length);
/** A blank line, a heading, which needs none before it, or the end. */
const PARAGRAPH_END = /(?:\r\n|\r|\n)(?=[ \t>]*(?:\r\n|\r|\n|$)| {0,3}#{1,6}(?:[ \t\r\n]|$))/g;

/** All closed comments in order, wherever HTML may stand; not those shown as code. */
export function findComments(root: Root, text: string): readonly CommentSpan[] {
  const comments: CommentSpan[] = [];
  for (const node of walkTree(root)) {
    if (node.type !== 'html') continue;
    const { start, end } = spanOf(node);
    const html = text.slice(start, end);
    for (let from = html.indexOf(OPENS); from >= 0; ) {
      const closes = html.indexOf(CLOSES, from + OPENS.length);
      if (closes < 0) break;
      comments.push({
        span: { start: start + from, end: start + closes + CLOSES.length },
        textSpan: { start: start + from + OPENS.length, end: start + closes },
      });
      from = html.indexOf(OPENS, closes);
    }
  }
  return comments;
}

/** Where comments open and close in a text, whatever stands around them. */
export interface CommentMarks {
  /** Offsets of every `<!--`. */
  readonly opens: readonly number[];
  /** Offset of the last `-->`, or -1. */
  readonly lastClose: number;
}

export function findCommentMarks(text: string): CommentMarks {
  const opens: number[] = [];
  for (let at = text.indexOf(OPENS); at >= 0; at = text.indexOf(OPENS, at + OPENS.length)) opens.push(at);
  return { opens, lastClose: text.lastIndexOf(CLOSES) };
}

/**
 * Comments that are never closed: those that open at or after `from`, where the last one of the document was closed. Markdown takes all
 * that follows for the comment; here one ends with its paragraph, so that the rest of the document is still read.
 */
export function findUnclosedComments(text: string, from: number): readonly CommentSpan[] {
  const found: CommentSpan[] = [];
  for (let at = text.indexOf(OPENS, from); at >= 0; ) {
    const inner = at + OPENS.length;
    PARAGRAPH_END.lastIndex = inner;
    const end = PARAGRAPH_END.exec(text)?.index ?? text.length;
    found.push({ span: { start: at, end }, textSpan: { start: inner, end } });
    at = text.indexOf(OPENS, end);
  }
  return found;
}

/** The text with the opening marks at or after `from` taken out, at the same length, so that they open nothing. */
export function maskOpenings(text: string, from: number): string {
  return text.slice(0, from) + text.slice(from).replaceAll(OPENS, MASK);
}
