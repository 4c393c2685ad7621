import { readCharacterReference } from '../text/characterReference';
import type { Span } from '../text/span';
import type { ProseBuilder } from './prose';

/** Adds the text of HTML source, character references decoded; line starts lose the `>` of a block quote around them. */
export function addHtmlText(text: string, { start, end }: Span, builder: ProseBuilder): void {
  for (let at = start; at < end; ) {
    const unit = text.charAt(at);
    const reference = unit === '&' ? readCharacterReference(text, at) : undefined;
    if (reference && at + reference.length <= end) {
      for (const decoded of reference.characters) builder.add(decoded, at, at + reference.length);
      at += reference.length;
    } else {
      builder.add(unit, at, at + 1);
      at++;
      if (unit === '\n' || unit === '\r') while (at < end && /[ \t>]/.test(text.charAt(at))) at++;
    }
  }
}

/** A range without the white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  if (words.trim() === '') return { start, end: start };
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
