import { CAPITAL, LETTER, SMALL } from '../text/letters';
import type { Sentence } from './documentModel';

// Made once: making a segmenter costs far more than using it.
const SEGMENTER = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
/** Longer stretches are cut at a full stop first, so that one endless paragraph stays cheap. */
const LONGEST_STRETCH = 20_000;

/** Never end a sentence. */
const TITLES = wordSet('mr mrs ms dr prof cllr hon rt rev st e.g eg i.e ie cf vs v viz refs incl al');
/** End no sentence before a number or an amount: `No. 5`, `c. £3m`. */
const BEFORE_NUMBERS = wordSet(
  'no nos para paras fig figs ref c ca p pp vol ch art sec min max est approx app apr aug dec feb jan jul jun mar nov oct sep sept',
);
/** End a sentence only where the next word looks like the start of one. */
const EITHER = wordSet('etc ltd co inc plc corp approx est max min dept fig ref para');
const STARTERS = wordSet(
  'a an and all although any as at both but by each for from he her here his how however i if in it its many more most no of on one or our over several she since so some such that the their there these they this those to under until we what when where which while who why with without you your',
);
const NUMBERING = /^\(?(?:\d{1,3}(?:\.\d+)*|[A-Za-z]|[ivxIVX]+)[.)]\s*$/;
const LAST_WORD = new RegExp(String.raw`([${LETTER}.]+)\.["')\]]*\s*$`);
const BEFORE_NUMBER = /[.!?]["')\]]* +(?=[£€$]?\d)/g;
const INITIAL = new RegExp(String.raw`^[${CAPITAL}](?:\.[${CAPITAL}])*$`);
const FIRST_WORD = new RegExp(`^["'(]*([${LETTER}]+)`);
const BEGINS_SMALL = new RegExp(`^[${SMALL}]`);
const BEGINS_WORD = new RegExp(String.raw`^[${LETTER}\d]`);

/** What may end a sentence: stops, and whatever is neither ASCII nor one of a few signs that never do. */
const MAY_END = /[^ "-\-/->@-~\u00a3\u20ac\u2010-\u2015]/;

/** Cuts the prose of one unit into sentences, which cover it but for white space between them. */
export function splitSentences(prose: string): readonly Sentence[] {
  const sentences: { start: number; end: number }[] = [];
  for (const piece of segment(prose)) {
    const last = sentences.at(-1);
    const joins = last && continues(prose.slice(last.start, last.end), prose.slice(piece.start, piece.start + 40));
    if (joins) last.end = piece.end;
    else sentences.push(piece);
  }
  const trimmed = sentences
    .map((sentence) => trim(prose, sentence))
    .filter((sentence) => sentence.end > sentence.start);
  const [first] = trimmed;
  if (trimmed.length === 1 && first?.start === 0) return oneSentence(first.end);
  // A copy has no room to grow: a long document holds thousands.
  return trimmed.slice();
}

/** One sentence from the beginning on. Most rows and items are one, and short: those of one length have the same array. */
export function oneSentence(length: number): readonly Sentence[] {
  const known = ONE_SENTENCE[length];
  if (known) return known;
  const made = [{ start: 0, end: length }];
  if (length < ONE_SENTENCE.length) ONE_SENTENCE[length] = made;
  return made;
}

const ONE_SENTENCE = new Array<readonly Sentence[] | undefined>(500).fill(undefined);

function segment(prose: string): { start: number; end: number }[] {
  if (isOneSentence(prose)) return [{ start: 0, end: prose.length }];
  const pieces: { start: number; end: number }[] = [];
  for (let from = 0; from < prose.length; ) {
    const stop = prose.length - from > LONGEST_STRETCH ? prose.indexOf('. ', from + LONGEST_STRETCH) : -1;
    const to = stop < 0 ? prose.length : stop + 2;
    for (const { index, segment: words } of SEGMENTER.segment(prose.slice(from, to))) {
      for (const piece of cutBeforeNumbers(words)) {
        pieces.push({ start: from + index + piece.start, end: from + index + piece.end });
      }
    }
    from = to;
  }
  return pieces;
}

/** Nothing but the very end could end a sentence. The segmenter is slow to find this out. */
function isOneSentence(prose: string): boolean {
  let end = prose.length;
  while (end > 0 && `"')]`.includes(prose.charAt(end - 1))) end--;
  if (end > 0 && '.!?'.includes(prose.charAt(end - 1))) end--;
  return !MAY_END.test(prose.slice(0, end));
}

/** The segmenter sees no new sentence in `… online. 28% of …`; whether there is one is for `continues` to say. */
function cutBeforeNumbers(words: string): readonly Sentence[] {
  const cuts = [...words.matchAll(BEFORE_NUMBER)].map((match) => match.index + match[0].length);
  return [0, ...cuts].map((start, i) => ({ start, end: cuts[i] ?? words.length }));
}

/** True when what follows belongs to the same sentence as `before`, which seems to end one. */
function continues(before: string, after: string): boolean {
  if (NUMBERING.test(before)) return true;
  if (/["')\]]\s*$/.test(before) && BEGINS_SMALL.test(after)) return true;
  const written = LAST_WORD.exec(before.slice(-30))?.[1];
  if (written === undefined) return false;
  const word = written.replace(/^\.+/, '');
  const lower = word.toLowerCase();
  if (TITLES.has(lower)) return true;
  if (BEFORE_NUMBERS.has(lower) && /^[\d£€$(~]/.test(after)) return true;
  const startsSentence = STARTERS.has((FIRST_WORD.exec(after)?.[1] ?? '').toLowerCase());
  return (EITHER.has(lower) || INITIAL.test(word)) && !startsSentence && BEGINS_WORD.test(after);
}

function trim(prose: string, { start, end }: Sentence): Sentence {
  let from = start;
  let to = end;
  while (from < to && prose.charAt(from) === ' ') from++;
  while (to > from && prose.charAt(to - 1) === ' ') to--;
  return { start: from, end: to };
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
