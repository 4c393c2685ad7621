import type { PhrasingContent, Text } from 'mdast';
import type { Span } from '../text/span';
import { toPosition } from './syntaxTree';

/** The footnote labels of a document, compared as the parser does: in capitals. */
export interface NoteLabels {
  /** Whether the document defines a label. */
  has(label: string): boolean;
  /** A footnote of this label stands here. */
  define(label: string): void;
}

/**
 * What may mean something to Markdown, wherever it stands: escapes, code, references, HTML, addresses, white space that is dropped or
 * makes a line break. Words without any of it are themselves.
 */
const MARKED = /[\\`*_[\]@]|[^\P{Cc}\r\n]|~~|&(?=[A-Za-z#])|<(?=[A-Za-z/!?])|:\/\/|[wW]{3}\.| {2}\r?\n|\r(?!\n)/u;
const NOTE = /\[\^([A-Za-z0-9_-]+)\](?![[(:])/y;
const LINK = /\[([^[\]^\s](?:[^[\]\n\r]*[^[\]\s])?)\]\(([^\s()<>\\&`[\]\p{Cc}]+)\)/uy;
const EMPHASIS = /(\*{1,2})([\p{L}\p{N}[(](?:[^*\n\r]*[\p{L}\p{N}.,;:!?)%])?)\1(?!\*)/uy;
/** Before these marks no word has just ended, and after them none begins: a mark that stands there can only open, or only close. */
const BEFORE_OPENING = /[\s("'\u2018\u201c\u2013\u2014]/;
const AFTER_CLOSING = /[\s.,;:!?)"'\u2019\u201d\u2013\u2014]/;

/**
 * Reads words in which there is nothing but footnote references, links and emphasis in their plainest forms, just as the parser would;
 * undefined where there is anything else. The span begins and ends with no white space.
 */
export function readCommonInline(text: string, { start, end }: Span, notes: NoteLabels): PhrasingContent[] | undefined {
  return readPieces(text.slice(start, end), start, notes);
}

/** `base`: where the words begin in the source. */
function readPieces(words: string, base: number, notes: NoteLabels): PhrasingContent[] | undefined {
  if (!words.includes('[') && !words.includes('*')) return MARKED.test(words) ? undefined : [textNode(words, base)];
  const nodes: PhrasingContent[] = [];
  let from = 0;
  for (let at = findMark(words, 0); at < words.length; at = findMark(words, from)) {
    const read = words.charAt(at) === '[' ? readReference : readEmphasis;
    const mark = read(words, at, base, notes);
    if (!mark || MARKED.test(words.slice(from, at))) return undefined;
    if (at > from) nodes.push(textNode(words.slice(from, at), base + from));
    nodes.push(mark.node);
    from = at + mark.length;
  }
  if (MARKED.test(words.slice(from))) return undefined;
  if (from < words.length) nodes.push(textNode(words.slice(from), base + from));
  return nodes;
}

interface MarkRead {
  readonly node: PhrasingContent;
  readonly length: number;
}

function findMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 42 || unit === 91) return at;
  }
  return text.length;
}

function readReference(text: string, at: number, base: number, notes: NoteLabels): MarkRead | undefined {
  if (text.charAt(at - 1) === '!') return undefined;
  NOTE.lastIndex = at;
  const note = NOTE.exec(text);
  if (note) {
    const label = note[1] ?? '';
    if (!notes.has(label.toUpperCase())) return undefined;
    const position = toPosition(base + at, base + at + note[0].length);
    return {
      node: { type: 'footnoteReference', identifier: label.toLowerCase(), label, position },
      length: note[0].length,
    };
  }
  LINK.lastIndex = at;
  const link = LINK.exec(text);
  const words = link?.[1] ?? '';
  if (!link || MARKED.test(words)) return undefined;
  const position = toPosition(base + at, base + at + link[0].length);
  const children = [textNode(words, base + at + 1)];
  return { node: { type: 'link', title: null, url: link[2] ?? '', children, position }, length: link[0].length };
}

function readEmphasis(text: string, at: number, base: number, notes: NoteLabels): MarkRead | undefined {
  EMPHASIS.lastIndex = at;
  const match = EMPHASIS.exec(text);
  if (!match) return undefined;
  const [all, marks = '', words = ''] = match;
  const [before, after] = [text.charAt(at - 1), text.charAt(at + all.length)];
  const endsInWord = /[\p{L}\p{N}]$/u.test(words);
  if (before !== '' && !BEFORE_OPENING.test(before)) return undefined;
  if (after !== '' && !(endsInWord ? AFTER_CLOSING : /\s/).test(after)) return undefined;
  const start = base + at + marks.length;
  const children = readPieces(words, start, notes);
  if (!children) return undefined;
  const position = toPosition(base + at, base + at + all.length);
  return { node: { type: marks.length === 2 ? 'strong' : 'emphasis', children, position }, length: all.length };
}

/** A single space before the end of a line is dropped. */
function textNode(source: string, start: number): Text {
  const value = source.includes(' \n') || source.includes(' \r') ? source.replace(/ (?=\r?\n)/g, '') : source;
  return { type: 'text', value, position: toPosition(start, start + source.length) };
}
