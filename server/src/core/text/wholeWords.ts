import type { Span } from '../core';

/** No word and no marks of notes are looked for further than this, in UTF-16 units. */
const REACH = 240;

const MARKS_BEHIND = /^(?:\[\^[^\]\s]+\])+/;

/**
 * A span that ends within a word, a number or a phrase, up to their ends, with the marks of notes behind it: a rule looks at as little as it
 * needs, and a reader takes half a number, or "24% of the", for a fault.
 */
export function toWholeWords(span: Span, text: string): Span {
  let { start, end } = span;
  if (isOfWord(text, start)) while (isOfWord(text, start - 1)) start--;
  if (isOfWord(text, end - 1)) while (isOfWord(text, end)) end++;
  end = endOfPhrase(text, start, end);
  const marks = MARKS_BEHIND.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return { start, end: end + marks.length };
}

/** Letters and digits, and what stands between two of them or belongs to a number. */
function isOfWord(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (LETTER.test(sign)) return true;
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)];
  if (sign === '-' || sign === '’' || sign === "'") return LETTER.test(before) && LETTER.test(behind);
  if (sign === '.' || sign === ',') return DIGIT.test(before) && DIGIT.test(behind);
  if (sign === '£' || sign === '€' || sign === '$') return DIGIT.test(behind);
  return sign === '%' && DIGIT.test(before);
}

/** Words after which something must follow. */
const LEADING = new Set(
  'a an the these those this that their its our of to for from with within in on at by and or than as who will'.split(
    ' ',
  ),
);
const MOST_WORDS_ADDED = 2;

/** Where words that end in one that leads on, such as a preposition, say whereto: within the paragraph, and before any punctuation. */
function endOfPhrase(text: string, start: number, end: number): number {
  const lastWord = text.slice(start, end).split(/\s/).at(-1) ?? '';
  if (!LEADING.has(lastWord.toLowerCase())) return end;
  let phrase = end;
  for (let at = end, added = 0; added < MOST_WORDS_ADDED; ) {
    const space = /^(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)(?=\S)/.exec(text.slice(at, at + REACH))?.[0].length ?? 0;
    const from = at + space;
    at = from;
    while (isOfWord(text, at)) at++;
    if (space === 0 || at === from) break;
    const leads = LEADING.has(text.slice(from, at).toLowerCase());
    if (leads && added > 0) break;
    if (leads) continue;
    added++;
    phrase = at;
  }
  return phrase;
}

const LETTER = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;
