import { hasLetter } from '../text/letters';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { type Block, type BlockBuilder, buildBoldHeading, type Place, startBlock } from './blockBuilder';
import { type ElementStack, type OpenElement, startElementStack } from './elementStack';
import { buildHeading, isShortTitle } from './headings';
import { type HtmlTableReader, readHtmlForm, startHtmlTable } from './htmlTable';
import { findAttribute, type HtmlToken, readHtmlTokens } from './htmlTokens';
import { startHtmlWords } from './htmlWords';
import type { InlineWords } from './readInline';
import { isSlotAlone } from './slots';
import type { Source } from './source';

/** Tags that stand inside a line of words; any other ends the words before it. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
const BOLD = /^(?:b|strong)$/;
const LABELLING = ['header', 'legend'];
const LABEL_CLASS = /(?:^|[\s_-])(?:label|title|heading|header|caption)(?:$|[\s_-])/i;
const LONGEST_LABEL = 8;
/** What folds away the text below it names it at greater length. */
const FOLDING = ['summary', 'button'];
const NO_SECTION = ['blockquote', 'table', 'li', 'dd'];
/** What says by its own name that it is a title is one in an item as well: each is a card with a text of its own. */
const TITLE = /^(?:h[1-6]|summary)$/;
const NO_TITLE = ['blockquote', 'table', 'dd'];
const VOID = /^(?:hr|input|col|source|meta|link)$/;

/** HTML of one or several neighbouring nodes: the headings and labels in it open sections, the rest is words. */
export function readHtml(span: Span, source: Source, place: Place): readonly Block[] {
  const reader = startHtml(span, source, place);
  for (const token of readHtmlTokens(source.text, span)) reader.take(token);
  return reader.finish();
}

interface OpenTable {
  readonly start: number;
  readonly into: BlockBuilder;
  /** Part of nothing else but the text. */
  readonly isAlone: boolean;
  readonly reader: HtmlTableReader;
}

interface HtmlReader {
  take(token: HtmlToken): void;
  finish(): readonly Block[];
}

