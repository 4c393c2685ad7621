import { type Alphabet, LATIN, SEPARATOR, SPACE } from './alphabet';
import type { Term, TermNode } from './termTree';

/** What a position takes, and its `value`. */
const EXACT = 0;
const FOLDED = 1;
const ANY_SEPARATOR = 2;
const LETTER = 3;
const ONE_SPACE = 4;
const NO_SPACE = 5;
const END = 6;

/**
 * Terms as positions of a nondeterministic automaton without empty steps: each takes one class of characters and knows the positions
 * that may come after it. (Glushkov, The abstract theory of automata, 1961; a term's own tree gives first and following positions.)
 */
export interface TermProgram {
  takes(position: number, symbol: number): boolean;
  /** Adds the positions that may come after one to a list. */
  addFollowing(position: number, to: number[]): void;
  /** The term that ends at a position, or -1. */
  endOf(position: number): number;
  /**
   * The term that is still before the end of its gap at a position, or -1. Once such a term has ended it is over there: `a ... b`
   * reaches to the nearest `b`.
   */
  gapOf(position: number): number;
}

/** A program to which terms are added while texts are read. */
export interface GrowingProgram extends TermProgram {
  /** Adds a term; returns the positions at which it begins. `id` is what `endOf` gives at its end. */
  add(term: Term, id: number): readonly number[];
  /** Undefined when there is too much of it. */
  toData(): ProgramData | undefined;
}

/** A program as numbers, position by position. */
export interface ProgramData {
  readonly kinds: Uint8Array;
  readonly values: Uint16Array;
  readonly gaps: Int16Array;
  /** How many positions may follow each. */
  readonly counts: Uint16Array;
  /** These, one position after the other, as distances: all of a term lie near each other. */
  readonly follows: Int16Array;
}

/** So many terms and distances can be told in sixteen bits. */
const MOST = 0x7fff;

/** A program that was prepared, for texts of the same alphabet. */
export function openProgram({ kinds, values, gaps, counts, follows }: ProgramData, alphabet: Alphabet): TermProgram {
  const ends = new Int32Array(counts.length);
  for (let position = 0, end = 0; position < counts.length; position++) {
    end += counts[position] ?? 0;
    ends[position] = end;
  }
  return {
    takes: (position, symbol) => takes(kinds[position], values[position] ?? 0, symbol, alphabet),
    addFollowing(position, to) {
      const end = ends[position] ?? 0;
      for (let at = end - (counts[position] ?? 0); at < end; at++) to.push(position + (follows[at] ?? 0));
    },
    endOf: (position) => (kinds[position] === END ? (values[position] ?? -1) : -1),
    gapOf: (position) => gaps[position] ?? -1,
  };
}

export function startProgram(alphabet: Alphabet): GrowingProgram {
  const kinds: number[] = [];
  const values: number[] = [];
  const follows: (readonly number[])[] = [];
  const gaps: number[] = [];
  const { folded } = alphabet;

  const addPosition = (kind: number, value: number, follow: readonly number[], gap: number) => {
    kinds.push(kind);
    values.push(value);
    gaps.push(gap);
    return follows.push(follow) - 1;
  };

  /** Adds what a node takes before `next`; built from its end. */
  const compile = (node: TermNode, next: readonly number[], context: Compiling): readonly number[] => {
    switch (node.kind) {
      case 'character':
        return compileCharacter(node.character, next, context);
      case 'separator':
        return [addPosition(ANY_SEPARATOR, 0, next, context.gap)];
      case 'letters': {
        const follow: number[] = [];
        const letter = addPosition(LETTER, 0, follow, context.gap);
        follow.push(letter, ...next);
        return follow;
      }
      case 'gap':
        return compileGap(next, context);
      case 'sequence':
        return node.parts.reduceRight((after, part) => compile(part, after, context), next);
      case 'choice': {
        const firsts = node.branches.flatMap((branch) => compile(branch, next, context));
        return [...new Set(node.optional ? [...firsts, ...next] : firsts)];
      }
    }
  };
  const compileCharacter = (character: string, next: readonly number[], { caseSensitive, gap }: Compiling) => {
    let follow = next;
    for (let i = character.length - 1; i >= 0; i--) {
      const symbol = alphabet.classOf(character.charCodeAt(i));
      follow = [
        caseSensitive
          ? addPosition(EXACT, symbol, follow, gap)
          : addPosition(FOLDED, folded[symbol] ?? symbol, follow, gap),
      ];
    }
    return follow;
  };
  const compileGap = (next: readonly number[], context: Compiling): readonly number[] => {
    context.gap = context.id;
    const last = addPosition(ONE_SPACE, 0, next, context.gap);
    let begin: readonly number[] = [last];
    for (let words = 1; words <= MAX_GAP_WORDS; words++) {
      const follow: number[] = [];
      const word = addPosition(NO_SPACE, 0, follow, context.gap);
      follow.push(word, ...begin);
      begin = [addPosition(ONE_SPACE, 0, [word], context.gap), last];
    }
    return begin;
  };

  return {
    add: ({ tree, caseSensitive }, id) => compile(tree, [addPosition(END, id, [], -1)], { id, caseSensitive, gap: -1 }),
    takes: (position, symbol) => takes(kinds[position], values[position] ?? 0, symbol, alphabet),
    addFollowing(position, to) {
      for (const following of follows[position] ?? []) to.push(following);
    },
    endOf: (position) => (kinds[position] === END ? (values[position] ?? -1) : -1),
    gapOf: (position) => gaps[position] ?? -1,
    toData() {
      const distances = follows.flatMap((own, position) => own.map((following) => following - position));
      if (gaps.some((gap) => gap > MOST) || distances.some((distance) => Math.abs(distance) > MOST)) return undefined;
      return {
        kinds: Uint8Array.from(kinds),
        values: Uint16Array.from(values),
        gaps: Int16Array.from(gaps),
        counts: Uint16Array.from(follows, (own) => own.length),
        follows: Int16Array.from(distances),
      };
    },
  };
}

function takes(kind: number | undefined, value: number, symbol: number, { traits, folded }: Alphabet): boolean {
  const trait = traits[symbol] ?? 0;
  switch (kind) {
    case EXACT:
      return value === symbol;
    case FOLDED:
      return value === folded[symbol];
    case ANY_SEPARATOR:
      return (trait & SEPARATOR) !== 0;
    case LETTER:
      return (trait & LATIN) !== 0;
    case ONE_SPACE:
      return (trait & SPACE) !== 0;
    case NO_SPACE:
      return (trait & SPACE) === 0;
    default:
      return false;
  }
}

const MAX_GAP_WORDS = 4;

interface Compiling {
  readonly id: number;
  readonly caseSensitive: boolean;
  /** Set once a gap has been met: what comes before it in the text is compiled after it. */
  gap: number;
}
