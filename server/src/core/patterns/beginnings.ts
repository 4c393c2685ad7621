import { DEAD, hasMatched, type PatternAutomaton } from './patternAutomaton';

/** Knows which patterns can begin at a place, by the few units that stand there: found out once for each such few. */
export interface Beginnings {
  /** Numbers of the patterns that may begin at `at`. `symbols` holds the classes of all units, then zeros. */
  find(symbols: Uint16Array, at: number, afterWord: boolean): readonly number[];
}

/** So many units are read ahead. */
export const AHEAD = 3;
/** What is known is forgotten beyond it: no text can make it grow without end. */
const MOST_KNOWN = 50_000;
const NONE: readonly number[] = [];

export function startBeginnings(automata: readonly (PatternAutomaton | undefined)[]): Beginnings {
  const known = new Map<number, readonly number[]>();
  /** By what stands before and the first unit: the patterns that can begin so. Most places are ruled out by it. */
  const first: (readonly number[] | undefined)[] = [];
  const all = automata.map((_, pattern) => pattern);
  const choose = (from: readonly number[], symbols: Uint16Array, at: number, afterWord: boolean, ahead: number) =>
    from.filter((pattern) => {
      const automaton = automata[pattern];
      return automaton !== undefined && canBegin(automaton, symbols, at, afterWord, ahead);
    });
  return {
    find(symbols, at, afterWord) {
      const before = at === 0 ? 2 : Number(afterWord);
      const firstKey = (symbols[at] ?? 0) * 3 + before;
      first[firstKey] ??= choose(all, symbols, at, afterWord, 1);
      const likely = first[firstKey];
      if (likely.length === 0) return NONE;
      let key = before;
      for (let next = at; next < at + AHEAD; next++) key = key * 1024 + (symbols[next] ?? 0);
      const found = known.get(key);
      if (found) return found;
      if (known.size > MOST_KNOWN) known.clear();
      const made = choose(likely, symbols, at, afterWord, AHEAD);
      known.set(key, made);
      return made;
    },
  };
}

function canBegin(
  automaton: PatternAutomaton,
  symbols: Uint16Array,
  at: number,
  afterWord: boolean,
  ahead: number,
): boolean {
  let state = automaton.start(at === 0, afterWord);
  for (let next = at; next < at + ahead; next++) {
    const symbol = symbols[next] ?? 0;
    const move = automaton.move(state, symbol);
    if (hasMatched(move)) return true;
    state = symbol === 0 ? DEAD : move >> 1;
    if (state === DEAD) return false;
  }
  return true;
}
