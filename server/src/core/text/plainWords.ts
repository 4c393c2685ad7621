import type { Span } from './span';
import { toWholeWords } from './wholeWords';

/** A link that words end in is looked for so far behind them, in UTF-16 units. */
const REACH = 240;
const LINK_TARGET = /\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?(?:\)|$)/g;
const NOTE_MARK = /\[\^[^\]\s]+\]/g;
/** No paper has it. */
const LINK_END = '\0';

/**
 * Words of a text as a reader reads them: white space as single spaces, and of a link its text alone, also where the words begin or end within
 * it. The bars of a table row as commas would mislead, so they stay.
 */
export function toPlainWords(text: string, { start, end }: Span = { start: 0, end: text.length }): string {
  const words = text.slice(start, end);
  // The rest of a link's text, up to where its address begins.
  const isWithinLink = /^[^[\]]*\]\(/.test(text.slice(end, end + REACH));
  const parts = `${words}${isWithinLink ? LINK_END : ''}`.replace(LINK_TARGET, LINK_END).split(LINK_END);
  const opened = parts.map((part, at) => (at < parts.length - 1 ? withoutOpening(part) : part));
  return opened.join('').replace(/\s+/g, ' ').trim();
}

/** Without the bracket that is still open at the end, and the sign of an image before it. */
function withoutOpening(text: string): string {
  let closed = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ']') closed++;
    if (text[at] !== '[' || closed-- > 0) continue;
    return text.slice(0, text[at - 1] === '!' ? at - 1 : at) + text.slice(at + 1);
  }
  return text;
}

/**
 * What was found, as it is quoted wherever it is named: whole words, links by their text, and no marks of notes, which the sentence itself
 * shows. A note is found by the word before its mark; where that ends the sentence it says nothing, so the note is named.
 */
export function quoteFound(text: string, span: Span): string {
  const note = NOTE_BEHIND.exec(text.slice(span.start, span.end + REACH))?.groups;
  if (note && span.end - span.start === note.word?.length) return `footnote ${note.label}`;
  return toPlainWords(text, toWholeWords(span, text)).replace(NOTE_MARK, '').replace(/\s+/g, ' ').trim();
}

const NOTE_BEHIND = /^(?<word>\S*?[.;:])\[\^(?<label>[^\]\s]+)\]/;

/** Words cut at `limit` characters. */
export function cutWords(words: string, limit = 80): string {
  return words.length > limit ? `${words.slice(0, limit).trimEnd()}…` : words;
}
