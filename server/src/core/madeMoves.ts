/** Moves of an automaton as data: few of all that there could be are ever made. */
export interface MadeMoves {
  /** Places in the table of moves, in order. */
  readonly places: Int32Array;
  /** What stands there. */
  readonly moves: Uint16Array;
}

/** What stands in a table where a move is not made: no state has a number so high. */
export const UNMADE = 0xffff;

/** A table with room for `length` moves; those that were made stand in their places. */
export function startMoves(length: number, { places, moves }: MadeMoves = NO_MOVES): Uint16Array {
  const table = new Uint16Array(length).fill(UNMADE);
  for (let at = 0; at < places.length; at++) table[places[at] ?? 0] = moves[at] ?? UNMADE;
  return table;
}

/** A copy of a table with twice the room. */
export function growMoves(table: Uint16Array): Uint16Array {
  const grown = new Uint16Array(2 * table.length).fill(UNMADE, table.length);
  grown.set(table);
  return grown;
}

/** What `startMoves` makes the same table of. */
export function collectMoves(table: Uint16Array): MadeMoves {
  const places = Int32Array.from(table.keys()).filter((place) => table[place] !== UNMADE);
  return { places, moves: Uint16Array.from(places, (place) => table[place] ?? UNMADE) };
}

const NO_MOVES: MadeMoves = { places: new Int32Array(), moves: new Uint16Array() };
