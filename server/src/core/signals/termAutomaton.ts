import { type Alphabet, WORD } from './alphabet';
import type { TermProgram } from './termProgram';

/** The state from which nothing can be reached. */
export const DEAD = 0;

/**
 * The positions of a program made deterministic while texts are read (Thompson, Regular expression search algorithm, 1968, with the
 * states kept, as in RE2): a state is the set of positions that are alive, and is made when it is first met. A text of a megabyte
 * meets some thousands.
 */
export interface TermAutomaton {
  /** Grows when states are added; read it again after `follow`. Row of a state, then class: the next state, or -1 when not yet known. */
  readonly rows: Int16Array;
  /** The state of a set of positions. */
  enter(positions: readonly number[]): number;
  /** The next state, made if need be. */
  follow(state: number, symbol: number): number;
  /** Terms that end in a state where no word goes on; undefined for none. */
  endsIn(state: number): readonly number[] | undefined;
  readonly isFull: boolean;
}

const UNKNOWN = -1;
/** The last state that a row can name, in sixteen bits. */
const LAST_NAMED = 0x7fff;
/** Beyond so many states the automaton is thrown away before the next text and made again: texts cannot make it grow without end. */
const MOST_STATES = 0x7000;

export function startAutomaton(program: TermProgram, alphabet: Alphabet): TermAutomaton {
  const { size } = alphabet;
  const members: (readonly number[])[] = [];
  const ends: (readonly number[] | undefined)[] = [];
  const known = new Map<string, number>();
  // Short numbers: the rows of a long text are to stay in the processor's cache.
  let rows = new Int16Array(size * 256).fill(UNKNOWN);

  const enter = (positions: readonly number[]): number => {
    const sorted = [...new Set(positions)].sort((a, b) => a - b);
    const key = sorted.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const state = members.push(sorted) - 1;
    const terms = sorted.map((position) => program.endOf(position)).filter((term) => term >= 0);
    ends.push(terms.length > 0 ? terms : undefined);
    known.set(key, state);
    if ((state + 1) * size > rows.length) {
      const grown = new Int16Array(rows.length * 2).fill(UNKNOWN);
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
      return members.length > MOST_STATES;
    },
    enter,
    follow(state, symbol) {
      const over = ((alphabet.traits[symbol] ?? 0) & WORD) === 0 ? ends[state] : undefined;
      const next: number[] = [];
      for (const position of members[state] ?? []) {
        if (!program.takes(position, symbol) || over?.includes(program.gapOf(position))) continue;
        program.addFollowing(position, next);
      }
      const found = enter(next);
      // Those that a single text adds beyond are looked up each time.
      if (found <= LAST_NAMED) rows[state * size + symbol] = found;
      return found;
    },
    endsIn: (state) => ends[state],
  };
}
