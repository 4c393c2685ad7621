import type { TextUnit } from '../document/documentModel';
import type { Signal } from '../rules/pack';
import type { Pattern } from '../rules/pattern';
import { compilePattern, patternProblem } from '../rules/pattern';
import type { RuleSet } from '../rules/ruleSet';
import type { ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';
import { findStructures } from './structures';
import { buildWholeTermMatchers } from './term';
import type { IndexedProse } from './termIndex';
import { buildTermIndex, findTerms, indexWords } from './termIndex';
import { buildCountFinder, findValues } from './values';

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
  readonly words: IndexedProse;
  /** Matches of a signal, by position. Unknown signals have none. */
  of(signal: string): readonly Match[];
}

/** Compiles every signal of the rule set. Parts of a signal that are faulty match nothing: the pack reader has reported them. */
export function compileSignals(ruleSet: RuleSet): CompiledSignals {
  return new Map([...ruleSet.signals].map(([id, signal]) => [id, compileSignal(signal, ruleSet)]));
}

/** Prepares a unit: each signal is searched at most once, when it is first asked for. */
export function matchUnit(unit: TextUnit, signals: CompiledSignals): UnitMatches {
  const found = new Map<string, readonly Match[]>();
  const matches: UnitMatches = {
    unit,
    words: indexWords(unit.prose.text),
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

function compileSignal(signal: Signal, ruleSet: RuleSet): SignalFinder {
  const find = compileFinder(signal, ruleSet);
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

function compileFinder(signal: Signal, ruleSet: RuleSet): SignalFinder {
  if (signal.terms) return compileTerms(signal.terms);
  if (signal.patterns) return compilePatterns(signal.patterns);
  if (signal.vocabulary !== undefined) return compileVocabulary(signal.vocabulary, ruleSet);
  if (signal.value === 'count') return compileCount(signal.units ?? []);
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

function compileTerms(terms: readonly string[]): SignalFinder {
  const index = buildTermIndex(terms);
  return (unit) => findTerms(index, unit.words);
}

function compilePatterns(sources: readonly string[]): SignalFinder {
  const patterns: readonly Pattern[] = sources
    .filter((source) => patternProblem(source) === undefined)
    .map(compilePattern);
  return (unit) => patterns.flatMap((pattern) => pattern.findAll(unit.unit.prose.text));
}

function compileCount(units: readonly string[]): SignalFinder {
  const find = buildCountFinder(units);
  return (unit) => find(unit.words);
}

function compileVocabulary(id: string, ruleSet: RuleSet): SignalFinder {
  const items = Object.entries(ruleSet.vocabularies.get(id)?.items ?? {});
  const termsOf = (item: (typeof items)[number][1]) => item.terms ?? [item.label];
  const index = buildTermIndex(items.flatMap(([, item]) => termsOf(item)));
  const itemMatchers = items.map(([itemId, item]) => ({
    itemId,
    matchers: lazily(() => buildWholeTermMatchers(termsOf(item))),
  }));
  const itemOfWords = new Map<string, string | undefined>();
  const findItem = (words: string) => {
    if (!itemOfWords.has(words)) {
      itemOfWords.set(words, itemMatchers.find((entry) => entry.matchers().some((m) => m.test(words)))?.itemId);
    }
    return itemOfWords.get(words);
  };
  return (unit) => {
    const text = unit.unit.prose.text;
    return findTerms(index, unit.words).map((range) => ({
      ...range,
      item: findItem(text.slice(range.start, range.end)),
    }));
  };
}

/** Most items of a vocabulary are never met in a paper: their expressions are built when they are first needed. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
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
