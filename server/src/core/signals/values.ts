import type { ValueKind } from '../rules/pack';
import type { ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';

/** Starts only where a number starts, so that a very long run of digits is read once and not from each of its digits. */
const DIGITS = String.raw`(?<![\d,])\d[\d,]*(?:\.\d+)?`;
const WORD_NUMBER =
  '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:a|one|several|two|three) (?:hundred|thousand|dozen))(?:-(?:one|two|three|four|five|six|seven|eight|nine))?';
const SCALE = '(?: ?(?:bn|tn|[mk]|million|billion|trillion|thousand|hundred)(?![\\p{L}]))';
const QUANTITY = `(?:${DIGITS}${SCALE}?|${WORD_NUMBER})`;
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?';
const YEAR = '(?:19[5-9]\\d|20[0-7]\\d)';

const MONEY = [
  `(?:[£€$]|\\b(?:GBP|EUR|USD) ?)${DIGITS}${SCALE}?(?:-${DIGITS}${SCALE}?)?(?: (?:an|per|a) (?:hour|week|month|year|head|home|person))?`,
  `\\b${DIGITS} ?(?:p|pence)(?![\\p{L}])`,
];
const PERCENTAGE = [
  `${DIGITS}(?: ?(?:-|to) ?${DIGITS})? ?(?:%|per ?cent(?![\\p{L}])|percentage points?|pp(?![\\p{L}]))`,
  '\\b(?:one|two|three|four|five|six|seven|eight|nine|\\d+)(?: in | out of (?:every )?)(?:every )?(?:two|three|four|five|six|seven|eight|nine|ten|\\d+)\\b',
  '\\b(?:a|one|two|three|nearly|almost|over|around|about) (?:half|thirds?|quarters?|fifths?|tenths?)(?: of)?\\b',
  '\\bhalf of\\b',
];
const DATE = [
  `\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?:,? ${YEAR})?(?![\\p{L}])`,
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
  `\\b(?:rise|rising|rose|fall|falling|fell|increas\\p{L}+|reduc\\p{L}+|cut|grow\\p{L}*|rais\\p{L}+|improv\\p{L}+|lower\\p{L}*)(?: [^ .;]+){0,8}? (?:by|to)(?: (?:at least|about|around|up to|over|an average of))? ${AMOUNT}`,
  `\\b(?:halv|doubl|trebl|tripl)(?:e|ing|ed|es)\\b`,
  `\\bby at least (?:half|${AMOUNT})`,
  `\\b(?:up|down|rising|falling) from (?:about |around )?${AMOUNT}`,
];
const NUMBER = [`(?<![\\p{L}\\d.,§#])${QUANTITY}(?![\\p{L}\\d])`];
const AREA_CODE = ['\\bE0[0-9]{7}\\b', '\\b(?:B|CV|DY|WS|WV)\\d{1,2}(?: ?\\d[A-Z]{2})?\\b'];

const EXPRESSIONS: Readonly<Record<Exclude<ValueKind, 'count'>, RegExp>> = {
  money: join(MONEY),
  percentage: join(PERCENTAGE),
  date: join(DATE),
  change: join(CHANGE),
  number: join(NUMBER),
  'area-code': new RegExp(AREA_CODE.join('|'), 'gu'),
};

/** Finds all values of a kind in prose. The result is in order and does not overlap. */
export function findValues(kind: Exclude<ValueKind, 'count'>, prose: string): readonly ProseRange[] {
  const found = [...prose.matchAll(EXPRESSIONS[kind])].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (kind !== 'number') return found;
  const dates = findValues('date', prose);
  // "5.1 Sixty residents": a paragraph's own number counts nothing.
  const numbering = /^\d+(?:\.\d+)*\.? (?=\p{Lu})/u.exec(prose)?.[0].length ?? 0;
  return found.filter((range) => range.start >= numbering && !dates.some((date) => overlaps(range, date)));
}

/**
 * Finds numbers of something: a number (or a share) that one of the `things` follows within three words.
 * The range runs from the number to the thing counted.
 */
export function findCounts(prose: string, things: readonly ProseRange[]): readonly ProseRange[] {
  if (things.length === 0) return [];
  const shares = findValues('percentage', prose);
  const plain = findValues('number', prose).filter((n) => !shares.some((share) => overlaps(n, share)));
  const numbers = [...plain, ...shares].sort((a, b) => a.start - b.start);
  return numbers.flatMap((number) => {
    const thing = things.find((t) => t.start >= number.end && isNear(prose.slice(number.end, t.start)));
    return thing === undefined ? [] : [{ start: number.start, end: thing.end }];
  });
}

/** Any words that may be counted, where nobody says what is. */
export function findWords(prose: string): readonly ProseRange[] {
  return [...prose.matchAll(/[\p{L}]{3,}/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** At most three words, and no end of a clause, between a number and what it counts. */
function isNear(between: string): boolean {
  return !/[.;:|(]/.test(between) && between.trim().split(' ').filter(Boolean).length <= 3;
}

function join(sources: readonly string[]): RegExp {
  return new RegExp(sources.map((source) => `(?:${source})`).join('|'), 'giu');
}
