import { hasLetterOrNumber } from './letters';
import type { Span } from './span';

/** No word and no marks of notes are looked for further than this, in UTF-16 units. */
const REACH = 240;

const MARKS_BEHIND = /^(?:\[\^[^\]\s]+\])+/;

/**
 * A span that begins or ends within a word, a number, a name or a phrase, up to their ends, with the marks of notes behind it and without a
 * word that only joins it to what stands before: a rule looks at as little as it needs, and a reader takes half a number, "24% of the", or
 * "and Marl", for a fault.
 */
export function toWholeWords(span: Span, text: string): Span {
  let { start, end } = span;
  if (isOfWord(text, start)) while (isOfWord(text, start - 1)) start--;
  if (isOfWord(text, end - 1)) while (isOfWord(text, end)) end++;
  start = behindJoining(text, start, end);
  end = endOfPair(text, start, endOfName(text, start, endOfPhrase(text, start, end)));
  const marks = MARKS_BEHIND.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return { start, end: end + marks.length };
}

/** In the midst of a sentence. Of "from", only before a name: "from 52 to 24 minutes" says more than the rest of it. */
const JOINING = /^(?:(?:and|or|of|nor|but)\s+(?=\S)|from\s+(?=\p{Lu}))/u;

function behindJoining(text: string, start: number, end: number): number {
  return start + (JOINING.exec(text.slice(start, end))?.[0].length ?? 0);
}

/** Letters and digits, and what stands between two of them or belongs to a number. */
function isOfWord(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (hasLetterOrNumber(sign)) return true;
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (sign === '-' || sign === '’' || sign === "'") return hasLetterOrNumber(before) && hasLetterOrNumber(behind);
  if (sign === '.' || sign === ',') return DIGIT.test(before) && DIGIT.test(behind);
  if (sign === '£' || sign === '€' || sign === '$') return DIGIT.test(behind);
  return sign === '%' && DIGIT.test(before);
}

/** Words after which something must follow. */
const LEADING = new Set(
  `a an the these those this that their its our of to for from with within in on at by and or than as who will which where when whose under over
aged more`.split(/\s+/),
);
/** With these what is said of the words begins. */
const AUXILIARY = new Set('is are was were be been has have had do does can may must should would could'.split(' '));
const MOST_WORDS_ADDED = 2;

/** Where words that end in one that leads on, such as a preposition, say whereto: within the paragraph, and before any punctuation. */
function endOfPhrase(text: string, start: number, end: number): number {
  if (!LEADING.has(lastWordOf(text, start, end).toLowerCase())) return end;
  let phrase = end;
  for (let at = end, added = 0; added < MOST_WORDS_ADDED; ) {
    const next = wordBehind(text, at);
    if (!next) break;
    at = next.end;
    const leads = LEADING.has(next.word.toLowerCase());
    if (added > 0 && (leads || AUXILIARY.has(next.word))) break;
    if (leads) continue;
    added++;
    phrase = at;
  }
  return phrase;
}

/**
 * Where a name that the words end in ends, of a date its year, and of a number and a name what is counted: "38 Black" of "38 Black Country
 * firms".
 */
function endOfName(text: string, start: number, end: number): number {
  if (!CAPITAL.test(lastWordOf(text, start, end))) return end;
  let name = end;
  for (let next = wordBehind(text, name); next && CAPITAL.test(next.word); next = wordBehind(text, name))
    name = next.end;
  const words = text.slice(start, name);
  const behind = wordBehind(text, name);
  if (!behind) return name;
  if (MONTH.test(words)) return YEAR.test(behind.word) ? behind.end : name;
  const isCounted = COUNTED_NAME.test(words) && /^\p{Ll}/u.test(behind.word);
  return isCounted && !LEADING.has(behind.word) && !AUXILIARY.has(behind.word) ? behind.end : name;
}

/** Of two shares the second with its number: "price 45% and quality" of "price 45% and quality 35%". */
function endOfPair(text: string, start: number, end: number): number {
  if (!/%\s+and\s+\p{Ll}+$/u.test(text.slice(start, end))) return end;
  const behind = wordBehind(text, end);
  return behind && /^\d[\d.]*%$/.test(behind.word) ? behind.end : end;
}

function lastWordOf(text: string, start: number, end: number): string {
  return text.slice(start, end).split(/[\s[]/).at(-1) ?? '';
}

/** The word that follows with nothing but white space between, in the same paragraph. It may be the first of a link. */
function wordBehind(text: string, at: number): { readonly word: string; readonly end: number } | undefined {
  const behind = text.slice(at, at + REACH);
  const gap = /^(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?=\S)(?:\[(?=[^[\]]*\]\())?/.exec(behind)?.[0].length ?? 0;
  const from = at + gap;
  let end = from;
  while (isOfWord(text, end)) end++;
  return gap === 0 || end === from ? undefined : { word: text.slice(from, end), end };
}

const CAPITAL = /^\p{Lu}/u;
const COUNTED_NAME = /(?:^|\s)\d[\d,]*(?:\s+\p{Lu}\S*)+$/u;
const MONTH = /(?:^|\s)(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const YEAR = /^(?:19|20)\d\d(?:[-–/]\d\d)?$/;
const DIGIT = /\p{N}/u;
