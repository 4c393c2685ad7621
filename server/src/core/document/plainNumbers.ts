import { type Candidate, isCapitalTitle } from './plainLines';
import { toRoman } from './romanNumber';

/** One number alone is no row. */
const FEWEST = 2;
/** Numbers of several parts that are in order among others that are not. */
const FEWEST_DEEP = 4;
/** Numbers that are in order among a few that are not, and what share of all they are at least. */
const FEWEST_CHAIN = 4;
const SHARE_IN_ORDER = 0.6;
/** A longer paper has real headings; finding the longest chain takes time by the square of it. */
const MOST_NUMBERED = 400;

/**
 * The numbered lines that are headings: all, if their numbers are in order; or the most of them that are, where few are not (a figure at the
 * foot of a page, an item of a list); or those with numbers of several parts (`4.2`), when the others are rows of tables that lost their
 * lines; else none. And all that are set in, which count anew below each other.
 */
export function findNumbered(titled: readonly Candidate[]): ReadonlySet<Candidate> {
  const setIn = titled.filter(({ depth }) => depth > 0);
  const all = titled.filter(({ number, depth }) => number !== undefined && depth === 0);
  const chain = findLongestChain(all);
  if (chain.length === all.length || (chain.length >= FEWEST_CHAIN && chain.length >= all.length * SHARE_IN_ORDER))
    return new Set([...chain, ...setIn]);
  const deep = findLongestChain(all.filter(({ number = [] }) => number.length > 1));
  return new Set(deep.length >= FEWEST_DEEP ? [...deep, ...setIn] : setIn);
}

/**
 * The numbered lines, where they begin anew below other titles: each row in order from 1. Undefined where they are one row, or none begins.
 */
export function findRuns(titled: readonly Candidate[]): ReadonlySet<Candidate> | undefined {
  const runs: Candidate[][] = [];
  let isBelowTitle = true;
  for (const candidate of titled) {
    const { number, depth } = candidate;
    if (number === undefined) isBelowTitle = true;
    else if (depth > 0 || number.length > 1) return undefined;
    else if (number[0] === 1) {
      if (!isBelowTitle) return undefined;
      runs.push([candidate]);
      isBelowTitle = false;
    } else {
      if (!follows(runs.at(-1)?.at(-1), candidate)) return undefined;
      runs.at(-1)?.push(candidate);
      isBelowTitle = false;
    }
  }
  return runs.length >= FEWEST && runs.every(({ length }) => length >= FEWEST) ? new Set(runs.flat()) : undefined;
}

/**
 * The lines with letters, or Roman numerals, that are headings: a row from the first on. Those in capitals are headings whatever their order;
 * others may be names (`J. Smith`).
 */
export function findLettered(titled: readonly Candidate[]): ReadonlySet<Candidate> {
  const all = titled.filter(({ letter }) => letter !== undefined);
  const inCapitals = all.filter(({ text }) => isCapitalTitle(text));
  const rows = [toRoman, toPlace].map((read) =>
    findLongestChain(all.flatMap((one) => withNumber(one, read(one.letter ?? '')))),
  );
  const longest = rows.reduce((a, b) => (b.length > a.length ? b : a), []);
  const isRow =
    longest.length >= FEWEST && longest[0]?.number?.[0] === 1 && longest.length >= all.length * SHARE_IN_ORDER;
  const places = new Set(isRow ? longest.map(({ block }) => block) : []);
  return new Set(all.filter((one) => places.has(one.block) || inCapitals.includes(one)));
}

function withNumber(candidate: Candidate, number: number | undefined): readonly Candidate[] {
  return number === undefined ? [] : [{ ...candidate, number: [number] }];
}

/** 1 for `A`. */
function toPlace(letter: string): number | undefined {
  return letter.length === 1 ? letter.charCodeAt(0) - 64 : undefined;
}

/** The longest row of candidates each of which comes after the one before; of two as long the first. */
function findLongestChain(candidates: readonly Candidate[]): readonly Candidate[] {
  const ends: { readonly length: number; readonly before: number }[] = [];
  candidates.slice(0, MOST_NUMBERED).forEach((candidate, at) => {
    let best = { length: 1, before: -1 };
    for (let before = 0; before < at; before++) {
      const length = (ends[before]?.length ?? 0) + 1;
      if (length > best.length && follows(candidates[before], candidate)) best = { length, before };
    }
    ends.push(best);
  });
  const longest = ends.reduce((most, { length }) => Math.max(most, length), 0);
  const chain: Candidate[] = [];
  for (let at = ends.findIndex(({ length }) => length === longest); at >= 0; at = ends[at]?.before ?? -1) {
    const candidate = candidates[at];
    if (candidate) chain.unshift(candidate);
  }
  return chain;
}

/** The number comes after the one before, and a main one leaves out none or one: what a converter lost. */
function follows(before: Candidate | undefined, { number = [] }: Candidate): boolean {
  const earlier = before?.number ?? [];
  const differs = number.findIndex((part, place) => part !== earlier[place]);
  const step = (number[differs] ?? 0) - (earlier[differs] ?? 0);
  return differs >= 0 && step > 0 && (differs > 0 || step <= 2);
}
