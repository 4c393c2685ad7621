import type { PhrasingContent, Text } from 'mdast';
import { LETTER, NUMBER } from '../text/letters';
import type { Span } from '../text/span';
import { LONGEST_LABEL } from './commonLines';
import { toPosition } from './syntaxTree';

/** The labels of a document, compared as the parser does: in capitals, white space collapsed. */
export interface KnownLabels {
  /** Whether the document defines a footnote of this label. */
  hasNote(label: string): boolean;
  /** A footnote of this label stands here. */
  defineNote(label: string): void;
  /** Whether the document defines an address under this label. */
  hasLink(label: string): boolean;
}

/**
 * What may mean something to Markdown, wherever it stands: escapes, code, references, HTML, addresses, control characters. Words without any of
 * it are themselves.
 */
const MARKED = /[\\`*_[\]@]|[^\P{Cc}\r\n]|~~|&(?=[A-Za-z#])|<(?=[A-Za-z/!?])|:\/\/|[wW]{3}\.|\r(?!\n)/u;
const WORD = `${LETTER}${NUMBER}`;
const NOTE = /\[\^([A-Za-z0-9_-]+)\](?![[(:])/y;
const LINK = /\[([^[\]^\s](?:[^[\]\n\r]*[^[\]\s])?)\]\(([^\s()<>\\&`[\]\p{Cc}]+)\)/uy;
/** Words in brackets, and the label in brackets behind them. */
const BRACKETS = new RegExp(
  String.raw`\[([^[\]^\s](?:[^[\]\n\r]*[^[\]\s])?)\](?:\[([${WORD}](?:[${WORD} .,_-]*[${WORD}])?)\])?(?![[(:])`,
  'y',
);
const EMPHASIS = new RegExp(String.raw`(\*{1,2})([${WORD}[(](?:[^*\n\r]*[${WORD}.,;:!?)%])?)\1(?!\*)`, 'y');
const ENDS_IN_WORD = new RegExp(`[${WORD}]$`);
/** Before these marks no word has just ended, and after them none begins: a mark that stands there can only open, or only close. */
const BEFORE_OPENING = /[\s("'\u2018\u201c\u2013\u2014]/;
const AFTER_CLOSING = /[\s.,;:!?)"'\u2019\u201d\u2013\u2014]/;
/** The end of a line, with the white space on both sides that is no part of its words. */
const LINE_END = /( *)(\r?\n) */g;

/**
 * Reads words in which there is nothing but references, links, emphasis and line breaks in their plainest forms, just as the parser would;
 * undefined where there is anything else. The span begins and ends with no white space.
 */
export function readCommonInline(
  text: string,
  { start, end }: Span,
  labels: KnownLabels,
): PhrasingContent[] | undefined {
  return readPieces(text.slice(start, end), start, labels);
}

/** `base`: where the words begin in the source. */
function readPieces(words: string, base: number, labels: KnownLabels): PhrasingContent[] | undefined {
  const nodes: PhrasingContent[] = [];
  let from = 0;
  let read = 0;
  for (let at = findMark(words, 0); at < words.length; at = findMark(words, read)) {
    const mark = (words.charAt(at) === '[' ? readBrackets : readEmphasis)(words, at, base, labels);
    if (!mark || MARKED.test(words.slice(read, at))) return undefined;
    read = at + mark.length;
    if (!mark.node) continue;
    addText(nodes, words.slice(from, at), base + from);
    nodes.push(mark.node);
    from = read;
  }
  if (MARKED.test(words.slice(read))) return undefined;
  addText(nodes, words.slice(from), base + from);
  return nodes;
}

interface MarkRead {
  /** Undefined where the signs are words like any others. */
  readonly node?: PhrasingContent;
  readonly length: number;
}

function findMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 42 || unit === 91) return at;
  }
  return text.length;
}

function readBrackets(text: string, at: number, base: number, labels: KnownLabels): MarkRead | undefined {
  if (text.charAt(at - 1) === '!') return undefined;
  return readNote(text, at, base, labels) ?? readLink(text, at, base) ?? readReference(text, at, base, labels);
}

