import type { Span } from '../text/span';
import { isSlotMarkup } from './slots';

/** A tag, or the text between tags. Comments, scripts and styles are left out, and so are menus and what cannot be shown. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly span: Span }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly span: Span };

const TAG_NAME = /<(\/?)([A-Za-z][A-Za-z\d-]*)/y;
const SKIPPED = [
  'script',
  'style',
  'template',
  'noscript',
  'nav',
  'iframe',
  'svg',
  'button',
  'select',
  'video',
  'audio',
  'object',
];

/** A button that says what the text is that it opens. */
const FOLDING_BUTTON = /accordion|collaps/i;

/** Cuts HTML source into tags and text, in one pass, whatever is unbalanced or unclosed in it. */
export function* readHtmlTokens(text: string, { start, end }: Span): Generator<HtmlToken> {
  let textStart = start;
  for (let at = start; at < end; ) {
    const next = text.indexOf('<', at);
    if (next < 0 || next >= end) break;
    const markup = readMarkup(text, next, end);
    if (!markup) {
      at = next + 1;
      continue;
    }
    if (next > textStart) yield { kind: 'text', span: { start: textStart, end: next } };
    if (markup.token) yield markup.token;
    at = markup.end;
    textStart = at;
  }
  if (textStart < end) yield { kind: 'text', span: { start: textStart, end } };
}

interface Markup {
  readonly end: number;
  readonly token?: HtmlToken;
}

function readMarkup(text: string, at: number, end: number): Markup | undefined {
  if (text.startsWith('<!--', at)) return { end: endAfter(text, '-->', at + 4, end) };
  if (text.startsWith('<!', at) || text.startsWith('<?', at)) return { end: endAfter(text, '>', at, end) };
  TAG_NAME.lastIndex = at;
  const match = TAG_NAME.exec(text);
  if (!match?.[2]) return undefined;
  const name = match[2].toLowerCase();
  const tagEnd = findTagEnd(text, at + match[0].length, end);
  const span = { start: at, end: tagEnd };
  if (isSlotMarkup(text.slice(at, tagEnd))) return undefined;
  if (match[1] === '/') return { end: tagEnd, token: { kind: 'close', name, span } };
  const isRead = !SKIPPED.includes(name) || (name === 'button' && FOLDING_BUTTON.test(text.slice(at, tagEnd)));
  if (isRead) return { end: tagEnd, token: { kind: 'open', name, span } };
  const close = text.slice(tagEnd, end).search(new RegExp(`</${name}`, 'i'));
  return { end: close < 0 ? end : endAfter(text, '>', tagEnd + close, end) };
}

function endAfter(text: string, mark: string, from: number, end: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 || found + mark.length > end ? end : found + mark.length;
}

/** Just past the `>` that ends a tag; quoted attribute values may hold one. */
function findTagEnd(text: string, from: number, end: number): number {
  let quote = '';
  for (let i = from; i < end; i++) {
    const unit = text.charAt(i);
    if (quote !== '') {
      if (unit === quote) quote = '';
    } else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === '>') return i + 1;
  }
  // An unclosed quotation mark would swallow the rest: take the nearest `>` then.
  return endAfter(text, '>', from, end);
}

/** The value of an attribute of a tag, with its place; undefined when the tag has none. */
export function findAttribute(
  text: string,
  tag: Span,
  name: string,
): { readonly value: string; readonly span: Span } | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"'>]+)`, 'i').exec(text.slice(tag.start, tag.end));
  if (!match?.[1]) return undefined;
  const quoted = /^["']/.test(match[1]);
  const start = tag.start + match.index + match[0].length - match[1].length + (quoted ? 1 : 0);
  const value = quoted ? match[1].slice(1, -1) : match[1];
  return { value, span: { start, end: start + value.length } };
}
