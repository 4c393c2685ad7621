import type { PatternProgram } from './patternProgram';
import type { Assertion } from './patternTree';
import type { UnitClasses } from './unitClasses';

/** Nothing can be matched any more. */
export const DEAD = 0;
/** Of a move: a match ends before the unit that was read. */
const MATCHED = 1;

/**
 * A program made deterministic while texts are read, as RE2's forward automaton is (Cox, Regular expression matching in the wild, 2010):
 * a state is the list of steps that are waiting, in order of preference, and each list is made when it is first met. All that stands
 * behind a match in the list is dropped, so that the last match met is the one that a backtracking engine would find first.
 */
export interface PatternAutomaton {
  /** The state at the beginning of a match. */
  start(atStart: boolean, afterWord: boolean): number;
  /** The move from a state by the class of the next unit, 0 for the end of the text: the next state times two, plus one for a match. */
  move(state: number, symbol: number): number;
}

interface State {
  readonly waiting: readonly number[];
  readonly atStart: boolean;
  readonly afterWord: boolean;
  /** What `open` found, by what stands after. */
  readonly taking: (readonly number[])[];
}

const UNKNOWN = -1;
/** Classes beyond it are rare: their moves are made each time. */
const ROW = 128;
/** Beyond it all is forgotten and made again: no text can make the automaton grow without end. */
const MOST_STATES = 20_000;

export function hasMatched(move: number): boolean {
  return (move & MATCHED) !== 0;
}

export function startPatternAutomaton(program: PatternProgram, classes: UnitClasses): PatternAutomaton {
  const looksBack = program.steps.some((step) => step.kind === 'assertion');
  const known = new Map<string, number>();
  const states: State[] = [];
  /** By what stands before. */
  const starts: number[] = [];
  /** A row for each state, and in it a move for each class. */
  let moves = new Int32Array(16 * ROW).fill(UNKNOWN);

  const enter = (waiting: readonly number[], atStart: boolean, afterWord: boolean): number => {
    if (waiting.length === 0) return DEAD;
    const key = `${looksBack ? Number(atStart) + 2 * Number(afterWord) : 0}:${waiting.join()}`;
    const found = known.get(key) ?? states.push({ waiting, atStart, afterWord, taking: [] }) - 1;
    known.set(key, found);
    if (states.length * ROW > moves.length) {
      const grown = new Int32Array(2 * moves.length).fill(UNKNOWN);
      grown.set(moves);
      moves = grown;
    }
    return found;
  };
  const forget = () => {
    known.clear();
    states.length = 0;
    starts.length = 0;
    states.push({ waiting: [], atStart: false, afterWord: false, taking: [] });
    moves.fill(UNKNOWN);
  };
  forget();

  /** Steps that take a unit, reached from `waiting` without taking one, in order of preference; -1 for a match, behind which nothing counts. */
  const open = ({ waiting, atStart, afterWord }: State, atEnd: boolean, beforeWord: boolean): readonly number[] => {
    const holds = (assertion: Assertion) => {
      if (assertion === 'start') return atStart;
      if (assertion === 'end') return atEnd;
      return (afterWord !== beforeWord) === (assertion === 'boundary');
    };
    const seen = new Set<number>();
    const taking: number[] = [];
    const visit = [...waiting].reverse();
    for (let at = visit.pop(); at !== undefined; at = visit.pop()) {
      const step = program.steps[at];
      if (!step || seen.has(at)) continue;
      seen.add(at);
      if (step.kind === 'match') return [...taking, -1];
      if (step.kind === 'unit') taking.push(at);
      else if (step.kind === 'fork') visit.push(step.second, step.first);
      else if (holds(step.assertion)) visit.push(step.next);
    }
    return taking;
  };

  const makeMove = (state: State, symbol: number): number => {
    const beforeWord = classes.isWord(symbol);
    const after = symbol === 0 ? 2 : Number(beforeWord);
    state.taking[after] ??= open(state, symbol === 0, beforeWord);
    const taking = state.taking[after];
    const next = new Set<number>();
    for (const at of taking) {
      const step = program.steps[at];
      if (step?.kind === 'unit' && classes.holds(step.set, symbol)) next.add(step.next);
    }
    const found = enter([...next], false, beforeWord);
    return 2 * found + (taking.at(-1) === -1 ? MATCHED : 0);
  };

  return {
    start(atStart, afterWord) {
      if (states.length > MOST_STATES) forget();
      const before = atStart ? 2 : afterWord ? 1 : 0;
      starts[before] ??= enter([program.start], atStart, afterWord);
      return starts[before];
    },
    move(state, symbol) {
      const made = symbol < ROW ? (moves[state * ROW + symbol] ?? UNKNOWN) : UNKNOWN;
      if (made !== UNKNOWN) return made;
      const from = states[state];
      const move = from ? makeMove(from, symbol) : DEAD;
      if (symbol < ROW) moves[state * ROW + symbol] = move;
      return move;
    },
  };
}
