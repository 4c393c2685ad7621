import type { Blockquote, FootnoteDefinition, Heading, List, Paragraph, Root, Table } from 'mdast';
import type { Steps } from '../steps';
import { LETTER } from '../text/letters';
import type { Opening } from './chunks/boundary';
import { type KnownLabels, readCommonInline } from './commonInline';
import {
  endOfLine,
  HEADING,
  isBlank,
  matchAt,
  nextLine,
  skipBlank,
  skipSpaces,
  stands,
  WORDS,
  wordsOf,
} from './commonLines';
import { readCommonList } from './commonList';
import { type LiteralBlock, opensHtml, readLiteral } from './commonLiterals';
import { readCommonTable } from './commonTable';
import { toPosition } from './syntaxTree';

/** A block that was read without the parser, and where the text goes on after it: at a line that is none of it. */
export interface CommonBlock {
  readonly node: Blockquote | FootnoteDefinition | Heading | List | LiteralBlock['node'] | Paragraph | Table;
  readonly next: number;
}

/** What the reading of common blocks has at hand. */
export interface CommonReading {
  readonly labels: KnownLabels;
  /** How the text goes on after its end. */
  readonly next: Opening | undefined;
  /** The parser's tree of some lines, for what is uncommon within a common block; undefined when something is open before `next`. */
  parse(text: string, next?: Opening): Root | undefined;
}

const NOTE = /\[\^([A-Za-z0-9_-]+)\]: +/y;
const QUOTE = /> ?/y;
/** What ends a paragraph right before it, besides HTML: an item that begins with words, a quotation, a fence. */
const INTERRUPTS = new RegExp(
  String.raw`(?:[-*+]|1[.)]) (?=[${LETTER}[("']|\*\*[${LETTER}])|>|~{3}|\x60{3,}[^\x60\r\n]*(?=\r?\n|$)`,
  'y',
);

/**
 * Reads the block that begins at `start`, the start of a line before which nothing is open, when it is of the commonest kind: a paragraph,
 * an ATX heading, a quotation whose parts have a line each, or a footnote of one line, with nothing in its words but what
 * `readCommonInline` knows; code, HTML or a rule that ends as they mostly do; or a table or a list, of which the parser is given those rows
 * and items that are not so plain. It gives what the parser would give, at a fraction of the cost: most of most papers is of this kind.
 * Undefined for anything else.
 */
export function* readCommonBlock(text: string, start: number, reading: CommonReading): Steps<CommonBlock | undefined> {
  const { labels } = reading;
  switch (text.charAt(start)) {
    case '#':
      return readHeading(text, start, labels);
    case '|':
      return yield* readCommonTable(text, start, reading);
    case '>':
      return readQuote(text, start, labels);
    case '[':
      return readNote(text, start, labels) ?? readParagraph(text, start, labels);
    default:
      if (stands(WORDS, text, start)) return readParagraph(text, start, labels);
      return readLiteral(text, start, reading.next === undefined) ?? (yield* readCommonList(text, start, reading));
  }
}

/** Whether a paragraph, a heading, a footnote or a table may begin at `start`, the start of a line. */
export function mayBeginBlock(text: string, start: number): boolean {
  return stands(WORDS, text, start) || stands(HEADING, text, start) || text.charAt(start) === '|';
}

function readHeading(text: string, start: number, labels: KnownLabels): CommonBlock | undefined {
  const marks = matchAt(HEADING, text, start);
  if (!marks) return undefined;
  const from = start + marks[0].length;
  const end = endOfLine(text, from);
  if (text.slice(from, end).includes('#')) return undefined;
  const children = readCommonInline(text, wordsOf(text, from, end), labels);
  if (!children) return undefined;
  const depth = (marks[1]?.length ?? 1) as Heading['depth'];
  return { node: { type: 'heading', depth, children, position: toPosition(start, end) }, next: nextLine(text, end) };
}

function readParagraph(text: string, start: number, labels: KnownLabels): CommonBlock | undefined {
  let end = endOfLine(text, start);
  let next = nextLine(text, end);
  while (
    next < text.length &&
    !isBlank(text, next) &&
    !stands(HEADING, text, next) &&
    !stands(INTERRUPTS, text, next) &&
    !opensHtml(text, next)
  ) {
    if (!stands(WORDS, text, skipSpaces(text, next))) return undefined;
    end = endOfLine(text, next);
    next = nextLine(text, end);
  }
  const node = readWords(text, start, end, labels);
  return node && { node, next };
}

function readWords(text: string, start: number, end: number, labels: KnownLabels): Paragraph | undefined {
  const children = readCommonInline(text, wordsOf(text, start, end), labels);
  return children && { type: 'paragraph', children, position: toPosition(start, end) };
}

/** Paragraphs of one line each, with a line of `>` between them. */
function readQuote(text: string, start: number, labels: KnownLabels): CommonBlock | undefined {
  const children: Paragraph[] = [];
  let end = start;
  let next = start;
  let isOpen = false;
  for (; next < text.length && !isBlank(text, next); next = nextLine(text, next)) {
    const mark = matchAt(QUOTE, text, next);
    if (!mark) return undefined;
    const from = next + mark[0].length;
    const isEmpty = isBlank(text, from);
    if (isEmpty) {
      isOpen = false;
      continue;
    }
    if (isOpen || !stands(WORDS, text, from)) return undefined;
    end = endOfLine(text, from);
    const paragraph = readWords(text, from, end, labels);
    if (!paragraph) return undefined;
    children.push(paragraph);
    isOpen = true;
  }
  if (!isOpen) return undefined;
  return { node: { type: 'blockquote', children, position: toPosition(start, end) }, next };
}

/** A footnote of one line, after which neither a line of it nor an indented one follows. */
function readNote(text: string, start: number, labels: KnownLabels): CommonBlock | undefined {
  const mark = matchAt(NOTE, text, start);
  if (!mark) return undefined;
  const from = start + mark[0].length;
  const end = endOfLine(text, from);
  const next = nextLine(text, end);
  if (!stands(WORDS, text, from) || !isBlank(text, next) || /[ \t]/.test(text.charAt(skipBlank(text, next)))) {
    return undefined;
  }
  const paragraph = readWords(text, from, end, labels);
  if (!paragraph) return undefined;
  const label = mark[1] ?? '';
  labels.defineNote(label.toUpperCase());
  const position = toPosition(start, end);
  const node: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: label.toLowerCase(),
    label,
    children: [paragraph],
    position,
  };
  return { node, next };
}
