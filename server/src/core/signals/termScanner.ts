import type { ProseRange } from '../text/proseRange';
import { type Alphabet, buildAlphabet, unitsOf, WHITE, WORD } from './alphabet';
import { DEAD, startAutomaton, type TermAutomaton } from './termAutomaton';
import { findLeads } from './termLeads';
import { type GrowingProgram, openProgram, type ProgramData, startProgram, type TermProgram } from './termProgram';
import { parseTerm } from './termTree';

/** A term of a list, with the vocabulary item that it stands for, if any. */
export interface ListedTerm {
  readonly term: string;
  readonly item?: string;
}

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

/** So many letters of a word choose the terms that may begin with it; terms that are known by fewer letters are kept by these. */
const LONG_LEAD = 6;
const SHORT_LEAD = 3;
const NONE: readonly TermMatch[] = [];

export function startTermLists(): TermLists {
  const lists: (readonly ListedTerm[])[] = [];
  return { lists, add: (terms) => lists.push(terms) - 1 };
}

/** A distinct term and the places in lists where it stands. */
interface SharedTerm {
  readonly term: string;
  readonly uses: { readonly list: number; readonly rank: number; readonly item?: string }[];
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

/** All that a scanner works out of its terms before it reads a text, as data: what is prepared when a program is built need not be worked out in each run. */
export interface PreparedTerms {
  /** Of how many distinct terms. */
  readonly count: number;
  readonly units: string;
  readonly byLong: readonly (readonly [key: number, terms: readonly number[]])[];
  readonly byShort: readonly (readonly [key: number, terms: readonly number[]])[];
  readonly anywhere: readonly number[];
  readonly program: ProgramData;
  /** Where the first positions of each term begin in `firsts`, and of the last, where they end. */
  readonly firstStarts: Int32Array;
  readonly firsts: Int32Array;
}

/** Prepares what `buildTermScanner` makes of the same lists; undefined when they are too many. */
export function prepareTerms(lists: TermLists['lists']): PreparedTerms | undefined {
  const terms = shareTerms(lists);
  const units = unitsOf(terms.map(({ term }) => term));
  const alphabet = buildAlphabet(units);
  const { byLong, byShort, anywhere } = groupByLead(terms, alphabet);
  const program = startProgram(alphabet);
  const firsts = terms.map(({ term }, id) => addTerm(program, term, id));
  const firstStarts = new Int32Array(terms.length + 1);
  firsts.forEach((own, id) => {
    firstStarts[id + 1] = (firstStarts[id] ?? 0) + own.length;
  });
  const data = program.toData();
  return (
    data && {
      count: terms.length,
      units,
      byLong: [...byLong],
      byShort: [...byShort],
      anywhere,
      program: data,
      firstStarts,
      firsts: Int32Array.from(firsts.flat()),
    }
  );
}

/** Terms ready to be looked for, and where each begins. */
interface CompiledTerms {
  readonly alphabet: Alphabet;
  readonly buckets: Buckets;
  readonly program: TermProgram;
  begin(id: number): readonly number[];
}

/** Compiles each term when it may first stand in a text. What it returns starts anew each time. */
function compileTerms(terms: readonly SharedTerm[]): () => CompiledTerms {
  const alphabet = buildAlphabet(unitsOf(terms.map(({ term }) => term)));
  const buckets = groupByLead(terms, alphabet);
  return () => {
    const program = startProgram(alphabet);
    const firsts: (readonly number[] | undefined)[] = [];
    const begin = (id: number): readonly number[] => {
      firsts[id] ??= addTerm(program, terms[id]?.term ?? '', id);
      return firsts[id] ?? [];
    };
    return { alphabet, buckets, program, begin };
  };
}

function openTerms({
  units,
  byLong,
  byShort,
  anywhere,
  program,
  firstStarts,
  firsts,
}: PreparedTerms): () => CompiledTerms {
  const alphabet = buildAlphabet(units);
  const opened: CompiledTerms = {
    alphabet,
    buckets: { byLong: new Map(byLong), byShort: new Map(byShort), anywhere },
    program: openProgram(program, alphabet),
    begin: (id) => [...firsts.subarray(firstStarts[id], firstStarts[id + 1])],
  };
  return () => opened;
}

function shareTerms(lists: readonly (readonly ListedTerm[])[]): readonly SharedTerm[] {
  const shared = new Map<string, SharedTerm>();
  lists.forEach((list, at) => {
    list.forEach(({ term, item }, rank) => {
      const known = shared.get(term);
      if (known) known.uses.push({ list: at, rank, item });
      else shared.set(term, { term, uses: [{ list: at, rank, item }] });
    });
  });
  return [...shared.values()];
}

interface Buckets {
  /** By the hash of the first letters: words that fall together only have more terms to be tried. */
  readonly byLong: ReadonlyMap<number, readonly number[]>;
  readonly byShort: ReadonlyMap<number, readonly number[]>;
  /** Terms that can begin in any way. */
  readonly anywhere: readonly number[];
}

function groupByLead(terms: readonly SharedTerm[], alphabet: Alphabet): Buckets {
  const byLong = new Map<number, number[]>();
  const byShort = new Map<number, number[]>();
  const anywhere: number[] = [];
  terms.forEach(({ term }, id) => {
    const long = findLeads(term, LONG_LEAD);
    const leads = long ?? findLeads(term, SHORT_LEAD);
    if (!leads) anywhere.push(id);
    const buckets = long ? byLong : byShort;
    for (const lead of leads ?? []) {
      const key = hashLead(lead, alphabet);
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [id]);
      else if (bucket.at(-1) !== id) bucket.push(id);
    }
  });
  return { byLong, byShort, anywhere };
}

function hashLead(lead: string, { classOf, folded }: Alphabet): number {
  let hash = 0;
  for (let i = 0; i < lead.length; i++) hash = addToHash(hash, folded[classOf(lead.charCodeAt(i))] ?? 0);
  return hash;
}

function addToHash(hash: number, symbol: number): number {
  return (Math.imul(hash, 131) + symbol) | 0;
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

function addTerm(program: GrowingProgram, source: string, id: number): readonly number[] {
  const term = parseTerm(source);
  return term ? program.add(term, id) : [];
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
