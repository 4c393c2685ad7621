import type { TextUnit } from '../document/documentModel';
import type { PatternScanner, PatternsFound } from '../patterns/patternScanner';
import { sortShort } from '../sortShort';
import type { ProseRange } from '../text/proseRange';
import type { TermScanner, TermsFound } from './termScanner';
import { readValues, type ValueReader } from './values';
import { type Awake, findAwake, type Wakes } from './wakes';

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
}

/** The matches of one unit, found once per signal and on demand. */
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
  /** The signals that have a match here. */
  shown(): readonly ShownSignal[];
  /** Which of other things that terms and patterns make show can show here. */
  awake(wakes: Wakes): Awake;
}

/** A signal with its matches in a unit, by position. */
export interface ShownSignal {
  readonly number: number;
  readonly matches: readonly Match[];
}

const NONE: readonly Match[] = [];

/** Find the terms and patterns of all signals and contexts of a rule set. */
export interface Scanners {
  readonly terms: TermScanner;
  readonly patterns: PatternScanner;
}

/** Prepares a unit: each signal is searched at most once, when it is first asked for. */
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
  #awake: Awake | undefined;
  #shown: readonly ShownSignal[] | undefined;
  readonly #found = new Map<number, readonly Match[]>();

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
    const known = this.#found.get(signal);
    if (known !== undefined) return known;
    if (!this.#findAwake().has(signal)) return NONE;
    // Set first, so that a cycle among composite signals (a fault of the pack) ends.
    this.#found.set(signal, NONE);
    const result = inOrder(this.#signals.finders[signal]?.(this) ?? NONE);
    this.#found.set(signal, result);
    return result;
  }

  shown(): readonly ShownSignal[] {
    this.#shown ??= this.#findShown();
    return this.#shown;
  }

  #findShown(): readonly ShownSignal[] {
    const shown: ShownSignal[] = [];
    for (const number of this.#findAwake().numbers) {
      const matches = this.of(number);
      if (matches.length > 0) shown.push({ number, matches });
    }
    return shown;
  }

  awake(wakes: Wakes): Awake {
    return findAwake(wakes, this.#findTerms(), this.#findPatterns());
  }

  #findTerms(): TermsFound {
    this.#terms ??= this.#scanners.terms.scan(this.unit.prose.text);
    return this.#terms;
  }

  #findPatterns(): PatternsFound {
    this.#patterns ??= this.#scanners.patterns.scan(this.unit.prose.text);
    return this.#patterns;
  }

  #findAwake(): Awake {
    this.#awake ??= this.awake(this.#signals.wakes);
    return this.#awake;
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
