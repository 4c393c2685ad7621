import { startNumberLists } from '../numberLists';
import type { Alphabet } from './alphabet';
import type { TermProgram } from './termProgram';

/** The state from which nothing can be reached. */
export const DEAD = 0;

/**
 * The positions of a program made deterministic while texts are read (Thompson, Regular expression search algorithm, 1968, with the
 * states kept, as in RE2): a state is the set of positions that are alive, and is made when it is first met. A text of a megabyte
 * meets some thousands.
 */
export interface TermAutomaton {
  /** Grows when states are added; read it again after `follow`. Row of a state, then class: the next state, or `UNKNOWN`. */
  readonly rows: Uint16Array;
  /** The state of a set of positions. */
  enter(positions: readonly number[]): number;
  /** The next state, made if need be. */
  follow(state: number, symbol: number): number;
  /** Terms that end in a state where no word goes on; undefined for none. */
  endsIn(state: number): readonly number[] | undefined;
  readonly isFull: boolean;
}

/** In a row: not yet made. */
export const UNKNOWN = 0xffff;
/** Beyond so many states the automaton is thrown away before the next text and made again: texts cannot make it grow without end. */
const MOST_STATES = 0xe000;

export function startAutomaton(program: TermProgram, alphabet: Alphabet): TermAutomaton {
  const { size } = alphabet;
  /** Each state is the list of its positions, in order. */
  const states = startNumberLists();
  const ends: (readonly number[] | undefined)[] = [];
  let list = new Int32Array(256);
  // Short numbers: the rows of a long text are to stay in the processor's cache.
  let rows = new Uint16Array(size * 256).fill(UNKNOWN);

  const enter = (positions: readonly number[]): number => {
    if (positions.length > list.length) list = new Int32Array(2 * positions.length);
    const length = sortOnce(positions, list);
    const state = states.add(list, length);
    if (state < ends.length) return state;
    let ended: number[] | undefined;
    for (let at = 0; at < length; at++) {
      const term = program.endOf(list[at] ?? 0);
      if (term >= 0) ended = [...(ended ?? []), term];
    }
    ends.push(ended);
    if (states.count * size > rows.length) {
      const grown = new Uint16Array(rows.length * 2).fill(UNKNOWN);
      grown.set(rows);
      rows = grown;
    }
    return state;
  };
  enter([]);
  rows.fill(DEAD, 0, size);

  return {
    get rows() {
      return rows;
    },
    get isFull() {
      return states.count > MOST_STATES;
    },
    enter,
    follow(state, symbol) {
      const found = enter(program.follow(states.numbers, states.startOf(state), states.startOf(state + 1), symbol));
      // Those that a single text adds beyond are looked up each time.
      if (found < UNKNOWN) rows[state * size + symbol] = found;
      return found;
    },
    endsIn: (state) => ends[state],
  };
}

/** Writes numbers in order, each once, into an array that has room for them; returns how many these are. */
function sortOnce(numbers: readonly number[], into: Int32Array): number {
  into.set(numbers);
  const sorted = into.subarray(0, numbers.length).sort();
  let length = 0;
  for (const number of sorted) {
    if (length > 0 && into[length - 1] === number) continue;
    into[length++] = number;
  }
  return length;
}