function readNote(text: string, at: number, base: number, labels: KnownLabels): MarkRead | undefined {
  NOTE.lastIndex = at;
  const [all, label = ''] = NOTE.exec(text) ?? [];
  if (all === undefined || !labels.hasNote(label.toUpperCase())) return undefined;
  const position = toPosition(base + at, base + at + all.length);
  return { node: { type: 'footnoteReference', identifier: label.toLowerCase(), label, position }, length: all.length };
}

function readLink(text: string, at: number, base: number): MarkRead | undefined {
  LINK.lastIndex = at;
  const [all, words = '', url = ''] = LINK.exec(text) ?? [];
  if (all === undefined || MARKED.test(words)) return undefined;
  const position = toPosition(base + at, base + at + all.length);
  const children = [textNode(words, base + at + 1)];
  return { node: { type: 'link', title: null, url, children, position }, length: all.length };
}

/** `[words][label]`, or words in brackets that are no label. */
function readReference(text: string, at: number, base: number, labels: KnownLabels): MarkRead | undefined {
  BRACKETS.lastIndex = at;
  const [all, words = '', label] = BRACKETS.exec(text) ?? [];
  // A single letter may be a ticked box.
  if (all === undefined || words.length < 2 || all.length > LONGEST_LABEL || MARKED.test(words)) return undefined;
  const isDefined = labels.hasLink(toLabel(label ?? words));
  if (label === undefined) return isDefined ? undefined : { length: all.length };
  if (!isDefined) return undefined;
  const position = toPosition(base + at, base + at + all.length);
  const children = [textNode(words, base + at + 1)];
  const identifier = toLabel(label).toLowerCase();
  const node = { type: 'linkReference', children, referenceType: 'full', label, identifier, position } as const;
  return { node, length: all.length };
}

/** As the parser compares labels: white space collapsed, case folded (lower then upper, for the letters that fold to two). */
export function toLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

function readEmphasis(text: string, at: number, base: number, labels: KnownLabels): MarkRead | undefined {
  EMPHASIS.lastIndex = at;
  const match = EMPHASIS.exec(text);
  if (!match) return undefined;
  const [all, marks = '', words = ''] = match;
  const [before, after] = [text.charAt(at - 1), text.charAt(at + all.length)];
  const endsInWord = ENDS_IN_WORD.test(words);
  if (before !== '' && !BEFORE_OPENING.test(before)) return undefined;
  if (after !== '' && !(endsInWord ? AFTER_CLOSING : /\s/).test(after)) return undefined;
  const start = base + at + marks.length;
  const children = readPieces(words, start, labels);
  if (!children) return undefined;
  const position = toPosition(base + at, base + at + all.length);
  return { node: { type: marks.length === 2 ? 'strong' : 'emphasis', children, position }, length: all.length };
}

/** Two spaces before the end of a line break it; one is dropped, as is what a line is set in by. */
function addText(nodes: PhrasingContent[], source: string, start: number): void {
  let from = 0;
  if (source.includes('  \n') || source.includes('  \r'))
    for (const { 0: all, 1: spaces = '', 2: end = '', index } of source.matchAll(LINE_END)) {
      if (spaces.length < 2) continue;
      addLines(nodes, source.slice(from, index), start + from);
      const position = toPosition(start + index, start + index + spaces.length + end.length);
      nodes.push({ type: 'break', position });
      from = index + all.length;
    }
  addLines(nodes, source.slice(from), start + from);
}

function addLines(nodes: PhrasingContent[], source: string, start: number): void {
  if (source === '') return;
  if (!/ \r?\n|\n /.test(source)) {
    nodes.push(textNode(source, start));
    return;
  }
  // Between two marks, what is dropped at either end is no part of the words either.
  const from = /^ \r?\n/.test(source) ? 1 : 0;
  const end = source.length - (/\n( +)$/.exec(source)?.[1]?.length ?? 0);
  const value = source.replace(LINE_END, '$2');
  nodes.push({ type: 'text', value, position: toPosition(start + from, start + end) });
}

function textNode(value: string, start: number): Text {
  return { type: 'text', value, position: toPosition(start, start + value.length) };
}
