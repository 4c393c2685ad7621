import { collectMoves, growMoves, type MadeMoves, roomFor, startMoves, UNMADE } from '../madeMoves';
import { type NumberListsData, startNumberLists } from '../numberLists';
import { sortNumbers } from '../sortShort';
import { ASSERTIONS, FORK, MATCH, type PatternProgram, STEP, UNIT } from './patternProgram';
import type { StepScratch } from './stepScratch';
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
  /** How often all states were forgotten: the same number is another state from then on. Only `start` forgets. */
  readonly timesForgotten: number;
  /** The state at the beginning of a match. */
  start(atStart: boolean, afterWord: boolean): number;
  /** The move from a state by the class of the next unit, 0 for the end of the text: the next state times two, plus one for a match. */
  move(state: number, symbol: number): number;
  /**
   * The moves that were made: those of a state stand from `width` times the state on, each in the column of the class of the next unit, and
   * `UNMADE` where `move` has to make it. For loops over a text, which need no call for each unit; read it again after `move` and `start`.
   */
  readonly moves: Uint16Array;
  readonly width: number;
  /** By class of units, up to 255. Nothing is ever made in column 0, which all others have. */
  readonly columns: Uint8Array;
  /** The patterns of which a match ends in a state when a unit of this class follows. */
  matches(state: number, symbol: number): readonly number[];
  toData(): PatternStates;
}

/** The states that texts have met, as data, the moves between them, and what makes a column. */
export interface PatternStates extends NumberListsData, MadeMoves {
  readonly columnKeys: readonly string[];
}

/** Of the matches that begin at one place, the first that a backtracking engine would find, or all. */
export type Wanted = 'first' | 'all';

/** What is reached from a state without taking a unit. */
interface Opened {
  /** Steps that take a unit, in order of preference. */
  readonly taking: readonly number[];
  /** Patterns that match here. */
  readonly matched: readonly number[];
}

const NONE: readonly number[] = [];
/** Length of a row. Groups beyond it are rare: their moves are made each time. */
const SHORTEST_ROW = 8;
const LONGEST_ROW = 128;
/** States that come new before there must be more room: most programs have few. */
const LEAST_ROOM = 4;
/** Beyond it all is forgotten and made again: no text can make the automaton grow without end. Moves to these are told in sixteen bits. */
const MOST_STATES = 32_000;

/** What stands before a place; and after it, where `START` is the end of the text. */
const NO_WORD = 0;
const WORD = 1;
const START = 2;
const END = 2;

export function hasMatched(move: number): boolean {
  return (move & MATCHED) !== 0;
}

/**
 * Begins with the states that other texts have met, of the same program and as much wanted, or with none. `scratch` may be shared with other
 * automata.
 */
