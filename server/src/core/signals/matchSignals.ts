import type { TextUnit } from '../document/documentModel';
import type { PatternList, PatternScanner, PatternsFound } from '../patterns/patternScanner';
import type { Signal, Vocabulary } from '../rules/pack';
import type { RuleSet } from '../rules/ruleSet';
import type { ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';
import { findStructures } from './structures';
import type { ListedTerm, TermLists, TermScanner, TermsFound } from './termScanner';
import { findCounts, findValues, findWords } from './values';

/** A place in a unit's prose where a signal shows. */
export interface Match extends ProseRange {
  /** Vocabulary item, for signals over a vocabulary. */
  readonly item?: string;
}

/** Finds the matches of one signal in a unit. */
export type SignalFinder = (unit: UnitMatches) => readonly Match[];

/** All signals of a rule set, ready to run. */
export type CompiledSignals = ReadonlyMap<string, SignalFinder>;

/** The matches of one unit, found once per signal and on demand. */
export interface UnitMatches {
  readonly unit: TextUnit;
  /** Terms of all lists, found in one pass when a list is first asked for. */
  terms(list: number): readonly Match[];
  /** Patterns likewise. */
  patterns(pattern: number): readonly Match[];
  /** Matches of a signal, by position. Unknown signals have none. */
  of(signal: string): readonly Match[];
}

/** What the signals and contexts of a rule set look for, gathered while they are compiled, so that one pass over a unit finds it all. */
export interface SearchLists {
  readonly terms: TermLists;
  readonly patterns: PatternList;
}

/** Finds what was gathered. */
export interface Scanners {
  readonly terms: TermScanner;
  readonly patterns: PatternScanner;
}

/**
 * Compiles every signal of the rule set; the terms and patterns that they look for are added to `lists`.
 * Parts of a signal that are faulty match nothing: the pack reader has reported them.
 */
export function compileSignals(ruleSet: RuleSet, lists: SearchLists): CompiledSignals {
  const vocabularies = new Map<string, number>();
  const listOf = (id: string) => {
    const list = vocabularies.get(id) ?? lists.terms.add(listItems(ruleSet.vocabularies.get(id)));
    vocabularies.set(id, list);
    return list;
  };
  return new Map([...ruleSet.signals].map(([id, signal]) => [id, compileSignal(signal, listOf, lists)]));
}

/** Prepares a unit: each signal is searched at most once, when it is first asked for. */
export function matchUnit(unit: TextUnit, signals: CompiledSignals, scanners: Scanners): UnitMatches {
  const found = new Map<string, readonly Match[]>();
  let terms: TermsFound | undefined;
  let patterns: PatternsFound | undefined;
  const matches: UnitMatches = {
    unit,
    terms(list) {
      terms ??= scanners.terms.scan(unit.prose.text);
      return terms.of(list);
    },
    patterns(pattern) {
      patterns ??= scanners.patterns.scan(unit.prose.text);
      return patterns.of(pattern);
    },
    of(id) {
      const known = found.get(id);
      if (known !== undefined) return known;
      // Set first, so that a cycle among composite signals (a fault of the pack) ends.
      found.set(id, []);
      const result = [...(signals.get(id)?.(matches) ?? [])].sort((a, b) => a.start - b.start || b.end - a.end);
      found.set(id, result);
      return result;
    },
  };
  return matches;
}

function listItems(vocabulary: Vocabulary | undefined): readonly ListedTerm[] {
  return Object.entries(vocabulary?.items ?? {}).flatMap(([item, { terms, label }]) =>
    (terms ?? [label]).map((term) => ({ term, item })),
  );
}

/** The list of a vocabulary, one for all signals over it. */
type ListOf = (vocabulary: string) => number;

function compileSignal(signal: Signal, listOf: ListOf, lists: SearchLists): SignalFinder {
  const find = compileFinder(signal, listOf, lists);
  const unless = signal.unless ?? [];
  const except = signal.except ?? [];
  if (unless.length + except.length === 0) return find;
  return (unit) =>
    find(unit).filter((match) => {
      const scope = scopeOf(unit.unit, match);
      if (unless.some((other) => unit.of(other).some((m) => inside(m, scope)))) return false;
      return !except.some((other) => unit.of(other).some((m) => overlaps(m, match)));
    });
}

function compileFinder(signal: Signal, listOf: ListOf, lists: SearchLists): SignalFinder {
  if (signal.terms) return findListed(lists.terms.add(signal.terms.map((term) => ({ term }))));
  if (signal.patterns) return compilePatterns(signal.patterns, lists);
  if (signal.vocabulary !== undefined) return findListed(listOf(signal.vocabulary));
  if (signal.value === 'count') return compileCount(signal.units ?? [], lists.terms);
  if (signal.value !== undefined) {
    const kind = signal.value;
    return (unit) => findValues(kind, unit.unit.prose.text);
  }
  if (signal.structure !== undefined) {
    const kind = signal.structure;
    return (unit) => findStructures(kind, unit.unit);
  }
  const { any, all } = signal;
  if (any !== undefined) return (unit) => any.flatMap((id) => unit.of(id));
  if (all !== undefined) return (unit) => findTogether(unit, all, signal);
  return () => [];
}

function findListed(list: number): SignalFinder {
  return (unit) => unit.terms(list);
}

function compilePatterns(sources: readonly string[], lists: SearchLists): SignalFinder {
  const patterns = sources.map(lists.patterns.add);
  return (unit) => patterns.flatMap(unit.patterns);
}

function compileCount(units: readonly string[], lists: TermLists): SignalFinder {
  if (units.length === 0) return ({ unit }) => findCounts(unit.prose.text, findWords(unit.prose.text));
  const list = lists.add(units.map((term) => ({ term })));
  return (unit) => findCounts(unit.unit.prose.text, unit.terms(list));
}

/** For each match of the first signal: the nearest of every other one in reach, and the words from the first to the last of them. */
function findTogether(unit: UnitMatches, all: readonly string[], signal: Signal): readonly Match[] {
  const [first, ...rest] = all;
  if (first === undefined) return [];
  const found: Match[] = [];
  for (const start of unit.of(first)) {
    const scope =
      signal.within === undefined || signal.within === 'sentence' ? scopeOf(unit.unit, start) : wholeOf(unit.unit);
    const parts: Match[] = [start];
    for (const id of rest) {
      const last = parts.at(-1) ?? start;
      const partner = unit
        .of(id)
        .filter(
          (m) => inside(m, scope) && !parts.some((p) => overlaps(m, p)) && (!signal.ordered || m.start >= last.end),
        )
        .sort((a, b) => distance(a, last) - distance(b, last))[0];
      if (partner === undefined) break;
      parts.push(partner);
    }
    if (parts.length < all.length) continue;
    const range = { start: Math.min(...parts.map((p) => p.start)), end: Math.max(...parts.map((p) => p.end)) };
    if (signal.words !== undefined && gapWords(unit.unit.prose.text, parts) > signal.words) continue;
    found.push({
      ...(signal.within === 'paragraph' ? start : range),
      item: parts.find((p) => p.item !== undefined)?.item,
    });
  }
  return found;
}

/** The sentence around a match; for a table row, which is one sentence, still the row. */
export function scopeOf(unit: TextUnit, match: ProseRange): ProseRange {
  return unit.sentences.find((s) => s.start <= match.start && match.start < s.end) ?? wholeOf(unit);
}

function wholeOf(unit: TextUnit): ProseRange {
  return { start: 0, end: unit.prose.text.length };
}

function inside(inner: ProseRange, outer: ProseRange): boolean {
  return outer.start <= inner.start && inner.start < outer.end;
}

function distance(a: ProseRange, b: ProseRange): number {
  return a.start >= b.end ? a.start - b.end : Math.max(0, b.start - a.end);
}

function gapWords(text: string, parts: readonly ProseRange[]): number {
  const sorted = [...parts].sort((a, b) => a.start - b.start);
  let words = 0;
  for (let i = 1; i < sorted.length; i++) {
    const gap = text.slice(sorted[i - 1]?.end ?? 0, sorted[i]?.start ?? 0);
    words += gap.split(' ').filter(Boolean).length;
  }
  return words;
}
