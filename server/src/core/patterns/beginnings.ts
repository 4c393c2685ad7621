import { UNMADE } from '../madeMoves';
import { DEAD, hasMatched, type PatternStates, startPatternAutomaton } from './patternAutomaton';
import { headOf } from './patternOutlines';
import { compileProgram, type PatternProgram } from './patternProgram';
import type { PatternNode } from './patternTree';
import type { StepScratch } from './stepScratch';
import type { UnitClasses } from './unitClasses';

/** Knows which patterns can begin at a place. */
export interface Beginnings {
  /** Whether a head may stand at `at`: false for most places, and told by a glance. `symbols` as for `find`. */
  mayBegin(symbols: Uint16Array, at: number, afterWord: boolean): boolean;
  /** Numbers of the patterns whose heads stand at `at`. `symbols` holds the classes of all units, then a zero. */
  find(symbols: Uint16Array, at: number, afterWord: boolean): readonly number[];
  /** The states that the texts so far have met. */
  met(): PatternStates;
}

const NONE: readonly number[] = [];
/** Classes of units that pairs are noted of; texts hardly ever hold more. */
const COLUMNS = 256;
/** Of a pair of units: whether some head begins with them. Zero where nobody has asked. */
const RULED_OUT = 1;
const POSSIBLE = 2;

/** The heads of all patterns as one program. */
export function compileHeads(patterns: readonly (PatternNode | undefined)[], classes: UnitClasses): PatternProgram {
  const heads = patterns.flatMap((tree, number) => (tree ? [{ tree: headOf(tree), number }] : []));
  return compileProgram(heads, classes);
}

/** Heads of all patterns are looked for together: one walk along the text from each place, however many patterns there are. */
export function startBeginnings(
  heads: PatternProgram,
  classes: UnitClasses,
  scratch: StepScratch,
  known?: PatternStates,
): Beginnings {
  const automaton = startPatternAutomaton(heads, classes, scratch, 'all', known);
  const { width, columns } = automaton;
  const isDead = (state: number, symbol: number, next: number): boolean => {
    const move = automaton.move(state, symbol);
    return move === DEAD || (!hasMatched(move) && automaton.move(move >> 1, next) === DEAD);
  };
  const sortPair = (pairs: Uint8Array, afterWord: boolean, symbol: number, next: number): number => {
    const sorted = isDead(automaton.start(false, afterWord), symbol, next) ? RULED_OUT : POSSIBLE;
    if (symbol < COLUMNS && next < COLUMNS) pairs[symbol * COLUMNS + next] = sorted;
    return sorted;
  };
  /** Most places are ruled out by the two units that follow: what is known of each pair, behind a word and elsewhere. */
  const behindWord = new Uint8Array(COLUMNS * COLUMNS);
  const elsewhere = new Uint8Array(COLUMNS * COLUMNS);
  return {
    mayBegin(symbols, at, afterWord) {
      if (at === 0) return true;
      const pairs = afterWord ? behindWord : elsewhere;
      const symbol = symbols[at] ?? 0;
      const next = symbols[at + 1] ?? 0;
      const known = next < COLUMNS ? pairs[symbol * COLUMNS + next] : 0;
      return (known || sortPair(pairs, afterWord, symbol, next)) === POSSIBLE;
    },
    find(symbols, start, afterWord) {
      let found: number[] | undefined;
      let state = automaton.start(start === 0, afterWord);
      let { moves } = automaton;
      for (let at = start; state !== DEAD; at++) {
        const symbol = symbols[at] ?? 0;
        let move = moves[state * width + (columns[symbol] ?? 0)] ?? UNMADE;
        if (move === UNMADE) {
          move = automaton.move(state, symbol);
          moves = automaton.moves;
        }
        if (hasMatched(move)) {
          found ??= [];
          for (const pattern of automaton.matches(state, symbol)) if (!found.includes(pattern)) found.push(pattern);
        }
        state = symbol === 0 ? DEAD : move >> 1;
      }
      return found ?? NONE;
    },
    met: () => automaton.toData(),
  };
}
