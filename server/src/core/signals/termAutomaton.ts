import { collectMoves, growMoves, type MadeMoves, roomFor, startMoves, UNMADE } from '../madeMoves';
import { type NumberListsData, startNumberLists } from '../numberLists';
import { sortOnce } from '../sortShort';
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
  /** Grows when states are added; read it again after `follow`. Row of a state, then class: the next state, or `UNMADE`. */
  readonly rows: Uint16Array;
  /** The state of a set of positions, which are in order, each once. */
  enter(positions: Int32Array): number;
  /** The next state, made if need be. */
  follow(state: number, symbol: number): number;
  /** Terms that end in a state where no word goes on. */
  endsIn(state: number): readonly number[];
  readonly isFull: boolean;
  toData(): TermStates;
}

/** The states that texts have met, as data, and what they made of `rows`. */
export interface TermStates extends NumberListsData, MadeMoves {}

/** Beyond so many states the automaton is thrown away before the next text and made again: texts cannot make it grow without end. */
const MOST_STATES = 0xe000;

/** States that come new before there must be more room. */
const LEAST_ROOM = 256;
const NO_TERMS: readonly number[] = [];

/** Begins with the states that other texts have met, of the same program and alphabet, or with none. */
export function startAutomaton(program: TermProgram, alphabet: Alphabet, met?: TermStates): TermAutomaton {
  const { size } = alphabet;
  /** Each state is the list of its positions, in order. */
  const states = startNumberLists(met);
  /** By state, of those that were asked for; as long as the states are many, since an array with far gaps is slow. */
  const ends = new Array<readonly number[] | undefined>(states.count).fill(undefined);
  let list = new Int32Array(256);
  // Short numbers: the rows of a long text are to stay in the processor's cache.
  let rows = startMoves(size * roomFor(states.count, LEAST_ROOM), met);

  const enter = (positions: Int32Array, length: number): number => {
    const state = states.add(positions, length);
    if (state === ends.length) ends.push(undefined);
    if (states.count * size > rows.length) rows = growMoves(rows);
    return state;
  };
  const findEnds = (state: number): readonly number[] => {
    let ended = NO_TERMS;
    for (let at = states.startOf(state); at < states.startOf(state + 1); at++) {
      const term = program.endOf(states.numbers[at] ?? 0);
      if (term >= 0) ended = [...ended, term];
    }
    ends[state] = ended;
    return ended;
  };
  enter(list, 0);
  rows.fill(DEAD, 0, size);

  return {
    get rows() {
      return rows;
    },
    get isFull() {
      return states.count > MOST_STATES;
    },
    enter: (positions) => enter(positions, positions.length),
    follow(state, symbol) {
      const following = program.follow(states.numbers, states.startOf(state), states.startOf(state + 1), symbol);
      if (following.length > list.length) list = new Int32Array(2 * following.length);
      const found = enter(list, sortOnce(following, list));
      // Those that a single text adds beyond are looked up each time.
      if (found < UNMADE) rows[state * size + symbol] = found;
      return found;
    },
    endsIn: (state) => ends[state] ?? findEnds(state),
    toData: () => ({ ...states.toData(), ...collectMoves(rows) }),
  };
}
