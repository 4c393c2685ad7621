import { UNMADE } from '../madeMoves';
import type { ProseRange } from '../text/proseRange';
import { type Alphabet, SPACE, WHITE, WORD } from './alphabet';
import {
  type CompiledTerms,
  compileTerms,
  type ListedTerm,
  openTerms,
  type PreparedTerms,
  type SharedTerm,
  shareTerms,
} from './compiledTerms';
import { HitList } from './hitList';
import { type GapBetween, type PartJoiner, startJoiner } from './joinParts';
import { DEAD, startAutomaton, type TermAutomaton, type TermStates } from './termAutomaton';
import { MAX_GAP_WORDS } from './termTree';

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
  /** The states that the texts so far have met. */
  met(): TermStates;
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

/**
 * Builds the scanner of many lists. From where a word begins, an automaton reads on as long as some term may still end. Where several terms of
 * a list begin at a word the longest is taken, and for a vocabulary the item named first that has it; what follows starts after it.
 */
export function buildTermScanner(lists: TermLists['lists'], prepared?: PreparedTerms): TermScanner {
  const terms = shareTerms(lists);
  const compiled = prepared?.count === terms.length ? openTerms(prepared) : compileTerms(terms);
  let machine = startMachine(terms, compiled);
  const ranks = new Int32Array(lists.length);
  return {
    scan(prose) {
      if (machine.automaton.isFull) machine = startMachine(terms, compiled);
      const findings = startFindings(ranks);
      scan(prose, machine, findings);
      return findings;
    },
    met: () => machine.automaton.toData(),
  };
}

interface Machine {
  readonly terms: readonly SharedTerm[];
  readonly alphabet: Alphabet;
  readonly automaton: TermAutomaton;
  readonly joiner: PartJoiner;
  /** What stands in the text that is being read: terms without gaps, and parts of those that have them. */
  readonly whole: HitList;
  readonly met: HitList;
  /** The text that is being read, as classes of its units: the room is used again for the next. */
  symbols: Uint16Array;
  /** The state in which a word begins, by the class of what it begins with. */
  startOf(symbol: number): number;
}

function startMachine(terms: readonly SharedTerm[], { alphabet, program, parts, met, begin }: CompiledTerms): Machine {
  const automaton = startAutomaton(program, alphabet, met);
  const { traits, folded } = alphabet;
  const starts = new Int32Array(alphabet.size).fill(NOT_MADE);
  return {
    terms,
    alphabet,
    automaton,
    joiner: startJoiner(parts),
    whole: new HitList(),
    met: new HitList(),
    symbols: new Uint16Array(),
    startOf(symbol) {
      const first = ((traits[symbol] ?? 0) & WORD) === 0 ? 0 : (folded[symbol] ?? 0);
      if (starts[first] === NOT_MADE) starts[first] = automaton.enter(begin(first));
      return starts[first] ?? DEAD;
    },
  };
}

const NOT_MADE = -1;

/** Collects the matches of one prose by list. */
interface Findings extends TermsFound {
  /** A term stands at this range: noted in each of its lists, unless a match that began before reaches into it. */
  take(term: SharedTerm, start: number, end: number): void;
}

function startFindings(ranks: Int32Array): Findings {
  // Few lists of many have a term in a text.
  const found = new Map<number, TermMatch[]>();
  return {
    of: (list) => found.get(list) ?? NONE,
    lists: () => [...found.keys()],
    take({ uses }, start, end) {
      for (const { list, rank, item } of uses) {
        const match = { start, end, item };
        const matches = found.get(list);
        const last = matches?.at(-1);
        if (!matches || !last) {
          found.set(list, [match]);
          ranks[list] = rank;
          continue;
        }
        if (start > last.start ? start < last.end : !isBetter(end, rank, last.end, ranks[list] ?? 0)) continue;
        if (last.start === start) matches.pop();
        matches.push(match);
        ranks[list] = rank;
      }
    },
  };
}

