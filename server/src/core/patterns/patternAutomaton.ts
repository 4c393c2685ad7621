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
  /** The patterns of which a match ends in a state when a unit of this class follows. */
  matches(state: number, symbol: number): readonly number[];
}

/** Of the matches that begin at one place, the first that a backtracking engine would find, or all. */
export type Wanted = 'first' | 'all';

interface State {
  readonly waiting: readonly number[];
  readonly atStart: boolean;
  readonly afterWord: boolean;
  /** What `open` found, by what stands after. */
  readonly opened: Opened[];
}

/** What is reached from a state without taking a unit. */
interface Opened {
  /** Steps that take a unit, in order of preference. */
  readonly taking: readonly number[];
  /** Patterns that match here. */
  readonly matched: readonly number[];
}

const UNKNOWN = -1;
/** Length of a row. Groups beyond it are rare: their moves are made each time. */
const SHORTEST_ROW = 8;
const LONGEST_ROW = 128;
/** Beyond it all is forgotten and made again: no text can make the automaton grow without end. */
const MOST_STATES = 20_000;

export function hasMatched(move: number): boolean {
  return (move & MATCHED) !== 0;
}

export function startPatternAutomaton(
  program: PatternProgram,
  classes: UnitClasses,
  wanted: Wanted = 'first',
): PatternAutomaton {
  const looksBack = program.steps.some((step) => step.kind === 'assertion');
  const known = new Map<string, number>();
  const states: State[] = [];
  /** By what stands before. */
  const starts: number[] = [];
  const { groupOf, most } = startGroups(program, classes);
  const row = Math.min(LONGEST_ROW, Math.max(SHORTEST_ROW, most));
  /** A row for each state, and in it a move for each group. */
  let moves = new Int32Array(16 * row).fill(UNKNOWN);

  const enter = (waiting: readonly number[], atStart: boolean, afterWord: boolean): number => {
    if (waiting.length === 0) return DEAD;
    const key = `${looksBack ? Number(atStart) + 2 * Number(afterWord) : 0}:${waiting.join()}`;
    const found = known.get(key) ?? states.push({ waiting, atStart, afterWord, opened: [] }) - 1;
    known.set(key, found);
    if (states.length * row > moves.length) {
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
    states.push({ waiting: [], atStart: false, afterWord: false, opened: [] });
    moves.fill(UNKNOWN);
  };
  forget();

  /** Where only the first match is wanted, nothing behind a match counts. */
  const open = ({ waiting, atStart, afterWord }: State, atEnd: boolean, beforeWord: boolean): Opened => {
    const holds = (assertion: Assertion) => {
      if (assertion === 'start') return atStart;
      if (assertion === 'end') return atEnd;
      return (afterWord !== beforeWord) === (assertion === 'boundary');
    };
    const seen = new Set<number>();
    const taking: number[] = [];
    const matched = new Set<number>();
    const visit = [...waiting].reverse();
    for (let at = visit.pop(); at !== undefined; at = visit.pop()) {
      const step = program.steps[at];
      if (!step || seen.has(at)) continue;
      seen.add(at);
      if (step.kind === 'match') {
        matched.add(step.pattern);
        if (wanted === 'first') break;
      } else if (step.kind === 'unit') taking.push(at);
      else if (step.kind === 'fork') visit.push(step.second, step.first);
      else if (holds(step.assertion)) visit.push(step.next);
    }
    return { taking, matched: [...matched] };
  };

  const openAt = (state: State, symbol: number): Opened => {
    const beforeWord = classes.isWord(symbol);
    const after = symbol === 0 ? 2 : Number(beforeWord);
    state.opened[after] ??= open(state, symbol === 0, beforeWord);
    return state.opened[after];
  };

  const makeMove = (state: State, symbol: number): number => {
    const { taking, matched } = openAt(state, symbol);
    const next = new Set<number>();
    for (const at of taking) {
      const step = program.steps[at];
      if (step?.kind === 'unit' && classes.holds(step.set, symbol)) next.add(step.next);
    }
    // Where all are wanted none is preferred: in one order, more of the lists are the same.
    const waiting = wanted === 'first' ? [...next] : [...next].sort((a, b) => a - b);
    return 2 * enter(waiting, false, classes.isWord(symbol)) + (matched.length > 0 ? MATCHED : 0);
  };

  return {
    start(atStart, afterWord) {
      if (states.length > MOST_STATES) forget();
      const before = atStart ? 2 : afterWord ? 1 : 0;
      starts[before] ??= enter(program.starts, atStart, afterWord);
      return starts[before];
    },
    move(state, symbol) {
      const group = groupOf(symbol);
      const made = group < row ? (moves[state * row + group] ?? UNKNOWN) : UNKNOWN;
      if (made !== UNKNOWN) return made;
      const from = states[state];
      const move = from ? makeMove(from, symbol) : DEAD;
      if (group < row) moves[state * row + group] = move;
      return move;
    },
    matches(state, symbol) {
      const from = states[state];
      return from ? openAt(from, symbol).matched : [];
    },
  };
}

/**
 * Puts those classes together that the sets of one program do not tell apart: its rows get short, and a move that is made for one class
 * is made for all of a group. `most`: there are hardly ever more groups.
 */
function startGroups(program: PatternProgram, { holds, isWord }: UnitClasses) {
  const sets = [...new Set(program.steps.flatMap((step) => (step.kind === 'unit' ? [step.set] : [])))];
  const groups: (number | undefined)[] = [0];
  const known = new Map<string, number>();
  const sort = (symbol: number): number => {
    let key = isWord(symbol) ? 'w' : '';
    for (const set of sets) key += holds(set, symbol) ? '1' : '0';
    const group = known.get(key) ?? known.size + 1;
    known.set(key, group);
    groups[symbol] = group;
    return group;
  };
  return { groupOf: (symbol: number): number => groups[symbol] ?? sort(symbol), most: 2 * sets.length + 3 };
}
