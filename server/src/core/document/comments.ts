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

/** All closed comments of the document in order, wherever HTML may stand; not those shown as code. */
export function findComments(root: Root, text: string): readonly CommentSpan[] {
  const comments: CommentSpan[] = [];
  for (const node of walkTree(root)) {
    if (node.type !== 'html') continue;
    const { start, end } = spanOf(node);
    for (let from = text.indexOf(OPENS, start); from >= 0 && from < end; ) {
      const closes = text.indexOf(CLOSES, from + OPENS.length);
      if (closes < 0 || closes >= end) break;
      const textSpan = { start: from + OPENS.length, end: closes };
      comments.push({ span: { start: from, end: closes + CLOSES.length }, textSpan });
      from = text.indexOf(OPENS, closes);
    }
  }
  return comments;
}

/**
 * Comments that are never closed. Markdown takes all that follows for the comment; here one ends with its paragraph,
 * so that the rest of the document is still read.
 */
export function findUnclosedComments(text: string): readonly CommentSpan[] {
  const found: CommentSpan[] = [];
  const last = text.lastIndexOf(CLOSES);
  let from = text.indexOf(OPENS, Math.max(last, 0));
  while (from >= 0) {
    const blank = /(?:\r\n|\r|\n)[ \t>]*(?:\r\n|\r|\n)/g;
    blank.lastIndex = from;
    const end = blank.exec(text)?.index ?? text.length;
    found.push({ span: { start: from, end }, textSpan: { start: Math.min(from + OPENS.length, end), end } });
    from = text.indexOf(OPENS, end);
  }
  return found;
}

/** The text with the opening marks of these comments taken out, at the same length, so that they open nothing. */
export function maskOpenings(text: string, comments: readonly CommentSpan[]): string {
  let masked = '';
  let at = 0;
  for (const { span } of comments) {
    masked += text.slice(at, span.start) + '\u2060'.repeat(Math.min(OPENS.length, span.end - span.start));
    at = Math.min(span.start + OPENS.length, span.end);
  }
  return masked + text.slice(at);
}
