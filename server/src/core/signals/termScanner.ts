import type { ProseRange } from '../text/proseRange';
import { type Alphabet, buildAlphabet, WHITE, WORD } from './alphabet';
import { DEAD, startAutomaton, type TermAutomaton } from './termAutomaton';
import { findLeads } from './termLeads';
import { startProgram, type TermProgram } from './termProgram';
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

const KEY_LENGTH = 3;
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
  start: number;
}

/**
 * Builds the scanner of many lists. Terms are kept by the letters with which they can begin, so that a word which begins none costs one
 * look-up; from there an automaton reads on as long as some term may still end. Where several terms of a list begin at a word the longest
 * is taken, and for a vocabulary the item named first that has it; what follows starts after it.
 */
export function buildTermScanner(lists: readonly (readonly ListedTerm[])[]): TermScanner {
  const terms = shareTerms(lists);
  const alphabet = buildAlphabet(terms.map(({ term }) => term));
  const buckets = groupByLead(terms, alphabet);
  let machine = startMachine(terms, alphabet, buckets);
  const ranks = new Int32Array(lists.length);
  return {
    scan(prose) {
      if (machine.automaton.isFull) machine = startMachine(terms, alphabet, buckets);
      const findings = startFindings(ranks);
      scan(prose, machine, findings);
      return findings;
    },
  };
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
  readonly byKey: ReadonlyMap<number, readonly number[]>;
  /** Terms that can begin in any way. */
  readonly anywhere: readonly number[];
}

function groupByLead(terms: readonly SharedTerm[], alphabet: Alphabet): Buckets {
  const byKey = new Map<number, number[]>();
  const anywhere: number[] = [];
  terms.forEach(({ term }, id) => {
    const leads = findLeads(term, KEY_LENGTH);
    if (!leads) anywhere.push(id);
    for (const lead of leads ?? []) {
      const key = keyOf(lead, alphabet);
      const bucket = byKey.get(key);
      if (bucket) bucket.push(id);
      else byKey.set(key, [id]);
    }
  });
  return { byKey, anywhere };
}

function keyOf(lead: string, { classOf, folded, size }: Alphabet): number {
  let key = 0;
  for (let i = 0; i < KEY_LENGTH; i++) {
    key = key * size + (i < lead.length ? (folded[classOf(lead.charCodeAt(i))] ?? 0) : 0);
  }
  return key;
}

interface Machine {
  readonly terms: readonly SharedTerm[];
  readonly alphabet: Alphabet;
  readonly automaton: TermAutomaton;
  /** The state in which a word with this key begins. */
  startOf(key: number): number;
}

function startMachine(terms: readonly SharedTerm[], alphabet: Alphabet, buckets: Buckets): Machine {
  const program = startProgram(alphabet);
  const automaton = startAutomaton(program, alphabet);
  const firsts: (readonly number[] | undefined)[] = [];
  const open = new Map<number, Bucket>();
  for (const [key, ids] of buckets.byKey) open.set(key, { terms: ids, start: -1 });
  const other: Bucket = { terms: [], start: -1 };
  const begin = (id: number): readonly number[] => {
    firsts[id] ??= addTerm(program, terms[id]?.term ?? '', id);
    return firsts[id] ?? [];
  };
  return {
    terms,
    alphabet,
    automaton,
    startOf(key) {
      const bucket = open.get(key) ?? other;
      if (bucket.start < 0) bucket.start = automaton.enter([...bucket.terms, ...buckets.anywhere].flatMap(begin));
      return bucket.start;
    },
  };
}

function addTerm(program: TermProgram, source: string, id: number): readonly number[] {
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
  const symbols = new Uint16Array(prose.length + KEY_LENGTH);
  for (let at = 0; at < prose.length; at++) symbols[at] = classOf(prose.charCodeAt(at));
  let inWord = false;
  for (let at = 0; at < prose.length; at++) {
    const trait = traits[symbols[at] ?? 0] ?? 0;
    if (!inWord && (trait & WHITE) === 0) readTerms(symbols, at, machine, findings);
    inWord = (trait & WORD) !== 0;
  }
}

/** Reads on from where a word (or a sign) begins, as long as some term may still end. */
function readTerms(
  symbols: Uint16Array,
  start: number,
  { alphabet, automaton, startOf, terms }: Machine,
  findings: Findings,
): void {
  const { size, traits } = alphabet;
  let { rows } = automaton;
  let state = startOf(keyAt(symbols, start, alphabet));
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

/** The key of the first three letters or digits from `start`; of fewer where the word is shorter, or a sign stands there. */
function keyAt(symbols: Uint16Array, start: number, { size, traits, folded }: Alphabet): number {
  let key = 0;
  let inWord = true;
  for (let at = start; at < start + KEY_LENGTH; at++) {
    const symbol = symbols[at] ?? 0;
    inWord &&= ((traits[symbol] ?? 0) & WORD) !== 0;
    key = key * size + (inWord ? (folded[symbol] ?? 0) : 0);
  }
  return key;
}
