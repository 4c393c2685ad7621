import type { Code, Paragraph } from 'mdast';
import { LETTER, NUMBER, SMALL } from '../text/letters';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { trimSpan } from './htmlText';
import type { Source } from './source';
import { spanOf, toPosition } from './syntaxTree';

/** Words of a text; fewer may be anything that was set in. */
const SHORTEST = 40;
/** A sentence ends at least once in so many words. */
const LONGEST_SENTENCE = 80;
/** What share of its lines hold nothing but words and the signs that stand among them. */
const SHARE_OF_WORDS = 0.8;
const WORDS = new RegExp(
  String.raw`^[${LETTER}${NUMBER}\u0300-\u036f\s"'\u2018-\u201f(),.;:!?%$£€¥₹&/\u2010-\u2015\u2022*[\]\u00a7-]+$`,
);
const CODE_END = /[{};]\s*$/;
const SENTENCE_END = new RegExp(String.raw`[${SMALL}]{2}[.?!]["\u201d\u2019)]?(?=\s|$)`, 'g');
/** Tags of a page whose source is set in, as where it was cut out of a larger one. */
const TEXT_TAG = /<(?:p|li|h[1-6])\b[^<>]{0,300}>/gi;
const FEWEST_TAGS = 3;

/**
 * Whether a block that Markdown takes for code because it is set in is a text to a reader: sentences in plain words, as a paper is printed
 * that was written with a typewriter's margins, or the paragraphs of a page.
 */
export function findSetInText(node: Code, source: Source): 'words' | 'html' | undefined {
  const { start, end } = spanOf(node);
  const text = source.text.slice(start, end);
  if (!/^[ \t]*[^\s`~]/.test(text) || text.length < SHORTEST * 2) return undefined;
  if (/^\s*</.test(text)) return holdsPage(text) ? 'html' : undefined;
  return holdsSentences(text) ? 'words' : undefined;
}

function holdsPage(text: string): boolean {
  const tags = [...text.matchAll(TEXT_TAG)];
  if (tags.length < FEWEST_TAGS) return false;
  // A template has headings above what is to be written, and hardly a sentence.
  const headings = tags.filter(([tag]) => /^<h/i.test(tag)).length;
  return headings >= FEWEST_TAGS || isRunningText(text.replace(/<[^<>]*>/g, ' '));
}

function holdsSentences(text: string): boolean {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const ofWords = lines.filter((line) => WORDS.test(line) && !CODE_END.test(line)).length;
  return ofWords >= lines.length * SHARE_OF_WORDS && isRunningText(text);
}

function isRunningText(text: string): boolean {
  const words = countWords(text);
  return words >= SHORTEST && [...text.matchAll(SENTENCE_END)].length * LONGEST_SENTENCE >= words;
}

/** The paragraphs of such a text, between blank lines. */
export function cutSetInText(node: Code, { text, lines }: Source): readonly Paragraph[] {
  const whole = spanOf(node);
  const paragraphs: Paragraph[] = [];
  let open: Span | undefined;
  const close = () => {
    if (open) paragraphs.push(toParagraph(trimSpan(text, open), text));
    open = undefined;
  };
  const last = lines.placeAt(whole.end).line;
  for (let line = lines.placeAt(whole.start).line; line <= last; line++) {
    const start = Math.max(lines.startOf(line), whole.start);
    const end = Math.min(lines.endOf(line), whole.end);
    if (text.slice(start, end).trim() === '') close();
    else open = { start: open?.start ?? start, end };
  }
  close();
  return paragraphs;
}

function toParagraph({ start, end }: Span, text: string): Paragraph {
  const position = toPosition(start, end);
  return { type: 'paragraph', children: [{ type: 'text', value: text.slice(start, end), position }], position };
}
