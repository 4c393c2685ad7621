import type { Heading as HeadingNode, Paragraph, PhrasingContent } from 'mdast';
import { CAPITAL, hasLetter, hasLetterOrNumber, LETTER, NUMBER, SMALL } from '../text/letters';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import type { HeadingDraft } from './blockBuilder';
import type { Heading, HeadingForm, Prose } from './documentModel';
import { isPageNumber } from './furniture';
import { dropAttributes, splitNumber } from './numbering';
import { readInline } from './readInline';
import { isSlotAlone, isSlotInAngles } from './slots';
import type { Source } from './source';
import { nodesAt, spanOf } from './syntaxTree';

/** A longer bold line is a statement set in bold, not a title. */
const LONGEST_TITLE = 15;
/** A question is set in bold at greater length. */
const LONGEST_QUESTION = 25;
/** A longer bold line right under the title sums the document up. */
const LONGEST_UNDER_TITLE = 12;
const NO_SPACE = /^ {0,3}(#{1,6})(?=[^#\s])/;
/** `**Costs **`: marks with a space inside, as converters leave them, make nothing bold in Markdown, and a reader sees what is meant. */
const LOOSE_BOLD = /^[ \t]*(\*\*|__)([^*_\r\n]+)\1[ \t]*:?[ \t]*$/;
const CAPTION = /^(?:table|figure|fig\.?|chart|map|exhibit|diagram|graph)\s*\d/i;
const PART =
  /^(?:PART|SECTION|CHAPTER|APPENDIX|ANNEXE?|SCHEDULE) +(?:\d{1,3}|[A-Z]|[IVX]{1,5})(?: *[:.\u2013\u2014-] *\S.*)?$/;
/** What a source must hold for `PART`; its words may be hidden by references and characters without width. */
const IN_PART = /PART|SECTION|CHAPTER|APPENDIX|ANNEX|SCHEDULE|[&\u00ad\u200b-\u200f\u2060\ufeff]/;

const BULLET = /^[\u2022\u00b7\u25cf\u25cb\u25aa\u25a0\uf0b7]$/;

/** What a heading needs to be one: its words, and the line on which they stand. */
export interface HeadingWords {
  readonly form: HeadingForm;
  readonly level?: number;
  /** The markup of the heading; cut to its first line. */
  readonly span: Span;
  readonly prose: Prose;
}

/** Whether the heading has its level from the headings above it: words in bold, the label of a box, a cell of a form. */
export function isPlacedByOthers({ form }: Pick<Heading, 'form'>): boolean {
  return form === 'bold' || form === 'label' || form === 'cell' || form === 'lead';
}

/** Builds a heading; undefined when it has no words to be read. */
export function buildHeading(words: HeadingWords, source: Source): HeadingDraft | undefined {
  const text = dropAttributes(words.prose.text);
  if (text === '') return undefined;
  const { start } = words.span;
  const line = source.lines.placeAt(start).line;
  const end = Math.min(words.span.end, source.lines.endOf(line));
  const span = { start, end: start + source.text.slice(start, end).trimEnd().length };
  const whole = words.prose.toSource(0, text.length);
  const textLineEnd = source.lines.endOf(source.lines.placeAt(whole.start).line);
  const textSpan = { start: whole.start, end: Math.min(whole.end, textLineEnd) };
  return { form: words.form, level: words.level, span, textSpan, text, ...splitNumber(text) };
}

/**
 * Reads an ATX or setext heading. Setext lines under several lines of text, or under a sentence, are what a rule (`---`) drawn
 * below a paragraph becomes in a converted document: no heading to a reader, hence undefined; nor is a slot to fill in, or what a converter
 * has torn out of a text and set in large letters.
 */
export function readMarkdownHeading(node: HeadingNode, source: Source): HeadingDraft | undefined {
  const span = spanOf(node);
  const { prose } = readInline(node.children, source, span);
  const form = /^[ \t]*#/.test(source.text.slice(span.start, span.start + 20)) ? 'atx' : 'setext';
  if (isSlotInAngles(prose.text) || isPartOfSentence(prose.text)) return undefined;
  if (form === 'setext' && isUnderlinedText(node, prose.text, source)) return undefined;
  return buildHeading({ form, level: node.depth, span, prose }, source);
}

const BEGINS_SMALL = new RegExp(String.raw`^(?:[${SMALL}]\)\s+)?[${SMALL}]`);
const BEGINS_CAPITAL = new RegExp(`^[*_]*[${CAPITAL}]`);
const BEGINS_TITLE = new RegExp(`^[${LETTER}${NUMBER}*_"'“‘([]`);
/** `#WestMidlands`. */
const TAG = new RegExp(`#|[${SMALL}][${CAPITAL}]`);

/** The rest of a sentence (`and of the fleet;`), or the sign of a point alone. */
function isPartOfSentence(words: string): boolean {
  return BULLET.test(words) || (BEGINS_SMALL.test(words) && /[.;,]$/.test(words));
}

function isUnderlinedText(node: HeadingNode, words: string, source: Source): boolean {
  const inner = { start: spanOf(node.children[0] ?? node).start, end: spanOf(node.children.at(-1) ?? node).end };
  const lines = source.lines.placeAt(inner.end).line - source.lines.placeAt(inner.start).line + 1;
  const count = countWords(words);
  const isEntry =
    /^[a-z][\w-]*: /.test(words) &&
    /(?:^|[\r\n])---[ \t]*(?:\r\n|\r|\n)$/.test(source.text.slice(0, spanOf(node).start).slice(-20));
  return lines > 1 || count > 20 || /[.;,]$/.test(words) || !hasLetterOrNumber(words) || isEntry;
}

/**
 * `##Title`: the level when the line is a heading that lacks its space. One `#` needs a capital and either a paragraph of its own, or to stand
 * above one as its first line: no sentence there, and no tag such as `#OurTown`.
 */
export function findNoSpaceLevel(line: string, place: 'alone' | 'first' | 'inside'): number | undefined {
  const level = NO_SPACE.exec(line)?.[1]?.length;
  if (level === undefined) return undefined;
  const title = line.replace(/^ *#+/, '');
  if (level > 1) return BEGINS_TITLE.test(title) ? level : undefined;
  if (place === 'inside' || !BEGINS_CAPITAL.test(title)) return undefined;
  return place === 'alone' || (readsAsTitle(title.trim()) && !TAG.test(title)) ? level : undefined;
}

/**
 * Reads a paragraph on one line that a reader takes for a heading: bold from end to end, or `PART A: …` in capitals.
 * `isUnderTitle`: it stands right under the front matter or the title, where a line in bold sums the document up.
 */
export function readParagraphHeading(
  node: Paragraph,
  source: Source,
  isUnderTitle: () => boolean,
): HeadingDraft | undefined {
  const span = spanOf(node);
  if (source.lines.endOf(source.lines.placeAt(span.start).line) < span.end) return undefined;
  const mayBeLabel =
    node.children.every((child) => child.type === 'text') && IN_PART.test(source.text.slice(span.start, span.end));
  const bold = findBold(node.children, span, source);
  // Most paragraphs are neither: their words are not read for nothing.
  if (!mayBeLabel && !bold) return undefined;
  const { prose } = readInline(node.children, source, bold ?? span);
  const words = dropAttributes(prose.text);
  if (mayBeLabel && PART.test(words)) return buildHeading({ form: 'label', span, prose }, source);
  if (!bold || !isBoldTitle(words, node.children, isUnderTitle)) return undefined;
  return buildHeading({ form: 'bold', span, prose }, source);
}

/**
 * Reads one line among others of a paragraph as `readParagraphHeading` reads a line that stands alone: bold from end to end, above text of
 * its own.
 */
export function readBoldLine(
  node: Paragraph,
  line: Span,
  source: Source,
  isUnderTitle: () => boolean,
): HeadingDraft | undefined {
  const nodes = cutToLine(node.children, line, source);
  const bold = nodes && findBold(nodes, line, source);
  if (!bold) return undefined;
  const { prose } = readInline(node.children, source, bold);
  if (!isBoldTitle(dropAttributes(prose.text), nodes, isUnderTitle)) return undefined;
  return buildHeading({ form: 'bold', span: line, prose }, source);
}

/** What of a paragraph stands on a line; undefined when something other than text goes on to another line. */
function cutToLine(
  nodes: readonly PhrasingContent[],
  line: Span,
  source: Source,
): readonly PhrasingContent[] | undefined {
  const found: PhrasingContent[] = [];
  for (const node of nodesAt(nodes, line)) {
    const { start, end } = spanOf(node);
    if (end <= line.start || start >= line.end || node.type === 'break') continue;
    if (start >= line.start && end <= line.end) found.push(node);
    else if (node.type !== 'text') return undefined;
    else {
      const value = source.text.slice(Math.max(start, line.start), Math.min(end, line.end));
      if (value.trim() !== '') found.push({ type: 'text', value });
    }
  }
  return found;
}

/** `nodes`: all that stands on the line. */
function isBoldTitle(words: string, nodes: readonly PhrasingContent[], isUnderTitle: () => boolean): boolean {
  if (!readsAsTitle(words)) return false;
  const mayBeStrapLine = isStrapLine(nodes) || countWords(words) > LONGEST_UNDER_TITLE;
  return !(mayBeStrapLine && isUnderTitle());
}

/** Whether a line in bold is a title wherever it stands, even right under that of the document, which no question sums up. */
export function isShortTitle(words: string): boolean {
  return readsAsTitle(words) && (countWords(words) <= LONGEST_UNDER_TITLE || words.endsWith('?'));
}

function readsAsTitle(words: string): boolean {
  if (!hasLetter(words) || countWords(words) > (words.endsWith('?') ? LONGEST_QUESTION : LONGEST_TITLE)) return false;
  // A caption names the table or figure beside it; a slot in brackets is there to be filled in.
  if (isSlotAlone(words) || isPageNumber(words)) return false;
  return !/[.;,]$/.test(words) && !isCaption(words) && !/^".*"$/.test(words);
}

/** `Table 3: Costs`: it names what stands beside it. */
export function isCaption(words: string): boolean {
  return CAPTION.test(words);
}

/** Where the words of a line stand that is bold from end to end. */
function findBold(nodes: readonly PhrasingContent[], line: Span, { text }: Source): Span | undefined {
  if (isOnlyBold(nodes)) return line;
  if (nodes.some(({ type }) => type !== 'text')) return undefined;
  const [, marks, words = ''] = LOOSE_BOLD.exec(text.slice(line.start, line.end)) ?? [];
  if (marks === undefined) return undefined;
  const start = text.indexOf(marks, line.start) + marks.length;
  return { start, end: start + words.length };
}

/** `2.1 **Costs**`, `a) **Costs**`, `(iv) **Costs**`. */
const BEFORE_BOLD = /^(?:[\dA-Z]{0,3}(?:\.\d+)*[.):]?|\(?(?:[a-z]|[ivx]{1,4})\))\s*$/;
/** `**Costs** (300 words)`: what is to be known of the title, outside of its marks. */
const AFTER_BOLD = /^[\s:]*(?:\([^()]{1,60}\)[\s:]*)?(?:\{[^{}]*\}\s*)?$/;

/** Only bold words; a number before them, and a colon or a note in brackets after them may stand outside. */
function isOnlyBold(nodes: readonly PhrasingContent[]): boolean {
  let bold = 0;
  const rest: string[] = [];
  for (const node of nodes) {
    if (isBold(node)) bold++;
    else if (node.type === 'text') rest.push(bold === 0 ? node.value.replace(BEFORE_BOLD, '') : node.value);
    else if (node.type !== 'html' && node.type !== 'footnoteReference') return false;
  }
  return bold > 0 && AFTER_BOLD.test(rest.join(''));
}

/** Strong words, also in italics, that are more than a link: a link in bold is an entry of a list of links. */
function isBold(node: PhrasingContent): boolean {
  if (node.type === 'strong') return !node.children.every(isLinkOrSpace);
  return node.type === 'emphasis' && node.children.length === 1 && node.children.every(isBold);
}

function isLinkOrSpace(node: PhrasingContent): boolean {
  if (node.type === 'link' || node.type === 'linkReference' || node.type === 'image') return true;
  if (node.type === 'emphasis') return node.children.every(isLinkOrSpace);
  return node.type === 'text' && node.value.trim() === '';
}

/** Bold and italic at once from end to end. */
function isStrapLine(nodes: readonly PhrasingContent[]): boolean {
  const words = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  return words.every(
    (node) =>
      (node.type === 'emphasis' && node.children.every((child) => child.type === 'strong')) ||
      (node.type === 'strong' && node.children.every((child) => child.type === 'emphasis')),
  );
}
