import { sortOnce } from '../sortShort';
import { type Alphabet, buildAlphabet, unitsOf } from './alphabet';
import { findFirstLetters, findFirstLettersOf } from './firstLetters';
import type { TermStates } from './termAutomaton';
import { splitAtGaps } from './termGaps';
import { type GrowingProgram, openProgram, type ProgramData, startProgram, type TermProgram } from './termProgram';
import { GAP, parseTerm, type Term } from './termTree';

/** A term of a list, with the vocabulary item that it stands for, if any. */
export interface ListedTerm {
  readonly term: string;
  readonly item?: string;
}

/** A distinct term and the places in lists where it stands. */
export interface SharedTerm {
  readonly term: string;
  readonly uses: { readonly list: number; readonly rank: number; readonly item?: string }[];
}

/** What stands between two gaps of a term, in one of the ways to read it. */
export interface TermPart {
  /** Number of the term. */
  readonly term: number;
  /** Number of the way, over all terms. */
  readonly way: number;
  /** Its place in the way, from 0. */
  readonly place: number;
  readonly isLast: boolean;
}

/** All that a scanner works out of its terms before it reads a text, as data: what is prepared when a program is built need not be worked out in each run. */
export interface PreparedTerms {
  /** Of how many distinct terms. */
  readonly count: number;
  readonly units: string;
  readonly parts: readonly TermPart[];
  readonly program: ProgramData;
  /** By class of the alphabet, where what `CompiledTerms.begin` gives for it begins in `firsts`, and of the last, where it ends. */
  readonly firstStarts: Int32Array;
  readonly firsts: Int32Array;
  /** The states that most texts meet. */
  readonly met?: TermStates;
}

/** Prepares what `buildTermScanner` makes of the same lists; undefined when they are too many. */
export function prepareTerms(lists: readonly (readonly ListedTerm[])[]): PreparedTerms | undefined {
  const terms = shareTerms(lists);
  const units = findUnits(terms);
  const alphabet = buildAlphabet(units);
  const program = startProgram(alphabet);
  const { parts, begin } = compileByLetter(terms, program, alphabet);
  const firsts = Array.from({ length: alphabet.size }, (_, symbol) => begin(symbol));
  const firstStarts = new Int32Array(firsts.length + 1);
  firsts.forEach((own, symbol) => {
    firstStarts[symbol + 1] = (firstStarts[symbol] ?? 0) + own.length;
  });
  const data = program.toData();
  return (
    data && {
      count: terms.length,
      units,
      parts,
      program: data,
      firstStarts,
      firsts: Int32Array.from(firsts.flatMap((own) => [...own])),
    }
  );
}

/** Terms ready to be looked for. What the program finds is a term without gaps, by its number, or one of `parts`, whose numbers follow. */
export interface CompiledTerms {
  readonly alphabet: Alphabet;
  readonly program: TermProgram;
  readonly parts: readonly TermPart[];
  readonly met?: TermStates;
  /** The positions at which may begin what begins with a letter or digit, by its folded class; by 0, with anything else. In order, each once. */
  begin(symbol: number): Int32Array;
}

/** Compiles each term when a text first holds a word that begins as it does; alphabet and parts are worked out at once. */
export function compileTerms(terms: readonly SharedTerm[]): CompiledTerms {
  const alphabet = buildAlphabet(findUnits(terms));
  const program = startProgram(alphabet);
  return { alphabet, program, ...compileByLetter(terms, program, alphabet) };
}

/** Takes over what was prepared; nothing is compiled any more. */
export function openTerms({ units, parts, program, firstStarts, firsts, met }: PreparedTerms): CompiledTerms {
  const alphabet = buildAlphabet(units);
  return {
    alphabet,
    program: openProgram(program, alphabet),
    parts,
    met,
    begin: (symbol) => firsts.subarray(firstStarts[symbol], firstStarts[symbol + 1]),
  };
}

function findUnits(terms: readonly SharedTerm[]): string {
  return unitsOf(terms.map(({ term }) => term));
}

/** The distinct terms of some lists: the place of a term is its number. */
export function shareTerms(lists: readonly (readonly ListedTerm[])[]): readonly SharedTerm[] {
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

/** A term without gaps, or a part of one that has them. */
interface Piece {
  /** Undefined where it can begin with a sign: it is tried wherever a word or a sign begins. */
  readonly letters: readonly string[] | undefined;
  read(): Term | undefined;
}

function compileByLetter(terms: readonly SharedTerm[], program: GrowingProgram, alphabet: Alphabet) {
  const { pieces, parts } = cutIntoPieces(terms);
  const byLetter = new Map<number, Set<number>>();
  const anywhere = new Set<number>();
  pieces.forEach((piece, id) => {
    if (piece && !piece.letters) anywhere.add(id);
    for (const letter of piece?.letters ?? []) {
      const symbol = alphabet.folded[alphabet.classOf(letter.charCodeAt(0))] ?? 0;
      byLetter.set(symbol, (byLetter.get(symbol) ?? new Set()).add(id));
    }
  });
  const firsts: (readonly number[] | undefined)[] = [];
  const compile = (id: number): readonly number[] => {
    const made = firsts[id];
    if (made) return made;
    const term = pieces[id]?.read();
    firsts[id] = term ? program.add(term, id) : [];
    return firsts[id] ?? [];
  };
  return { parts, begin: (symbol: number) => inOrder([...(byLetter.get(symbol) ?? []), ...anywhere].flatMap(compile)) };
}

/** The numbers in order, each once. */
function inOrder(numbers: readonly number[]): Int32Array {
  const sorted = new Int32Array(numbers.length);
  return sorted.subarray(0, sortOnce(numbers, sorted));
}

/** The terms, in the place of each that has gaps nothing, and behind them all parts of those. */
function cutIntoPieces(terms: readonly SharedTerm[]) {
  const parts: TermPart[] = [];
  const ofParts: Piece[] = [];
  let way = 0;
  const pieces = terms.map(({ term }, number): Piece | undefined => {
    if (!term.includes(GAP)) return { letters: findFirstLettersOf(term), read: () => parseTerm(term) };
    const whole = parseTerm(term);
    for (const trees of (whole && splitAtGaps(whole.tree)) ?? []) {
      trees.forEach((tree, place) => {
        parts.push({ term: number, way, place, isLast: place === trees.length - 1 });
        ofParts.push({ letters: findFirstLetters(tree), read: () => whole && { ...whole, tree } });
      });
      way++;
    }
    return undefined;
  });
  return { pieces: [...pieces, ...ofParts], parts };
}
