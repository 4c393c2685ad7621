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
  /** All sets that were added, in order: adding them again to others gives the same numbers. */
  added(): readonly SetOfUnits[];
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

export function startClasses(): UnitClasses {
  const sets: SetOfUnits[] = [WORD];
  const numbers = new Map<string, UnitSet>();
  /** Most sets hold one letter: by the letter, without and with the other case. */
  const ofOne: (UnitSet | undefined)[] = [];
  const classes = new Uint16Array(0x10000);
  const known = new Map<string, number>();
  /** By class, then set. */
  const members: Uint8Array[] = [NO_SETS];
  const sort = (unit: number): number => {
    const variants = foldings(unit);
    const held = Uint8Array.from(sets, (set) => Number(contains(set, unit, variants)));
    const key = held.join('');
    const found = known.get(key) ?? members.push(held) - 1;
    known.set(key, found);
    classes[unit] = found;
    return found;
  };
  return {
    add(ranges, negated) {
      const [first] = ranges;
      if (first && ranges.length === 1 && first.low === first.high && !negated) {
        const at = 2 * first.low + Number(first.folds);
        ofOne[at] ??= sets.push({ ranges, negated }) - 1;
        return ofOne[at];
      }
      const key = ranges.reduce((text, { low, high, folds }) => `${text} ${low} ${high} ${folds}`, String(negated));
      const found = numbers.get(key) ?? sets.push({ ranges, negated }) - 1;
      numbers.set(key, found);
      return found;
    },
    classOf: (unit) => classes[unit] || sort(unit),
    setsOf: (symbol) => members[symbol] ?? NO_SETS,
    isWord: (symbol) => members[symbol]?.[0] === 1,
    added: () => sets.slice(1),
  };
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
