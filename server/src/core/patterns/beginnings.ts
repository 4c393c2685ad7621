import { UNMADE } from '../madeMoves';
import { DEAD, hasMatched, type PatternStates, startPatternAutomaton } from './patternAutomaton';
import { headOf } from './patternOutlines';
import { compileProgram, type PatternProgram } from './patternProgram';
import type { PatternNode } from './patternTree';
import type { UnitClasses } from './unitClasses';

/** Knows which patterns can begin at a place. */
export interface Beginnings {
  /** Numbers of the patterns whose heads stand at `at`. `symbols` holds the classes of all units, then a zero. */
  find(symbols: Uint16Array, at: number, afterWord: boolean): readonly number[];
  /** The states that the texts so far have met. */
  met(): PatternStates;
}

const NONE: readonly number[] = [];

/** The heads of all patterns as one program. */
export function compileHeads(patterns: readonly (PatternNode | undefined)[], classes: UnitClasses): PatternProgram {
  const heads = patterns.flatMap((tree, number) => (tree ? [{ tree: headOf(tree), number }] : []));
  return compileProgram(heads, classes);
}

/** Heads of all patterns are looked for together: one walk along the text from each place, however many patterns there are. */
export function startBeginnings(heads: PatternProgram, classes: UnitClasses, known?: PatternStates): Beginnings {
  const automaton = startPatternAutomaton(heads, classes, 'all', known);
  const { width, columns } = automaton;
  /** By what stands before and the first unit: 1 where no head begins so, 2 where one may. Most places are ruled out by it. */
  const first: number[] = [];
  const mayBegin = (symbol: number, atStart: boolean, afterWord: boolean): boolean => {
    const key = symbol * 3 + (atStart ? 2 : Number(afterWord));
    first[key] ??= automaton.move(automaton.start(atStart, afterWord), symbol) === DEAD ? 1 : 2;
    return first[key] === 2;
  };
  return {
    find(symbols, start, afterWord) {
      if (!mayBegin(symbols[start] ?? 0, start === 0, afterWord)) return NONE;
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
