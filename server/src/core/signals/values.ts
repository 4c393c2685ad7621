import type { ValueKind } from '../rules/pack';
import { sortShort } from '../sortShort';
import { MONTH_NAMES, YEAR } from '../text/dates';
import { CAPITAL, LETTER as OF_LETTERS } from '../text/letters';
import { findRanges, type ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';

/** Starts only where a number starts, so that a very long run of digits is read once and not from each of its digits. */
const DIGITS = String.raw`(?<![\d,])\d[\d,]*(?:\.\d+)?`;
const WORD_NUMBER =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a|one|several|two|three) (?:hundred|thousand|dozen))(?:-(?:one|two|three|four|five|six|seven|eight|nine))?';
const LETTER = `[${OF_LETTERS}]`;
const WORDS = new RegExp(`${LETTER}{3,}`, 'g');
/** `5.1 Sixty residents`: a paragraph's own number counts nothing. */
const NUMBERING = new RegExp(String.raw`^\d+(?:\.\d+)*\.? (?=[${CAPITAL}])`);
const SCALE = `(?: ?(?:bn|tn|[mk]|million|billion|trillion|thousand|hundred)(?!${LETTER}))`;
const QUANTITY = `(?:${DIGITS}${SCALE}?|${WORD_NUMBER})`;
const MONTH = `(?:${MONTH_NAMES})\\.?`;