function startHtml(whole: Span, source: Source, place: Place): HtmlReader {
  const blocks: Block[] = [];
  const elements = startElementStack();
  let block = startBlock();
  let blockStart = whole.start;
  let words = startHtmlWords(source, whole);
  let bold = startBold();
  let table: OpenTable | undefined;
  /** Where a heading's section may begin: after the last words or closing tag. */
  let tagsSince: number | undefined;
  /** On which the last words end: nothing else can begin there. */
  let lastLine = 0;

  const currentPlace = (): Place => ({ ...place, quoted: place.quoted || elements.isInside(['blockquote']) });
  const closeBlock = (end: number) => {
    if (block.unitCount > 0 || end > blockStart) blocks.push(block.build('html', { start: blockStart, end }));
    block = startBlock();
  };
  const findHeading = (span: Span, inline: InlineWords) => {
    const element = findCaption(elements);
    if (!element || place.nested || inline.prose.text === '') return undefined;
    if (elements.isInside(TITLE.test(element.name) ? NO_TITLE : NO_SECTION)) return undefined;
    const level = /^h([1-6])$/.exec(element.name)?.[1];
    if (level)
      return buildHeading(
        { form: 'html', level: Number(level), span: { start: element.span.start, end: span.end }, prose: inline.prose },
        source,
      );
    if (element.name === 'p' && bold.isAll() && isShortTitle(inline.prose.text))
      return buildHeading({ form: 'bold', span, prose: inline.prose }, source);
    return isLabel(element, elements, inline.prose.text, source)
      ? buildHeading({ form: 'label', span, prose: inline.prose }, source)
      : undefined;
  };
  /** A paragraph of its own, as between blank lines in Markdown. */
  const isParagraph = () => elements.last?.name === 'p' && !elements.isInside(NO_SECTION) && !place.nested;
  const openTable = (start: number) => {
    const isAlone = !elements.isInside(NO_SECTION) && !place.nested;
    const into = isAlone ? startBlock() : block;
    table = { start, into, isAlone, reader: startHtmlTable(start, source, into) };
  };
  /** A table that stands by itself is a block, or as many as a form has fields. */
  const endTable = (end: number) => {
    if (table?.isAlone) {
      const { start, into } = table;
      closeBlock(start);
      const read = into.build('html', { start, end });
      blocks.push(...(readHtmlForm(read, source) ?? [read]));
      blockStart = end;
    }
    table = undefined;
  };
  const endWords = () => {
    const { inline, span } = words.finish();
    words = startHtmlWords(source, whole);
    const heading = span && findHeading(span, inline);
    bold = startBold();
    if (!span) return;
    const start = tagsSince ?? heading?.span.start ?? span.start;
    const { line } = source.lines.placeAt(start);
    const opensLine = line > lastLine && startsLine(source, start);
    lastLine = source.lines.placeAt(span.end).line;
    if (heading && opensLine) {
      closeBlock(start);
      const place = { start, end: span.end };
      blocks.push(
        heading.form === 'bold'
          ? buildBoldHeading(heading, inline, place)
          : startBlock().build('heading', place, { heading }),
      );
      blockStart = span.end;
    } else if (isParagraph() && opensLine) {
      closeBlock(start);
      block.addWords(inline, span, currentPlace());
      if (block.unitCount > 0) blocks.push(block.build('paragraph', { start, end: span.end }));
      block = startBlock();
      blockStart = span.end;
    } else block.addWords(inline, span, currentPlace());
    tagsSince = undefined;
  };
  const takeOpen = (token: HtmlToken & { kind: 'open' }) => {
    if (table) return table.reader.take(token, table.into, currentPlace());
    if (token.name === 'br') return words.add(' ', token.span);
    if (token.name === 'img') return words.addImage(token.span);
    if (BOLD.test(token.name)) bold.open();
    if (INLINE.has(token.name)) return words.mark(token.span);
    endWords();
    tagsSince = token.name === 'table' ? undefined : (tagsSince ?? token.span.start);
    if (token.name === 'table') openTable(token.span.start);
    else if (!VOID.test(token.name)) elements.open(token);
  };
  const takeClose = (token: HtmlToken & { kind: 'close' }) => {
    if (table) {
      table.reader.take(token, table.into, currentPlace());
      if (table.reader.closed) endTable(token.span.end);
      return;
    }
    if (BOLD.test(token.name)) bold.close();
    if (INLINE.has(token.name)) return words.mark(token.span);
    endWords();
    tagsSince = undefined;
    elements.close(token.name);
  };
  return {
    take(token) {
      if (token.kind === 'open') takeOpen(token as HtmlToken & { kind: 'open' });
      else if (token.kind === 'close') takeClose(token as HtmlToken & { kind: 'close' });
      else if (table) table.reader.take(token, table.into, currentPlace());
      else {
        words.addText(token.span);
        bold.addText(source.text.slice(token.span.start, token.span.end));
      }
    },
    finish() {
      table?.reader.finish(whole.end, table.into, currentPlace());
      endTable(whole.end);
      endWords();
      closeBlock(whole.end);
      return blocks;
    },
  };
}

/** The element that says what its words are: the heading where they stand on a button in one, as in an accordion. */
function findCaption({ last, parent }: ElementStack): OpenElement | undefined {
  return last?.name === 'button' && /^h[1-6]$/.test(parent?.name ?? '') ? parent : last;
}

/** Follows whether all words of a line of HTML are in bold; spaces and a colon may stand outside. */
function startBold() {
  let depth = 0;
  let isBold = false;
  let isPlain = false;
  return {
    open() {
      depth++;
    },
    close() {
      if (depth > 0) depth--;
    },
    addText(text: string) {
      if (/^(?:[\s:]|&nbsp;)*$/.test(text)) return;
      if (depth > 0) isBold = true;
      else isPlain = true;
    },
    isAll: () => isBold && !isPlain,
  };
}

/**
 * Short words alone in an element that captions a box: no sentence, and the box goes on after them. A question, as on a page of them, and
 * what folds the text below it away may be longer, and still to be named.
 */
function isLabel(element: OpenElement, elements: ElementStack, words: string, source: Source): boolean {
  if (element.name === 'dt') return words.endsWith('?') && isShortTitle(words);
  if (elements.isInside(['summary']) && isSlotAlone(words)) return true;
  if (elements.isInside(FOLDING)) return isShortTitle(words);
  const captions =
    elements.isInside(LABELLING) ||
    (element.name === 'div' && LABEL_CLASS.test(findAttribute(source.text, element.span, 'class')?.value ?? ''));
  if (!captions) return false;
  return countWords(words) <= LONGEST_LABEL && hasLetter(words) && !/[.;,]$/.test(words);
}

/** Only tags stand before it on its line. */
function startsLine(source: Source, start: number): boolean {
  const lineStart = source.lines.startOf(source.lines.placeAt(start).line);
  return (
    source.text
      .slice(lineStart, start)
      .replace(/<[^<>]*>/g, '')
      .trim() === ''
  );
}
