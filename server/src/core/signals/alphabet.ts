/** What a class of characters is, as bits of `Alphabet.traits`. */
export const WORD = 1;
export const LATIN = 2;
export const SEPARATOR = 4;
export const SPACE = 8;
export const WHITE = 16;

/**
 * UTF-16 units sorted into few classes, so that an automaton over them needs short rows. Each unit that some term names is a class
 * of its own; all others are told apart only by what they are: letters of Latin scripts, other letters and digits, white space, signs.
 */
export interface Alphabet {
  /** Number of classes; 0 is none. */
  readonly size: number;
  /** Bits by class. */
  readonly traits: Uint8Array;
  /** By class, the class of the same letter without regard to case. */
  readonly folded: Uint16Array;
  classOf(unit: number): number;
}

const OTHER_CLASSES = [0, WHITE, WORD, WORD | LATIN];
/** Found in the automaton under names of their own. */
const ALWAYS = ' -\u2010\u2011\u2012\u2013\u2014\u2015';

/** Builds the alphabet in which some units, and the same letters in the other case, can be told apart. */
export function buildAlphabet(units: string): Alphabet {
  const named = nameUnits(units);
  const size = 1 + OTHER_CLASSES.length + named.length;
  const traits = new Uint8Array(size);
  const folded = new Uint16Array(size);
  const classes = new Uint16Array(0x10000);
  OTHER_CLASSES.forEach((trait, at) => {
    traits[at + 1] = trait;
    folded[at + 1] = at + 1;
  });
  named.forEach((unit, at) => {
    classes[unit] = size - named.length + at;
    traits[size - named.length + at] = readTraits(unit);
  });
  for (const unit of named) folded[classes[unit] ?? 0] = classes[foldUnit(unit)] || (classes[unit] ?? 0);
  const classOf = (unit: number): number => {
    const known = classes[unit] ?? 0;
    if (known !== 0) return known;
    const plain = readTraits(unit) & (WORD | LATIN | WHITE);
    const found = 1 + Math.max(OTHER_CLASSES.indexOf(plain & WORD ? plain : plain & WHITE), 0);
    classes[unit] = found;
    return found;
  };
  return { size, traits, folded, classOf };
}

/** All units that stand in some texts, each once. */
export function unitsOf(texts: Iterable<string>): string {
  const met = new Uint8Array(0x10000);
  for (const text of texts) for (let i = 0; i < text.length; i++) met[text.charCodeAt(i)] = 1;
  let units = '';
  for (let unit = met.indexOf(1); unit >= 0; unit = met.indexOf(1, unit + 1)) units += String.fromCharCode(unit);
  return units;
}

function nameUnits(units: string): readonly number[] {
  const seen = new Set<number>();
  for (let i = 0; i < units.length; i++) seen.add(units.charCodeAt(i));
  for (let i = 0; i < ALWAYS.length; i++) seen.add(ALWAYS.charCodeAt(i));
  for (const unit of [...seen]) {
    const letter = String.fromCharCode(unit);
    for (const variant of [letter.toLowerCase(), letter.toUpperCase(), letter.toUpperCase().toLowerCase()]) {
      if (variant.length === 1) seen.add(variant.charCodeAt(0));
    }
  }
  return [...seen].sort((a, b) => a - b);
}

function readTraits(unit: number): number {
  const letter = String.fromCharCode(unit);
  const isLatin = /[A-Za-z\u00c0-\u024f]/i.test(letter);
  return (
    (isLatin || /[\p{L}\p{N}]/u.test(letter) ? WORD : 0) |
    (isLatin ? LATIN : 0) |
    (/[ \-\u2010-\u2015]/.test(letter) ? SEPARATOR : 0) |
    (letter === ' ' ? SPACE : 0) |
    (/\s/.test(letter) ? WHITE : 0)
  );
}

/** The unit that stands for a letter in both cases, by the rule of ECMAScript for expressions with the flag `i` and without `u`. */
function foldUnit(unit: number): number {
  const upper = String.fromCharCode(unit).toUpperCase();
  const folded = upper.length === 1 ? upper.charCodeAt(0) : unit;
  return unit >= 128 && folded < 128 ? unit : folded;
}
