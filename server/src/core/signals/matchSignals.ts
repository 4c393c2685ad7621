import type { TextUnit } from '../document/documentModel';
import { lazily } from '../lazily';
import type { PatternScanner } from '../patterns/patternScanner';
import type { ProseRange } from '../text/proseRange';
import type { TermScanner } from './termScanner';
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
  readonly finders: ReadonlyMap<string, SignalFinder>;
  /** Places of the signals in the rule set, by id. */
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
  /** Matches of a signal, by position. Unknown signals have none. */
  of(signal: string): readonly Match[];
  /** The signals that have a match here. */
  shown(): readonly ShownSignal[];
}

/** A signal with its matches in a unit, by position. */
export interface ShownSignal {
  readonly id: string;
  /** Place among the signals of the rule set. */
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
  const { text } = unit.prose;
  const found = new Map<string, readonly Match[]>();
  const scanTerms = lazily(() => scanners.terms.scan(text));
  const scanPatterns = lazily(() => scanners.patterns.scan(text));
  const awake = lazily(() => findAwake(signals.wakes, scanTerms(), scanPatterns()));
  const matches: UnitMatches = {
    unit,
    terms: (list) => scanTerms().of(list),
    patterns: (pattern) => scanPatterns().of(pattern),
    values: readValues(text),
    of(id) {
      const known = found.get(id);
      if (known !== undefined) return known;
      if (!awake().has(id)) return NONE;
      // Set first, so that a cycle among composite signals (a fault of the pack) ends.
      found.set(id, NONE);
      const result = inOrder(signals.finders.get(id)?.(matches) ?? NONE);
      found.set(id, result);
      return result;
    },
    shown: lazily(() => {
      const shown: ShownSignal[] = [];
      for (const id of awake()) {
        const own = matches.of(id);
        if (own.length > 0) shown.push({ id, number: signals.numbers.get(id) ?? -1, matches: own });
      }
      return shown;
    }),
  };
  return matches;
}

/** By position, the longer first. Most are so already. */
function inOrder(matches: readonly Match[]): readonly Match[] {
  const compare = (a: Match, b: Match) => a.start - b.start || b.end - a.end;
  const isOrdered = matches.every((match, at) => at === 0 || compare(matches[at - 1] ?? match, match) <= 0);
  return isOrdered ? matches : [...matches].sort(compare);
}
