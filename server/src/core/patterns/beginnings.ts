import { DEAD, hasMatched, startPatternAutomaton } from './patternAutomaton';
import { headOf } from './patternOutlines';
import { compileProgram } from './patternProgram';
import type { PatternNode } from './patternTree';
import type { UnitClasses } from './unitClasses';

/** Knows which patterns can begin at a place. */
export interface Beginnings {
  /** Numbers of the patterns whose heads stand at `at`. `symbols` holds the classes of all units, then a zero. */
  find(symbols: Uint16Array, at: number, afterWord: boolean): readonly number[];
}

const NONE: readonly number[] = [];

/** Heads of all patterns are looked for together: one walk along the text from each place, however many patterns there are. */
export function startBeginnings(patterns: readonly (PatternNode | undefined)[], classes: UnitClasses): Beginnings {
  const heads = patterns.flatMap((tree, number) => (tree ? [{ tree: headOf(tree), number }] : []));
  const automaton = startPatternAutomaton(compileProgram(heads, classes), classes, 'all');
  return {
    find(symbols, start, afterWord) {
      let found: number[] | undefined;
      let state = automaton.start(start === 0, afterWord);
      for (let at = start; state !== DEAD; at++) {
        const symbol = symbols[at] ?? 0;
        const move = automaton.move(state, symbol);
        if (hasMatched(move)) {
          found ??= [];
          for (const pattern of automaton.matches(state, symbol)) if (!found.includes(pattern)) found.push(pattern);
        }
        state = symbol === 0 ? DEAD : move >> 1;
      }
      return found ?? NONE;
    },
  };
}