function isBetter(end: number, rank: number, thanEnd: number, thanRank: number): boolean {
  return end > thanEnd || (end === thanEnd && rank < thanRank);
}

function scan(prose: string, machine: Machine, findings: Findings): void {
  const { terms, joiner, whole, met } = machine;
  const { traits, classOf } = machine.alphabet;
  if (machine.symbols.length <= prose.length) machine.symbols = new Uint16Array(2 * prose.length + 1);
  const { symbols } = machine;
  for (let at = 0; at < prose.length; at++) symbols[at] = classOf(prose.charCodeAt(at));
  // No class: the end.
  symbols[prose.length] = 0;
  whole.clear();
  met.clear();
  let inWord = false;
  for (let at = 0; at < prose.length; at++) {
    const trait = traits[symbols[at] ?? 0] ?? 0;
    if (!inWord && (trait & WHITE) === 0) readTerms(symbols, at, machine);
    inWord = (trait & WORD) !== 0;
  }
  const joined = joiner.join(met, (end, start) => findGap(symbols, traits, end, start));
  takeInOrder(whole, joined, (id, start, end) => {
    const shared = terms[id];
    if (shared) findings.take(shared, start, end);
  });
}

/** A gap is a space, or some words with one space before and behind each. */
function findGap(symbols: Uint16Array, traits: Uint8Array, end: number, start: number): GapBetween {
  const isSpace = (at: number) => ((traits[symbols[at] ?? 0] ?? 0) & SPACE) !== 0;
  if (!isSpace(end)) return 'never';
  if (start <= end) return 'later';
  let words = 0;
  for (let at = end + 1; at < start; at++) {
    if (!isSpace(at)) continue;
    words++;
    if (words > MAX_GAP_WORDS || isSpace(at - 1)) return 'never';
  }
  return isSpace(start - 1) ? 'near' : 'later';
}

/** Takes terms without gaps, which are in order, and the few with gaps among them, by their beginnings; of those that begin together, the former first. */
function takeInOrder(whole: HitList, joined: HitList, take: (id: number, start: number, end: number) => void): void {
  const left = Array.from({ length: joined.count }, (_, at) => at);
  left.sort((a, b) => (joined.starts[b] ?? 0) - (joined.starts[a] ?? 0));
  const takeJoined = (before: number) => {
    for (let at = left.at(-1); at !== undefined && (joined.starts[at] ?? 0) < before; at = left.at(-1)) {
      take(joined.ids[at] ?? 0, joined.starts[at] ?? 0, joined.ends[at] ?? 0);
      left.pop();
    }
  };
  for (let at = 0; at < whole.count; at++) {
    const start = whole.starts[at] ?? 0;
    if (left.length > 0) takeJoined(start);
    take(whole.ids[at] ?? 0, start, whole.ends[at] ?? 0);
  }
  takeJoined(Number.POSITIVE_INFINITY);
}

/** Reads on from where a word (or a sign) begins, as long as some term may still end. */
function readTerms(symbols: Uint16Array, start: number, machine: Machine): void {
  const { alphabet, automaton, terms, startOf, whole, met } = machine;
  const { size, traits } = alphabet;
  let state = startOf(symbols[start] ?? 0);
  // Not before: the state in which the word begins may have been made just now.
  let { rows } = automaton;
  for (let at = start; state !== DEAD; at++) {
    const symbol = symbols[at] ?? 0;
    if (((traits[symbol] ?? 0) & WORD) === 0) {
      for (const id of automaton.endsIn(state)) {
        if (id < terms.length) whole.add(id, start, at);
        else met.add(id - terms.length, start, at);
      }
    }
    if (symbol === 0) return;
    const next = rows[state * size + symbol] ?? DEAD;
    if (next !== UNMADE) state = next;
    else {
      state = automaton.follow(state, symbol);
      rows = automaton.rows;
    }
  }
}
