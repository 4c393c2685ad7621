import type { TextUnit } from '../document/documentModel';
import { lazily } from '../lazily';
import type { PatternList, PatternScanner, PatternsFound } from '../patterns/patternScanner';
import type { Signal, Vocabulary } from '../rules/pack';
import type { RuleSet } from '../rules/ruleSet';
import type { ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';
import { findStructures } from './structures';
import type { ListedTerm, TermLists, TermScanner, TermsFound } from './termScanner';
import { findCounts, findWords, readValues, type ValueReader } from './values';

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

/** Ids of the signals that a list of terms or a pattern can make show, by its number; and of those that are always looked for. */
export interface Wakes {
  readonly byTerms: readonly (readonly string[] | undefined)[];
  readonly byPattern: readonly (readonly string[] | undefined)[];
  readonly always: readonly string[];
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
  const sources = new Map<string, Source>();
  const finders = new Map<string, SignalFinder>();
  for (const [id, signal] of ruleSet.signals) {
    const { find, source } = compileFinder(signal, listOf, lists);
    finders.set(id, restrict(find, signal));
    sources.set(id, source);
  }
  const numbers = new Map([...finders.keys()].map((id, number) => [id, number]));
  return { finders, numbers, wakes: findWakes(sources) };
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

function findAwake({ byTerms, byPattern, always }: Wakes, terms: TermsFound, patterns: PatternsFound): Set<string> {
  const awake = new Set(always);
  for (const list of terms.lists()) for (const id of byTerms[list] ?? []) awake.add(id);
  for (const pattern of patterns.patterns()) for (const id of byPattern[pattern] ?? []) awake.add(id);
  return awake;
}

/** By position, the longer first. Most are so already. */
function inOrder(matches: readonly Match[]): readonly Match[] {
  const compare = (a: Match, b: Match) => a.start - b.start || b.end - a.end;
  const isOrdered = matches.every((match, at) => at === 0 || compare(matches[at - 1] ?? match, match) <= 0);
  return isOrdered ? matches : [...matches].sort(compare);
}

function listItems(vocabulary: Vocabulary | undefined): readonly ListedTerm[] {
  return Object.entries(vocabulary?.items ?? {}).flatMap(([item, { terms, label }]) =>
    (terms ?? [label]).map((term) => ({ term, item })),
  );
}

/** The list of a vocabulary, one for all signals over it. */
type ListOf = (vocabulary: string) => number;

/** What a signal is found from: lists of terms, patterns, or other signals any of which it needs; `always` when it must be looked for. */
type Source =
  | { readonly terms: number }
  | { readonly patterns: readonly number[] }
  | { readonly signals: readonly string[] }
  | 'always';

interface Finder {
  readonly find: SignalFinder;
  readonly source: Source;
}

function findWakes(sources: ReadonlyMap<string, Source>): Wakes {
  const byTerms: (string[] | undefined)[] = [];
  const byPattern: (string[] | undefined)[] = [];
  const always: string[] = [];
  const add = (wakes: (string[] | undefined)[], number: number, id: string) => {
    const ids = wakes[number] ?? [];
    ids.push(id);
    wakes[number] = ids;
  };
  for (const id of sources.keys()) {
    const reached = new Set([id]);
    for (const other of reached) {
      const source = sources.get(other);
      if (source === 'always') always.push(id);
      else if (source && 'signals' in source) for (const next of source.signals) reached.add(next);
      else if (source && 'terms' in source) add(byTerms, source.terms, id);
      else for (const pattern of source?.patterns ?? []) add(byPattern, pattern, id);
    }
  }
  return { byTerms, byPattern, always };
}

/** Takes away the matches that `unless` and `except` of the signal speak of. */
function restrict(find: SignalFinder, { unless = [], except = [] }: Signal): SignalFinder {
  if (unless.length + except.length === 0) return find;
  return (unit) =>
    find(unit).filter((match) => {
      const scope = scopeOf(unit.unit, match);
      if (unless.some((other) => unit.of(other).some((m) => inside(m, scope)))) return false;
      return !except.some((other) => unit.of(other).some((m) => overlaps(m, match)));
    });
}

function compileFinder(signal: Signal, listOf: ListOf, lists: SearchLists): Finder {
  if (signal.terms) return findListed(lists.terms.add(signal.terms.map((term) => ({ term }))));
  if (signal.patterns) return compilePatterns(signal.patterns, lists);
  if (signal.vocabulary !== undefined) return findListed(listOf(signal.vocabulary));
  if (signal.value === 'count') return compileCount(signal.units ?? [], lists.terms);
  if (signal.value !== undefined) {
    const kind = signal.value;
    return { find: (unit) => unit.values(kind), source: 'always' };
  }
  if (signal.structure !== undefined) {
    const kind = signal.structure;
    return { find: (unit) => findStructures(kind, unit.unit), source: 'always' };
  }
  const { any, all = [] } = signal;
  if (any !== undefined) return { find: (unit) => any.flatMap((id) => unit.of(id)), source: { signals: any } };
  return { find: (unit) => findTogether(unit, all, signal), source: { signals: all.slice(0, 1) } };
}

function findListed(list: number): Finder {
  return { find: (unit) => unit.terms(list), source: { terms: list } };
}

function compilePatterns(sources: readonly string[], lists: SearchLists): Finder {
  const patterns = sources.map(lists.patterns.add);
  return { find: (unit) => patterns.flatMap(unit.patterns), source: { patterns } };
}

function compileCount(units: readonly string[], lists: TermLists): Finder {
  if (units.length === 0) {
    const find: SignalFinder = ({ unit, values }) => findCounts(unit.prose.text, values, findWords(unit.prose.text));
    return { find, source: 'always' };
  }
  const list = lists.add(units.map((term) => ({ term })));
  const find: SignalFinder = ({ unit, values, terms }) => findCounts(unit.prose.text, values, terms(list));
  return { find, source: { terms: list } };
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
  const { sentences } = unit;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= match.start) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  return sentence && sentence.start <= match.start && match.start < sentence.end ? sentence : wholeOf(unit);
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