const MONEY = [
  `(?:[£€$]|\\b(?:GBP|EUR|USD) ?)${DIGITS}${SCALE}?(?:-${DIGITS}${SCALE}?)?(?: (?:an|per|a) (?:hour|week|month|year|head|home|person))?`,
  // Not `6:48 p.m.`
  `(?<!\\d:)\\b${DIGITS} ?(?:p|pence)(?!${LETTER}|\\.? ?m\\b)`,
];
const PERCENTAGE = [
  `${DIGITS}(?: ?(?:-|to) ?${DIGITS})? ?(?:%|per ?cent(?!${LETTER})|percentage points?|pp(?!${LETTER}))`,
  '\\b(?:one|two|three|four|five|six|seven|eight|nine|\\d+)(?: in | out of (?:every )?)(?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\\d+)\\b',
  '\\b(?:a|one|two|three|nearly|almost|over|around|about) (?:half|thirds?|quarters?|fifths?|tenths?)(?: of)?\\b',
  '\\bhalf of\\b',
];
const DATE = [
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? ${YEAR})?(?!${LETTER})`,
  // June 30, 2028, as Americans write it
  `\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}\\b`,
  `\\b(?:fiscal year|financial year|school year|FY) ?(?:19[5-9]\\d|20[0-7]\\d|\\d{2})(?:[/-]\\d{2,4})?\\b`,
  `\\b(?:early |mid-? ?|late |end of )?${MONTH},? ${YEAR}\\b`,
  `\\b(?:Q[1-4]|quarter (?:one|two|three|four|[1-4])),? ?(?:of )?${YEAR}(?:[/-]\\d{2,4})?\\b`,
  `\\b(?:spring|summer|autumn|winter|end of|start of|early|mid|late)[- ]${YEAR}(?:[/-]\\d{2,4})?\\b`,
  `(?<![£€$\\d.,])\\b${YEAR}(?: ?[/\u2010-\u2015-] ?(?:\\d{2}|${YEAR}))?(?![\\d,.]*\\d| ?(?:%|jobs|homes|people))`,
  `\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b`,
  `\\b\\d{4}-\\d{2}-\\d{2}\\b`,
  `\\bwithin (?:the (?:next|first) )?${QUANTITY} (?:days|weeks|months|years)\\b`,
];
const AMOUNT = `[£€$]?${DIGITS}${SCALE}?(?: ?%| per ?cent)?`;
const CHANGE = [
  `\\bfrom (?:about |around |just |some )?${AMOUNT}[^.;]{0,40}? to (?:about |around |at least |over )?${AMOUNT}`,
  `${AMOUNT} ?(?:\u2192|->) ?${AMOUNT}`,
  `\\b(?:rise|rising|rose|fall|falling|fell|increas${LETTER}+|reduc${LETTER}+|cut|grow${LETTER}*|rais${LETTER}+|improv${LETTER}+|lower${LETTER}*)(?: [^ .;]+){0,8}? (?:by|to)(?: (?:at least|about|around|up to|over|an average of))? ${AMOUNT}`,
  `\\b(?:halv(?:e|ing|ed|es)|(?:doubl|trebl|tripl)(?:ing|ed|es))\\b`,
  // Where it is a verb: double glazing changes nothing.
  `(?<=\\b(?:to|will|would|shall|should|must|could|can|may|might|than|and|nearly|almost) )(?:double|treble|triple)\\b`,
  `\\bby at least (?:half|${AMOUNT})`,
  `\\b(?:up|down|rising|falling) from (?:about |around )?${AMOUNT}`,
];
// Not within a word or a longer number, and not the minutes of a time.
const NUMBER = [`(?<!${LETTER}|[\\d.,§#]|\\d:)${QUANTITY}(?!${LETTER}|\\d|:\\d)`];
const AREA_CODE = ['\\bE0[0-9]{7}\\b', '\\b(?:B|CV|DY|WS|WV)\\d{1,2}(?: ?\\d[A-Z]{2})?\\b'];

const EXPRESSIONS: Readonly<Record<Exclude<ValueKind, 'count'>, RegExp>> = {
  money: join(MONEY, '[£€$\\dgeu]'),
  percentage: join(PERCENTAGE, '[\\dotfsenah]'),
  date: join(DATE, '\\b[\\djfmasondqewl]'),
  change: join(CHANGE, '[£€$\\dfricglhdtbu]'),
  number: join(NUMBER, '[\\dtfsenao]'),
  'area-code': new RegExp(AREA_CODE.join('|'), 'gu'),
};

type Kind = Exclude<ValueKind, 'count'>;

const NONE: readonly ProseRange[] = [];

/** Finds the values of a kind in the prose that it was made for, once for each kind. */
export type ValueReader = (kind: Kind) => readonly ProseRange[];

/** What a prose must hold for a value of a kind to be in it, with and without any digit; `never` for what is always written with one. */
interface Need {
  readonly withDigits?: RegExp;
  readonly withoutDigits: RegExp | 'never';
}

/** The expressions try many ways at every character. Most prose is ruled out by a sign or a word. */
const NEEDS: Readonly<Record<Kind, Need>> = {
  money: { withDigits: /[£€$]|gbp|eur|usd|\d ?p/i, withoutDigits: 'never' },
  percentage: {
    withDigits: /%|\d ?p|per ?cent| in | out of |hal[fv]|third|quarter|fifth|tenth/i,
    withoutDigits: /half|third|quarter|fifth|tenth|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) /i,
  },
  date: {
    withDigits: /19[5-9]\d|20[0-7]\d|\d\/\d|\d-\d\d-\d|within|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i,
    withoutDigits: /within/i,
  },
  change: {
    withDigits: /from |\u2192|->|ris|rose|fall|fell|increas|reduc|cut|grow|rais|improv|lower|halv|doubl|tre|tri|by at/i,
    withoutDigits: /halv|doubl|trebl|tripl|at least half/i,
  },
  number: {
    withoutDigits:
      /(?:^|[^a-z])(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twel|thir|fort|fif|twen)|hundred|thousand|dozen/i,
  },
  'area-code': { withDigits: /e0|b\d|cv\d|dy\d|w[sv]\d/i, withoutDigits: 'never' },
};

/** Reads the values of one prose. Ranges are in order and do not overlap. */
export function readValues(prose: string): ValueReader {
  const found = new Map<Kind, readonly ProseRange[]>();
  let hasDigits: boolean | undefined;
  const read: ValueReader = (kind) => {
    const known = found.get(kind);
    if (known) return known;
    hasDigits ??= /\d/.test(prose);
    const values = mayHold(prose, kind, hasDigits) ? findValues(kind, prose, read) : NONE;
    found.set(kind, values);
    return values;
  };
  return read;
}

function mayHold(prose: string, kind: Kind, hasDigits: boolean): boolean {
  const { withDigits, withoutDigits } = NEEDS[kind];
  if (hasDigits) return withDigits?.test(prose) ?? true;
  return withoutDigits !== 'never' && withoutDigits.test(prose);
}

function findValues(kind: Kind, prose: string, read: ValueReader): readonly ProseRange[] {
  const found = findRanges(EXPRESSIONS[kind], prose);
  if (kind !== 'number' || found.length === 0) return found;
  const dates = read('date');
  const numbering = NUMBERING.exec(prose)?.[0].length ?? 0;
  return found.filter((range) => range.start >= numbering && !overlapsAny(range, dates));
}

/**
 * Finds numbers of something: a number (or a share) that one of the `things` follows within three words.
 * The range runs from the number to the thing counted.
 */
export function findCounts(prose: string, values: ValueReader, things: readonly ProseRange[]): readonly ProseRange[] {
  if (things.length === 0) return [];
  const shares = values('percentage');
  const plain = values('number').filter((n) => !isMoney(prose, n) && !overlapsAny(n, shares));
  const numbers = sortShort([...plain, ...shares], (a, b) => a.start - b.start);
  return numbers.flatMap((number) => {
    // Where the nearest thing is too far, every other one is.
    const thing = things[findFrom(things, number.end)];
    return thing && isNear(prose, number.end, thing.start) ? [{ start: number.start, end: thing.end }] : [];
  });
}

/** Any words that may be counted, where nobody says what is. */
export function findWords(prose: string): readonly ProseRange[] {
  return findRanges(WORDS, prose);
}

/** Pounds for people count no people. */
function isMoney(prose: string, { start }: ProseRange): boolean {
  return start > 0 && '£$€'.includes(prose.charAt(start - 1));
}

/** What comes between a number and something that it does not count: `8 hours for carers`, `sixty nodes when the students`, `by 2025, people`. */
const TURNS =
  /^[,)]|^ (?:goes|go) |[^ ] (?:for|by|with|to|from|at|on|when|where|while|if|as|because|that|which|until|per) /i;

/** At most three words, no end of a clause, and no turn to something else, between a number and what it counts. */
function isNear(prose: string, start: number, end: number): boolean {
  let words = 0;
  for (let at = start; at < end; at++) {
    const unit = prose.charAt(at);
    if ('.;:|('.includes(unit)) return false;
    if (unit !== ' ' && (at === start || prose.charAt(at - 1) === ' ') && ++words > 3) return false;
  }
  return !TURNS.test(prose.slice(start, end));
}

/** Index of the first range that begins at `start` or after it. `ranges` are in order. */
function findFrom(ranges: readonly ProseRange[], start: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether one of `ranges`, which are in order and do not overlap each other, overlaps `range`. */
function overlapsAny(range: ProseRange, ranges: readonly ProseRange[]): boolean {
  const next = findFrom(ranges, range.start);
  return [ranges[next - 1], ranges[next]].some((other) => other !== undefined && overlaps(range, other));
}

/** `begins`: what any of the sources begins with. It is looked at first, so that most places are ruled out at once. */
function join(sources: readonly string[], begins: string): RegExp {
  return new RegExp(`(?=${begins})(?:${sources.map((source) => `(?:${source})`).join('|')})`, 'gi');
}