export function startPatternAutomaton(
  program: PatternProgram,
  classes: UnitClasses,
  scratch: StepScratch,
  wanted: Wanted = 'first',
  met?: PatternStates,
): PatternAutomaton {
  const { steps, looksAround } = program;
  scratch.makeRoom(steps.length / STEP);
  /** Each state is a list: what stands before, then the steps that are waiting. The first, which is empty, is dead. */
  let states = startNumberLists();
  /** By state and what stands after. */
  let opened: (Opened | undefined)[] = [];
  /** By what stands before. */
  let starts: (number | undefined)[] = [];
  const { columns, columnOf, width, keys } = startColumns(program, classes, met?.columnKeys ?? []);
  let moves: Uint16Array = new Uint16Array();
  let isFull = false;
  let timesForgotten = -1;

  const begin = (known?: PatternStates) => {
    timesForgotten++;
    states = startNumberLists(known);
    states.add(scratch.list, 0);
    // An array with far gaps is slow.
    opened = new Array(3 * states.count).fill(undefined);
    starts = [];
    moves = startMoves(width * roomFor(states.count, LEAST_ROOM), known);
    isFull = false;
  };
  begin(met);

  /** The state whose list is the first `length` numbers of the scratch list. */
  const enter = (length: number): number => {
    if (length === 1) return DEAD;
    const state = states.add(scratch.list, length);
    isFull = states.count > MOST_STATES;
    if (states.count * width > moves.length) moves = growMoves(moves);
    return state;
  };

  const holds = (assertion: number, before: number, after: number): boolean => {
    const name = ASSERTIONS[assertion];
    if (name === 'start') return before === START;
    if (name === 'end') return after === END;
    return ((before === WORD) !== (after === WORD)) === (name === 'boundary');
  };

  /** Where only the first match is wanted, nothing behind a match counts. */
  const open = (state: number, after: number): Opened => {
    const { numbers } = states;
    const start = states.startOf(state);
    const before = numbers[start] ?? NO_WORD;
    const taking: number[] = [];
    let matched = NONE;
    const visit: number[] = [];
    const { taken } = scratch;
    const mark = scratch.nextMark();
    for (let at = states.startOf(state + 1) - 1; at > start; at--) visit.push(numbers[at] ?? 0);
    for (let step = visit.pop(); step !== undefined; step = visit.pop()) {
      if (taken[step] === mark) continue;
      taken[step] = mark;
      const kind = steps[STEP * step];
      const one = steps[STEP * step + 1] ?? 0;
      const other = steps[STEP * step + 2] ?? 0;
      if (kind === UNIT) taking.push(step);
      else if (kind === FORK) visit.push(other, one);
      else if (kind === MATCH) {
        if (!matched.includes(one)) matched = [...matched, one];
        if (wanted === 'first') break;
      } else if (holds(one, before, after)) visit.push(other);
    }
    return { taking, matched };
  };

  const openAt = (state: number, symbol: number): Opened => {
    const after = symbol === 0 ? END : classes.isWord(symbol) ? WORD : NO_WORD;
    const key = 3 * state + (looksAround ? after : NO_WORD);
    const made = opened[key] ?? open(state, after);
    opened[key] = made;
    return made;
  };

  const makeMove = (state: number, symbol: number): number => {
    const { taking, matched } = openAt(state, symbol);
    const sets = classes.setsOf(symbol);
    const { list, taken } = scratch;
    const mark = scratch.nextMark();
    list[0] = looksAround && classes.isWord(symbol) ? WORD : NO_WORD;
    let length = 1;
    for (const step of taking) {
      const next = steps[STEP * step + 2] ?? 0;
      if (sets[steps[STEP * step + 1] ?? 0] !== 1 || taken[next] === mark) continue;
      taken[next] = mark;
      list[length++] = next;
    }
    // Where all are wanted none is preferred: in one order, more of the lists are the same.
    if (wanted === 'all') sortNumbers(list, 1, length);
    return 2 * enter(length) + (matched.length > 0 ? MATCHED : 0);
  };

  return {
    get timesForgotten() {
      return timesForgotten;
    },
    get moves() {
      return moves;
    },
    width,
    columns,
    start(atStart, afterWord) {
      if (isFull) begin();
      const before = atStart ? START : afterWord ? WORD : NO_WORD;
      const known = starts[before];
      if (known !== undefined) return known;
      scratch.list[0] = before;
      scratch.list.set(program.starts, 1);
      const state = enter(program.starts.length + 1);
      starts[before] = state;
      return state;
    },
    move(state, symbol) {
      const column = columnOf(symbol);
      const made = moves[state * width + column] ?? UNMADE;
      if (made !== UNMADE) return made;
      const move = makeMove(state, symbol);
      // Those to states that the last match before all is forgotten may add are made each time.
      if (column > 0 && move < UNMADE) moves[state * width + column] = move;
      return move;
    },
    matches: (state, symbol) => openAt(state, symbol).matched,
    toData: () => ({ ...states.toData(), ...collectMoves(moves), columnKeys: [...keys()] }),
  };
}

/** So many bits are kept in one unit of a key. */
const BITS = 15;

/**
 * Puts those classes together that the sets of one program do not tell apart: rows get short, and a move that is made for one class is made for
 * all of a column.
 */
function startColumns({ sets }: PatternProgram, { setsOf, isWord }: UnitClasses, keys: readonly string[]) {
  // There are hardly ever more columns than that.
  const width = Math.min(LONGEST_ROW, Math.max(SHORTEST_ROW, 2 * sets.length + 4));
  const columns = new Uint8Array(256);
  const known = new Map(keys.map((key, at) => [key, at + 1]));
  const sort = (symbol: number): number => {
    const held = setsOf(symbol);
    let key = symbol === 0 ? 'end' : isWord(symbol) ? 'w' : '';
    for (let at = 0; at < sets.length; ) {
      let bits = 0;
      for (const end = Math.min(at + BITS, sets.length); at < end; at++) bits = 2 * bits + (held[sets[at] ?? 0] ?? 0);
      key += String.fromCharCode(bits);
    }
    const column = known.get(key) ?? known.size + 1;
    known.set(key, column);
    if (column >= width) return 0;
    columns[symbol] = column;
    return column;
  };
  return {
    columns,
    columnOf: (symbol: number): number => columns[symbol] || sort(symbol),
    width,
    keys: () => known.keys(),
  };
}
