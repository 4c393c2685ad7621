/** Moves of an automaton as data: few of all that there could be are ever made. */
export interface MadeMoves {
  /** Places in the table of moves, in order. */
  readonly places: Int32Array;
  /** What stands there. */
  readonly moves: Uint16Array;
}

/** What stands in a table where a move is not made: no state has a number so high. */
export const UNMADE = 0xffff;

/** For how many states a table begins with room: those that are known and an eighth more, at least `least` more. A text seldom adds none. */
export function roomFor(known: number, least: number): number {
  return known + Math.max(least, known >> 3);
}

/** A table with room for `length` moves; those that were made stand in their places. */
export function startMoves(length: number, { places, moves }: MadeMoves = NO_MOVES): Uint16Array {
  const table = new Uint16Array(length).fill(UNMADE);
  for (let at = 0; at < places.length; at++) table[places[at] ?? 0] = moves[at] ?? UNMADE;
  return table;
}

/** Beyond so many moves a table grows by a quarter: twice the room of a large one is mostly never used, and has to be filled. */
const LARGE = 1 << 18;

/** A copy of a table with twice the room, or where it is large, a quarter more. */
export function growMoves(table: Uint16Array): Uint16Array {
  const more = table.length < LARGE ? table.length : table.length >> 2;
  const grown = new Uint16Array(table.length + more).fill(UNMADE, table.length);
  grown.set(table);
  return grown;
}

/** What `startMoves` makes the same table of. */
export function collectMoves(table: Uint16Array): MadeMoves {
  const places = Int32Array.from(table.keys()).filter((place) => table[place] !== UNMADE);
  return { places, moves: Uint16Array.from(places, (place) => table[place] ?? UNMADE) };
}

const NO_MOVES: MadeMoves = { places: new Int32Array(), moves: new Uint16Array() };
