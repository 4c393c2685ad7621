import { lazily } from '../lazily';
import type { PatternNode, UnitRange } from './patternTree';

/** A set of UTF-16 units, by the number that `UnitClasses.add` gave. */
export type UnitSet = number;

/**
 * Sorts UTF-16 units into classes: two units are of one class when every set holds both or neither. A class is made when the first
 * unit of it is met, so that only what texts hold is ever sorted.
 */
export interface UnitClasses {
  /** All sets must be added before the first unit is sorted. */
  add(ranges: readonly UnitRange[], negated: boolean): UnitSet;
  /** The class of a unit, from 1; 0 is for the end of the text. */
  classOf(unit: number): number;
  /** Which sets hold the units of a class: 1 at the place of each that does. */
  setsOf(symbol: number): Uint8Array;
  /** True for classes of the units that `\b` takes for parts of words: ASCII letters, digits and `_`. */
  isWord(symbol: number): boolean;
  /** All sets in the order of their numbers. */
  sets(): readonly SetOfUnits[];
  /** The units that were sorted so far. */
  sorted(): SortedUnits;
}

/** Units that texts have met and their classes, as data: the same sets sort them so. */
export interface SortedUnits {
  readonly units: Uint16Array;
  /** The class of each. */
  readonly classes: Uint16Array;
  /** Which sets hold the units of each class, from the first class on: so many numbers as there are sets, then those of the next. */
  readonly members: Uint8Array;
}

export interface SetOfUnits {
  readonly ranges: readonly UnitRange[];
  readonly negated: boolean;
}

const WORD: SetOfUnits = {
  ranges: ['09', 'AZ', '__', 'az'].map((pair) => ({
    low: pair.charCodeAt(0),
    high: pair.charCodeAt(1),
    folds: false,
  })),
  negated: false,
};

/** Of the end of the text. */
const NO_SETS = new Uint8Array();

/** Begins with sets that were added to others, in the order of their numbers, and with units that these have sorted; or with none. */
export function startClasses(added: readonly SetOfUnits[] = [WORD], met?: SortedUnits): UnitClasses {
  const sets = [...added];
  const numberOf = lazily(() => indexSets(sets));
  const classes = new Uint16Array(0x10000);
  /** By class, then set. */
  const members: Uint8Array[] = [NO_SETS];
  const size = sets.length;
  for (let at = 0; met && at < met.members.length; at += size) members.push(met.members.subarray(at, at + size));
  met?.units.forEach((unit, at) => {
    classes[unit] = met.classes[at] ?? 0;
  });
  /** The classes by their members. */
  const known = lazily(() => new Map(members.map((held, at) => [held.join(''), at])));
  const sort = (unit: number): number => {
    const variants = foldings(unit);
    const held = Uint8Array.from(sets, (set) => Number(contains(set, unit, variants)));
    const key = held.join('');
    const found = known().get(key) ?? members.push(held) - 1;
    known().set(key, found);
    classes[unit] = found;
    return found;
  };
  return {
    add(ranges, negated) {
      const set = { ranges, negated };
      const key = keyOf(set);
      const found = numberOf().get(key) ?? sets.push(set) - 1;
      numberOf().set(key, found);
      return found;
    },
    classOf: (unit) => classes[unit] || sort(unit),
    setsOf: (symbol) => members[symbol] ?? NO_SETS,
    isWord: (symbol) => members[symbol]?.[0] === 1,
    sets: () => sets,
    sorted() {
      const units = Uint16Array.from(classes.keys()).filter((unit) => classes[unit] !== 0);
      return {
        units,
        classes: units.map((unit) => classes[unit] ?? 0),
        members: Uint8Array.from(members.flatMap((held) => [...held])),
      };
    },
  };
}

function indexSets(sets: readonly SetOfUnits[]): Map<string | number, UnitSet> {
  return new Map(sets.map((set, at) => [keyOf(set), at]));
}

/** Most sets hold one letter, without or with the other case: these have a number for a key. */
function keyOf({ ranges, negated }: SetOfUnits): string | number {
  const [first] = ranges;
  if (first && ranges.length === 1 && first.low === first.high && !negated) return 2 * first.low + Number(first.folds);
  return ranges.reduce((text, { low, high, folds }) => `${text} ${low} ${high} ${folds}`, String(negated));
}

/** Adds all sets of a pattern. */
export function addSets(node: PatternNode, classes: UnitClasses): void {
  if (node.kind === 'units') classes.add(node.ranges, node.negated);
  else if (node.kind === 'sequence') for (const part of node.parts) addSets(part, classes);
  else if (node.kind === 'choice') for (const branch of node.branches) addSets(branch, classes);
  else if (node.kind === 'repeat') addSets(node.of, classes);
}

/** `variants`: the unit in both cases. */
function contains({ ranges, negated }: SetOfUnits, unit: number, variants: readonly number[]): boolean {
  const found = ranges.some(({ low, high, folds }) =>
    folds ? variants.some((variant) => low <= variant && variant <= high) : low <= unit && unit <= high,
  );
  return found !== negated;
}

/** The unit and what it is in the other case: `k`, `K` and the sign for kelvin. */
function foldings(unit: number): readonly number[] {
  const found = new Set([unit]);
  for (const member of found) {
    const letter = String.fromCharCode(member);
    for (const variant of [letter.toLowerCase(), letter.toUpperCase()]) {
      if (variant.length === 1) found.add(variant.charCodeAt(0));
    }
  }
  return [...found];
}
