import type { CoverageCell, State } from '../../server/src/protocol/protocol';

/** The states in words, for labels and for readers who do not see icons. */
export const stateWords: Readonly<Record<State, string>> = {
  present: 'present',
  thin: 'thin',
  missing: 'missing',
  waived: 'waived',
  'not-expected': 'not expected',
};

export type StateCounts = Readonly<Record<State, number>>;

/** How many cells are in which state. */
export function countStates(cells: readonly CoverageCell[]): StateCounts {
  const count = (state: State) => cells.filter((cell) => cell.state === state).length;
  return {
    present: count('present'),
    thin: count('thin'),
    missing: count('missing'),
    waived: count('waived'),
    'not-expected': count('not-expected'),
  };
}

/** `2 missing, 1 thin, 3 present`; what is open comes first, and what is not expected is left out. */
export function describeCounts(counts: StateCounts): string {
  const order: readonly State[] = ['missing', 'thin', 'present', 'waived'];
  const parts = order.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${stateWords[state]}`);
  return parts.length > 0 ? parts.join(', ') : 'nothing expected';
}
