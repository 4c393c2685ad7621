import { CAPITAL, isInCapitals, SMALL } from '../text/letters';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { isPageNumber } from './furniture';
import { isQuestion } from './plainLines';
import type { Source } from './source';

/** In text whose lines are not broken each line is a paragraph: longer ones than this are. */
const LONGEST_LINE = 200;
const LONGEST_TITLE = 60;
const TITLE = new RegExp(`^[${CAPITAL}][^.;,:|]*$`);
/** Text that a converter has broken as the page did has lines at least as long, and a longer title is broken as well. */
const SHORTEST_WIDTH = 55;
const MOST_WORDS = 12;
/** Less is not worth a look. */
const SHORTEST = 30;
const MOST_CAPITALS = 16;
const MOST_NUMBERED = 20;
/** Lines of a point of a list beside its first. */
const LINES_OF_POINT = 3;
/** A title leaves so much of the line free that the next word had its place on it. */
const FULL = 0.9;
const WRAPPED_TITLE = new RegExp(
  String.raw`^(?:(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])[ \t]+)?["\u201c\u2018(]?[${CAPITAL}][^|<>*_\x60]*[^\s.,;|*_\x60\u2013\u2014-]$`,
);
/** A date, an address or figures are no title, and nor is a line that speaks to someone. */
const NO_TITLE = new RegExp(String.raw`\d{3}|@|[.?!] +[${CAPITAL}]|^(?:Dear|Yours|Sincerely|Cllr|Mr|Mrs|Ms|Dr)\b`);
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])[ \t]+/;
const SENTENCE_END = /[.!?]["\u201d\u2019)\]\d]*$/;
/** A point, or a box to tick. */
const GLYPH = /^(?:[\u2022\u00b7\u25cf\u25cb\u25aa\u25a0\u25a1\u2023\u2610-\u2612\uf0b7\uf0a7]|o )\s*/;
const LETTERED = new RegExp(String.raw`^[A-Z]\. [${CAPITAL}][${SMALL}]`);
const FIRST_LETTER = 'A'.charCodeAt(0);
const FEWEST_LETTERS = 3;
const SET_IN = new RegExp(`^ {2,3}[${CAPITAL}]`);
const FEWEST_SET_IN = 5;
const OPENS = new RegExp(String.raw`^["\u201c\u2018(]?[${CAPITAL}\d]`);
/** A line of text goes on in no small letter. */
const OPENS_TEXT = new RegExp(String.raw`^[${CAPITAL}\d"\u201c\u2018]`);

/**
 * The lines of a paragraph that read as titles above text of their own: short lines above long ones that nothing has broken, and lines that
 * end early among those that a converter broke as the page did. Whether they are, their neighbours tell (see `plainHeadings.ts`).
 */
export function findTitleLines(paragraph: Span, source: Source): readonly Span[] {
  const { start, end } = paragraph;
  if (end - start <= SHORTEST) return [];
  const count = source.lines.placeAt(end).line - source.lines.placeAt(start).line + 1;
  if (count === 1) return [];
  const lines = linesOf(paragraph, source);
  const words = readLines(lines, source);
  const isTitle = (end - start) / count >= LONGEST_LINE / 2 ? isAboveLongLine : findWrapped(words);
  // A page of questions may have no blank line above one.
  return lines.filter((_, at) => isTitle(words, at) || isQuestion(words[at] ?? ''));
}

/** The lines of a span, each within it. */
export function linesOf(span: Span, { lines }: Source): readonly Span[] {
  const found: Span[] = [];
  const last = lines.placeAt(span.end).line;
  for (let line = lines.placeAt(span.start).line; line <= last; line++)
    found.push({ start: Math.max(lines.startOf(line), span.start), end: Math.min(lines.endOf(line), span.end) });
  return found;
}

/** The words of each line; with a sign before those that are set in a little, as points are whose sign a converter has lost. */
function readLines(lines: readonly Span[], { text }: Source): readonly string[] {
  const written = lines.map(({ start, end }) => text.slice(start, end).trimEnd());
  const hasPoints = written.filter((line) => SET_IN.test(line)).length >= FEWEST_SET_IN;
  return written.map((line) => (hasPoints && SET_IN.test(line) ? `\u2022 ${line.trim()}` : line.trim()));
}

type IsTitle = (lines: readonly string[], at: number) => boolean;

/** Words in bold or a link may go over the end of a line, and are left together. */
function isAboveLongLine(lines: readonly string[], at: number): boolean {
  const [above = '', line = '', below = ''] = [lines[at - 1], lines[at], lines[at + 1]];
  return (
    line.length <= LONGEST_TITLE &&
    TITLE.test(line) &&
    at + 1 < lines.length &&
    below.length > LONGEST_LINE &&
    OPENS_TEXT.test(below) &&
    (above.length <= LONGEST_TITLE || SENTENCE_END.test(above))
  );
}

/** Says of each line of a text that is broken at one width whether it is a title. */
function findWrapped(lines: readonly string[]): IsTitle {
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const endsEarly = (at: number) => {
    const next = /^\S*/.exec(lines[at + 1] ?? '')?.[0] ?? '';
    return (lines[at]?.length ?? 0) + next.length + 1 <= width * FULL;
  };
  const titles = new Set(findLetteredRow(lines));
  lines.forEach((line, at) => {
    const below = lines[at + 1];
    if (below === undefined || !isTitleLine(line)) return;
    const isOpen =
      at === 0 || titles.has(at - 1) || isPageNumber(lines[at - 1] ?? '') || endsParagraph(lines, at - 1, endsEarly);
    const isAbove = () => width >= SHORTEST_WIDTH && OPENS.test(below) && standsForText(lines, at + 1, width);
    // Capitals take more room than the words of the text, and tell a title wherever its line ends.
    if (isOpen && (GLYPH.test(below) || ((endsEarly(at) || isInCapitals(line)) && isAbove()))) titles.add(at);
  });
  return (_, at) => titles.has(at);
}

/** Lines with the letters of a row from A on, as the parts of a form have them that a converter left without blank lines. */
function findLetteredRow(lines: readonly string[]): readonly number[] {
  const row: number[] = [];
  lines.forEach((line, at) => {
    if (LETTERED.test(line) && line.charCodeAt(0) === FIRST_LETTER + row.length && isTitleLine(line)) row.push(at);
  });
  return row.length >= FEWEST_LETTERS ? row : [];
}

function isTitleLine(line: string): boolean {
  return (
    WRAPPED_TITLE.test(line) &&
    !GLYPH.test(line) &&
    !NO_TITLE.test(line.replace(NUMBER, '')) &&
    countWords(line) <= mostWords(line)
  );
}

function mostWords(line: string): number {
  if (isInCapitals(line)) return MOST_CAPITALS;
  return /^\d/.test(line) ? MOST_NUMBERED : MOST_WORDS;
}

/** A point may end without a full stop, if its line ends early. */
function endsParagraph(lines: readonly string[], at: number, endsEarly: (at: number) => boolean): boolean {
  const line = lines[at] ?? '';
  if (SENTENCE_END.test(line)) return true;
  if (!endsEarly(at) || /[,;:\u2013\u2014-]$/.test(line)) return false;
  const from = lines.slice(0, at + 1).findLastIndex((one) => GLYPH.test(one));
  return from >= 0 && at - from <= LINES_OF_POINT && NUMBER.test(lines[at + 1] ?? '');
}

/** A line of the text, or one of its titles above such a line. */
function standsForText(lines: readonly string[], at: number, width: number): boolean {
  const line = lines[at] ?? '';
  if (line.length >= width / 2 || SENTENCE_END.test(line)) return true;
  const next = lines[at + 1] ?? '';
  return isTitleLine(line) && next.length >= width / 2;
}
