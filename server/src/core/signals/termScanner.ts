import type { ProseRange } from '../text/proseRange';
import { type Alphabet, WHITE, WORD } from './alphabet';
import {
  addToHash,
  type CompiledTerms,
  compileTerms,
  type ListedTerm,
  LONG_LEAD,
  openTerms,
  type PreparedTerms,
  SHORT_LEAD,
  type SharedTerm,
  shareTerms,
} from './compiledTerms';
import { DEAD, startAutomaton, type TermAutomaton } from './termAutomaton';

/** Words of a list found in a prose. */
export interface TermMatch extends ProseRange {
  readonly item?: string;
}

/** What one pass over a prose found of all lists. */
export interface TermsFound {
  /** Matches of a list, from left to right, none overlapping another. */
  of(list: number): readonly TermMatch[];
  /** The lists of which something was found. */
  lists(): readonly number[];
}

/** Finds the terms of many lists in one pass over a prose. */
export interface TermScanner {
  scan(prose: string): TermsFound;
}

/** Gathers the lists that one scanner is to find. */
export interface TermLists {
  /** Returns the number by which `TermsFound.of` knows the list. Faulty terms are left out: the pack reader has reported them. */
  add(terms: readonly ListedTerm[]): number;
  readonly lists: readonly (readonly ListedTerm[])[];
}

const NONE: readonly TermMatch[] = [];

export function startTermLists(): TermLists {
  const lists: (readonly ListedTerm[])[] = [];
  return { lists, add: (terms) => lists.push(terms) - 1 };
}

/** Terms that begin with the same letters, put into the automaton when a text first holds these. */
interface Bucket {
  readonly terms: readonly number[];
  /** Negative until then. */
  start: number;
}

/**
 * Builds the scanner of many lists. Terms are kept by the letters with which they can begin, so that a word which begins none costs one
 * look-up; from there an automaton reads on as long as some term may still end. Where several terms of a list begin at a word the longest
 * is taken, and for a vocabulary the item named first that has it; what follows starts after it.
 */
export function buildTermScanner(lists: TermLists['lists'], prepared?: PreparedTerms): TermScanner {
  const terms = shareTerms(lists);
  const start = prepared?.count === terms.length ? openTerms(prepared) : compileTerms(terms);
  let machine = startMachine(terms, start());
  const ranks = new Int32Array(lists.length);
  return {
    scan(prose) {
      if (machine.automaton.isFull) machine = startMachine(terms, start());
      const findings = startFindings(ranks);
      scan(prose, machine, findings);
      return findings;
    },
  };
}

interface Machine {
  readonly terms: readonly SharedTerm[];
  readonly alphabet: Alphabet;
  readonly automaton: TermAutomaton;
  /** The state in which a word begins, by the hashes of its first letters. */
  startOf(long: number, short: number): number;
}

function startMachine(terms: readonly SharedTerm[], { alphabet, buckets, program, begin }: CompiledTerms): Machine {
  const automaton = startAutomaton(program, alphabet);
  const start = (bucket: Bucket): number => {
    if (bucket.start < 0) bucket.start = automaton.enter(bucket.terms.flatMap(begin));
    return bucket.start;
  };
  const other: Bucket = { terms: buckets.anywhere, start: -1 };
  const byShort = new Map<number, Bucket>();
  for (const [key, ids] of buckets.byShort) byShort.set(key, { terms: [...ids, ...buckets.anywhere], start: -1 });
  /** A word is in one bucket of its own and in one of its first letters, which many words share. */
  const both = new Map<number, Map<number, Bucket>>();
  const startOfBoth = (ids: readonly number[], long: number, short: number): number => {
    const known = both.get(long) ?? new Map<number, Bucket>();
    both.set(long, known);
    const bucket = known.get(short) ?? { terms: [...ids, ...(byShort.get(short) ?? other).terms], start: -1 };
    known.set(short, bucket);
    return start(bucket);
  };
  return {
    terms,
    alphabet,
    automaton,
    startOf(long, short) {
      const ids = buckets.byLong.get(long);
      return ids ? startOfBoth(ids, long, short) : start(byShort.get(short) ?? other);
    },
  };
}

/** Collects the matches of one prose by list. */
interface Findings extends TermsFound {
  /** A term stands at this range: noted in each of its lists, unless a match that began before reaches into it. */
  take(term: SharedTerm, start: number, end: number): void;
}

function startFindings(ranks: Int32Array): Findings {
  const found: (TermMatch[] | undefined)[] = [];
  const lists: number[] = [];
  return {
    of: (list) => found[list] ?? NONE,
    lists: () => lists,
    take({ uses }, start, end) {
      for (const { list, rank, item } of uses) {
        const matches = found[list] ?? [];
        if (matches.length === 0) {
          found[list] = matches;
          lists.push(list);
        }
        const last = matches.at(-1);
        if (last && (start > last.start ? start < last.end : !isBetter(end, rank, last.end, ranks[list] ?? 0)))
          continue;
        if (last?.start === start) matches.pop();
        matches.push({ start, end, item });
        ranks[list] = rank;
      }
    },
  };
}

function isBetter(end: number, rank: number, thanEnd: number, thanRank: number): boolean {
  return end > thanEnd || (end === thanEnd && rank < thanRank);
}

function scan(prose: string, machine: Machine, findings: Findings): void {
  const { traits, classOf } = machine.alphabet;
  // Zeros stand beyond the end: no class.
  const symbols = new Uint16Array(prose.length + LONG_LEAD);
  for (let at = 0; at < prose.length; at++) symbols[at] = classOf(prose.charCodeAt(at));
  let inWord = false;
  for (let at = 0; at < prose.length; at++) {
    const trait = traits[symbols[at] ?? 0] ?? 0;
    if (!inWord && (trait & WHITE) === 0) readTerms(symbols, at, machine, findings);
    inWord = (trait & WORD) !== 0;
  }
}

/** Reads on from where a word (or a sign) begins, as long as some term may still end. */
function readTerms(symbols: Uint16Array, start: number, machine: Machine, findings: Findings): void {
  const { alphabet, automaton, terms } = machine;
  const { size, traits } = alphabet;
  let state = startAt(symbols, start, machine);
  // Not before: the states in which the word begins may have been made just now.
  let { rows } = automaton;
  for (let at = start; state !== DEAD; at++) {
    const symbol = symbols[at] ?? 0;
    if (((traits[symbol] ?? 0) & WORD) === 0) {
      for (const id of automaton.endsIn(state) ?? NO_TERMS) {
        const term = terms[id];
        if (term) findings.take(term, start, at);
      }
    }
    if (symbol === 0) return;
    const next = rows[state * size + symbol] ?? DEAD;
    if (next >= 0) state = next;
    else {
      state = automaton.follow(state, symbol);
      rows = automaton.rows;
    }
  }
}

const NO_TERMS: readonly number[] = [];

/** Where to begin with the word at `start`: by its first letters or digits, fewer where the word is shorter, or a sign stands there. */
function startAt(symbols: Uint16Array, start: number, { alphabet: { traits, folded }, startOf }: Machine): number {
  let long = 0;
  let short = 0;
  for (let count = 0; count < LONG_LEAD; count++) {
    const symbol = symbols[start + count] ?? 0;
    if (((traits[symbol] ?? 0) & WORD) === 0) break;
    long = addToHash(long, folded[symbol] ?? 0);
    if (count < SHORT_LEAD) short = long;
  }
  return startOf(long, short);
}
