/**
 * Lists of numbers, each kept once and known by a number of its own, from 0 in the order in which they were added. All stand one after the
 * other in one array: an automaton has thousands of short ones, as the names of its states.
 */
export interface NumberLists {
  /** How many lists there are. */
  readonly count: number;
  /** The number of the list that is made of the first `length` numbers of an array; the same for equal lists. */
  add(numbers: Int32Array, length: number): number;
  /** Where a list begins in `numbers`; the next list begins where it ends. */
  startOf(list: number): number;
  /** The numbers of all lists. Grows when lists are added: read it again after `add`. */
  readonly numbers: Int32Array;
  toData(): NumberListsData;
}

/** Lists as data: their numbers, one list after the other; where each begins; and where the last ends. */
export interface NumberListsData {
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
}

const FREE = -1;
const LEAST_PLACES = 32;
const NO_LISTS: NumberListsData = { numbers: new Int32Array(), starts: Int32Array.of(0) };

/** No lists, or those that were there before: the data itself is never written to. */
export function startNumberLists(known: NumberListsData = NO_LISTS): NumberLists {
  let { numbers, starts } = known;
  let count = starts.length - 1;
  /** Open addressing: the lists by their hashes, at most half full. */
  let table = new Int32Array(LEAST_PLACES);

  const holds = (list: number, wanted: Int32Array, length: number): boolean => {
    const start = starts[list] ?? 0;
    if ((starts[list + 1] ?? 0) - start !== length) return false;
    for (let at = 0; at < length; at++) if (numbers[start + at] !== wanted[at]) return false;
    return true;
  };
  /** Where a list stands in the table, or could. */
  const findPlace = (wanted: Int32Array, length: number): number => {
    let place = hash(wanted, 0, length) & (table.length - 1);
    for (let list = table[place] ?? FREE; list !== FREE; list = table[place] ?? FREE) {
      if (holds(list, wanted, length)) return place;
      place = (place + 1) & (table.length - 1);
    }
    return place;
  };
  const growTable = (length: number) => {
    table = new Int32Array(length).fill(FREE);
    for (let list = 0; list < count; list++) {
      const start = starts[list] ?? 0;
      let place = hash(numbers, start, starts[list + 1] ?? 0) & (table.length - 1);
      while (table[place] !== FREE) place = (place + 1) & (table.length - 1);
      table[place] = list;
    }
  };

  growTable(2 ** Math.ceil(Math.log2(Math.max(LEAST_PLACES, 2 * count + 2))));

  return {
    get count() {
      return count;
    },
    get numbers() {
      return numbers;
    },
    startOf: (list) => starts[list] ?? 0,
    add(wanted, length) {
      const place = findPlace(wanted, length);
      const known = table[place] ?? FREE;
      if (known !== FREE) return known;
      const start = starts[count] ?? 0;
      numbers = withRoom(numbers, start + length);
      for (let at = 0; at < length; at++) numbers[start + at] = wanted[at] ?? 0;
      starts = withRoom(starts, count + 2);
      starts[count + 1] = start + length;
      table[place] = count;
      count++;
      if (2 * count > table.length) growTable(2 * table.length);
      return count - 1;
    },
    toData: () => ({ numbers: numbers.slice(0, starts[count]), starts: starts.slice(0, count + 1) }),
  };
}

/** The same array, or a longer copy with room for so many numbers. */
function withRoom(array: Int32Array, length: number): Int32Array {
  if (length <= array.length) return array;
  const grown = new Int32Array(Math.max(64, 2 * array.length, length));
  grown.set(array);
  return grown;
}

/** FNV-1a (Fowler, Noll and Vo), taken over numbers in place of bytes, with its high bits folded into the low ones that the table looks at. */
function hash(numbers: Int32Array, from: number, to: number): number {
  let hashed = 0x811c9dc5;
  for (let at = from; at < to; at++) hashed = Math.imul(hashed ^ (numbers[at] ?? 0), 0x01000193);
  return hashed ^ (hashed >>> 15);
}
