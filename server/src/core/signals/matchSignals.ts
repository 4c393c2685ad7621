import type { TextUnit } from '../document/documentModel';
import type { PatternScanner, PatternsFound } from '../patterns/patternScanner';
import { sortShort } from '../sortShort';
import { findLastAtMost } from '../text/findLastAtMost';
import type { ProseRange } from '../text/proseRange';
import type { TermScanner, TermsFound } from './termScanner';
import { readValues, type ValueReader } from './values';
import { findAwake, type Wakes } from './wakes';

/** A place in a unit's prose where a signal shows. */
export interface Match extends ProseRange {
  /** Vocabulary item, for signals over a vocabulary. */
  readonly item?: string;
}

/** Finds the matches of one signal in a unit. */
export type SignalFinder = (unit: UnitMatches) => readonly Match[];

/** All signals of a rule set, ready to run. */
export interface CompiledSignals {
  /** By number: the place of the signal in the rule set. */
  readonly finders: readonly SignalFinder[];
  /** By id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** What must be found in a unit before a signal can show there; most units hold next to nothing, and nothing more is looked for. */
  readonly wakes: Wakes;
  /** What was found, by number, while those of one unit are looked for; empty before and after, so that units need no room of their own. */
  readonly room: Room;
}

export type Room = (readonly Match[] | undefined)[];

/** The matches of one unit. All signals are looked for when one is first asked for. */
export interface UnitMatches {
  readonly unit: TextUnit;
  /** Terms of all lists, found in one pass when a list is first asked for. */
  terms(list: number): readonly Match[];
  /** Patterns likewise. */
  patterns(pattern: number): readonly Match[];
  /** Values of a kind, found when they are first asked for. */
  readonly values: ValueReader;
  /** Matches of a signal, by position. A number that is none (undefined, for an unknown id) has none. */
  of(signal: number | undefined): readonly Match[];
  /** The signals that have a match here, by number. */
  shown(): readonly ShownSignal[];
  /** Which of other things that terms and patterns make show can show here: their numbers, in rising order. */
  awake(wakes: Wakes): readonly number[];
}

/** A signal with its matches in a unit, by position. */
export interface ShownSignal {
  readonly number: number;
  readonly matches: readonly Match[];
}

const NONE: readonly Match[] = [];
/** Stands for a signal that can show and was not looked for yet. */
const UNSEARCHED: readonly Match[] = [];

/** Find the terms and patterns of all signals and contexts of a rule set. */
export interface Scanners {
  readonly terms: TermScanner;
  readonly patterns: PatternScanner;
}

/** Prepares a unit: nothing is looked for before it is asked for. */
export function matchUnit(unit: TextUnit, signals: CompiledSignals, scanners: Scanners): UnitMatches {
  return new FoundInUnit(unit, signals, scanners);
}

class FoundInUnit implements UnitMatches {
  readonly unit: TextUnit;
  readonly values: ValueReader;
  readonly #signals: CompiledSignals;
  readonly #scanners: Scanners;
  #terms: TermsFound | undefined;
  #patterns: PatternsFound | undefined;
  /** While signals are looked for, which may ask for others: what was found of those that can show at all. */
  #room: Room | undefined;
  #shown: readonly ShownSignal[] | undefined;
  /** The numbers of those, in rising order. */
  readonly #numbers: number[] = [];

  constructor(unit: TextUnit, signals: CompiledSignals, scanners: Scanners) {
    this.unit = unit;
    this.values = readValues(unit.prose.text);
    this.#signals = signals;
    this.#scanners = scanners;
  }

  terms(list: number): readonly Match[] {
    return this.#findTerms().of(list);
  }

  patterns(pattern: number): readonly Match[] {
    return this.#findPatterns().of(pattern);
  }

  of(signal: number | undefined): readonly Match[] {
    if (signal === undefined) return NONE;
    if (this.#room) return this.#find(signal, this.#room);
    const at = this.shown().length > 0 ? findLastAtMost(this.#numbers, signal) : -1;
    return this.#numbers[at] === signal ? (this.shown()[at]?.matches ?? NONE) : NONE;
  }

  shown(): readonly ShownSignal[] {
    this.#shown ??= this.#findShown();
    return this.#shown;
  }

  awake(wakes: Wakes): readonly number[] {
    return findAwake(wakes, this.#findTerms(), this.#findPatterns());
  }

  #findShown(): readonly ShownSignal[] {
    const awake = this.awake(this.#signals.wakes);
    const { room } = this.#signals;
    for (const number of awake) room[number] = UNSEARCHED;
    this.#room = room;
    const shown: ShownSignal[] = [];
    try {
      for (const number of awake) {
        const matches = this.#find(number, room);
        if (matches.length === 0) continue;
        shown.push({ number, matches });
        this.#numbers.push(number);
      }
    } finally {
      this.#room = undefined;
      for (const number of awake) room[number] = undefined;
    }
    return shown;
  }

  #find(signal: number, room: Room): readonly Match[] {
    const known = room[signal];
    if (known !== UNSEARCHED) return known ?? NONE;
    // Set first, so that a cycle among composite signals (a fault of the pack) ends.
    room[signal] = NONE;
    const matches = inOrder(this.#signals.finders[signal]?.(this) ?? NONE);
    room[signal] = matches;
    return matches;
  }

  #findTerms(): TermsFound {
    this.#terms ??= this.#scanners.terms.scan(this.unit.prose.text);
    return this.#terms;
  }

  #findPatterns(): PatternsFound {
    this.#patterns ??= this.#scanners.patterns.scan(this.unit.prose.text);
    return this.#patterns;
  }
}

/** By position, the longer first. Most are so already. */
function inOrder(matches: readonly Match[]): readonly Match[] {
  for (let at = 1; at < matches.length; at++) {
    const [before, match] = [matches[at - 1], matches[at]];
    if (before && match && compare(before, match) > 0) return sortShort([...matches], compare);
  }
  return matches;
}

function compare(a: Match, b: Match): number {
  return a.start - b.start || b.end - a.end;
}
