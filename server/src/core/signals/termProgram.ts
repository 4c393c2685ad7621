import { type Alphabet, LATIN, SEPARATOR } from './alphabet';
import type { Term, TermNode } from './termTree';

/** What a position takes, and its `value`. */
const EXACT = 0;
const FOLDED = 1;
const ANY_SEPARATOR = 2;
const LETTER = 3;
const END = 4;

/**
 * Terms as positions of a nondeterministic automaton without empty steps: each takes one class of characters and knows the positions
 * that may come after it. (Glushkov, The abstract theory of automata, 1961; a term's own tree gives first and following positions.)
 */
export interface TermProgram {
  /** The positions that may come after those from `start` to `end` in a list which take a unit of this class; some may stand twice. */
  follow(positions: Int32Array, start: number, end: number, symbol: number): readonly number[];
  /** What ends at a position, by the number under which it was added, or -1. */
  endOf(position: number): number;
}

/** A program to which terms are added while texts are read. */
export interface GrowingProgram extends TermProgram {
  /** Adds a term without gaps; returns the positions at which it begins. `id` is what `endOf` gives at its end. */
  add(term: Term, id: number): readonly number[];
  /** Undefined when there is too much of it. */
  toData(): ProgramData | undefined;
}

/** A program as numbers, position by position. */
export interface ProgramData {
  readonly kinds: Uint8Array;
  readonly values: Uint16Array;
  /** How many positions may follow each. */
  readonly counts: Uint16Array;
  /** Of every `MARKED`th position, where those that may follow it begin in `follows`. */
  readonly marks: Int32Array;
  /** These, one position after the other, as distances: all of a term lie near each other. */
  readonly follows: Int16Array;
}

/** What can be told in sixteen bits, without and with a sign. */
const MOST = 0xffff;
const FARTHEST = 0x7fff;
/** Counts are added up from the last mark: there are hundreds of thousands of positions, of which a run asks for few. */
const MARKED = 32;

/** A program that was prepared, for texts of the same alphabet. */
export function openProgram({ kinds, values, counts, marks, follows }: ProgramData, alphabet: Alphabet): TermProgram {
  const startOf = (position: number): number => {
    const marked = position - (position % MARKED);
    let start = marks[marked / MARKED] ?? 0;
    for (let at = marked; at < position; at++) start += counts[at] ?? 0;
    return start;
  };
  return {
    follow(positions, start, end, symbol) {
      const following: number[] = [];
      const folded = alphabet.folded[symbol];
      const trait = alphabet.traits[symbol] ?? 0;
      for (let i = start; i < end; i++) {
        const position = positions[i] ?? 0;
        if (!takes(kinds[position], values[position], symbol, folded, trait)) continue;
        const first = startOf(position);
        for (let at = 0; at < (counts[position] ?? 0); at++) following.push(position + (follows[first + at] ?? 0));
      }
      return following;
    },
    endOf: (position) => (kinds[position] === END ? (values[position] ?? -1) : -1),
  };
}

export function startProgram(alphabet: Alphabet): GrowingProgram {
  const kinds: number[] = [];
  const values: number[] = [];
  const follows: (readonly number[])[] = [];
  const { folded } = alphabet;

  const addPosition = (kind: number, value: number, follow: readonly number[]) => {
    kinds.push(kind);
    values.push(value);
    return follows.push(follow) - 1;
  };

  /** Adds what a node takes before `next`; built from its end. */
  const compile = (node: TermNode, next: readonly number[], caseSensitive: boolean): readonly number[] => {
    switch (node.kind) {
      case 'character':
        return compileCharacter(node.character, next, caseSensitive);
      case 'separator':
        return [addPosition(ANY_SEPARATOR, 0, next)];
      case 'letters': {
        const follow: number[] = [];
        const letter = addPosition(LETTER, 0, follow);
        follow.push(letter, ...next);
        return follow;
      }
      case 'gap':
        // What stands on its two sides is looked for by itself.
        return next;
      case 'sequence':
        return node.parts.reduceRight((after, part) => compile(part, after, caseSensitive), next);
      case 'choice': {
        const firsts = node.branches.flatMap((branch) => compile(branch, next, caseSensitive));
        return [...new Set(node.optional ? [...firsts, ...next] : firsts)];
      }
    }
  };
  const compileCharacter = (character: string, next: readonly number[], caseSensitive: boolean) => {
    let follow = next;
    for (let i = character.length - 1; i >= 0; i--) {
      const symbol = alphabet.classOf(character.charCodeAt(i));
      follow = [
        caseSensitive ? addPosition(EXACT, symbol, follow) : addPosition(FOLDED, folded[symbol] ?? symbol, follow),
      ];
    }
    return follow;
  };
  return {
    add: ({ tree, caseSensitive }, id) => compile(tree, [addPosition(END, id, [])], caseSensitive),
    follow(positions, start, end, symbol) {
      const following: number[] = [];
      const trait = alphabet.traits[symbol] ?? 0;
      for (let i = start; i < end; i++) {
        const position = positions[i] ?? 0;
        if (takes(kinds[position], values[position], symbol, folded[symbol], trait))
          following.push(...(follows[position] ?? []));
      }
      return following;
    },
    endOf: (position) => (kinds[position] === END ? (values[position] ?? -1) : -1),
    toData() {
      const distances = follows.flatMap((own, position) => own.map((following) => following - position));
      if (values.some((value) => value > MOST) || distances.some((distance) => Math.abs(distance) > FARTHEST))
        return undefined;
      return {
        kinds: Uint8Array.from(kinds),
        values: Uint16Array.from(values),
        counts: Uint16Array.from(follows, (own) => own.length),
        marks: findMarks(follows),
        follows: Int16Array.from(distances),
      };
    },
  };
}

function findMarks(follows: readonly (readonly number[])[]): Int32Array {
  const marks: number[] = [];
  let start = 0;
  follows.forEach((own, position) => {
    if (position % MARKED === 0) marks.push(start);
    start += own.length;
  });
  return Int32Array.from(marks);
}

function takes(
  kind: number | undefined,
  value: number | undefined,
  symbol: number,
  folded: number | undefined,
  trait: number,
): boolean {
  if (kind === FOLDED) return value === folded;
  if (kind === EXACT) return value === symbol;
  if (kind === ANY_SEPARATOR) return (trait & SEPARATOR) !== 0;
  return kind === LETTER && (trait & LATIN) !== 0;
}
