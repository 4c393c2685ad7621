import type { PatternList } from '../patterns/patternScanner';
import type { Signal, Vocabulary } from '../rules/pack';
import type { RuleSet } from '../rules/ruleSet';
import { overlaps } from '../text/span';
import type { ListedTerm } from './compiledTerms';
import { findAllNear } from './findAllNear';
import type { CompiledSignals, Match, SignalFinder, UnitMatches } from './matchSignals';
import { inside, scopeOf } from './sentenceScope';
import { findStructures } from './structures';
import type { TermLists } from './termScanner';
import { findCounts, findWords } from './values';
import { findWakes, type Source } from './wakes';

/** What the signals and contexts of a rule set look for, gathered while they are compiled, so that one pass over a unit finds it all. */
export interface SearchLists {
  readonly terms: TermLists;
  readonly patterns: PatternList;
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
  const numbers = new Map([...ruleSet.signals.keys()].map((id, number) => [id, number]));
  const numberAll = (ids: readonly string[] = []) => ids.flatMap((id) => numbers.get(id) ?? []);
  const finders: SignalFinder[] = [];
  const sources: Source[] = [];
  for (const signal of ruleSet.signals.values()) {
    const { find, source } = compileFinder(signal, listOf, numberAll, lists);
    finders.push(restrict(find, numberAll(signal.unless), numberAll(signal.except)));
    sources.push(source);
  }
  return { finders, numbers, wakes: findWakes(sources), room: new Array(sources.length).fill(undefined) };
}

function listItems(vocabulary: Vocabulary | undefined): readonly ListedTerm[] {
  return Object.entries(vocabulary?.items ?? {}).flatMap(([item, { terms, label }]) =>
    (terms ?? [label]).map((term) => ({ term, item })),
  );
}

/** The list of a vocabulary, one for all signals over it. */
type ListOf = (vocabulary: string) => number;
/** Numbers of signals; those that are not known are left out. */
type NumberAll = (ids: readonly string[]) => readonly number[];

interface Finder {
  readonly find: SignalFinder;
  readonly source: Source;
}

/** Takes away the matches that `unless` and `except` of the signal speak of. */
function restrict(find: SignalFinder, unless: readonly number[], except: readonly number[]): SignalFinder {
  if (unless.length + except.length === 0) return find;
  return (unit) => {
    const found = find(unit);
    if (found.length === 0) return found;
    // In most units nothing of all that is found.
    const forbidding = findSpeaking(unit, unless);
    const covering = findSpeaking(unit, except);
    if (forbidding.length + covering.length === 0) return found;
    const isTaken = (match: Match): boolean => {
      const scope = forbidding.length > 0 && scopeOf(unit.unit, match);
      if (scope && forbidding.some((matches) => matches.some((m) => inside(m, scope)))) return true;
      return covering.some((matches) => matches.some((m) => overlaps(m, match)));
    };
    return found.some(isTaken) ? found.filter((match) => !isTaken(match)) : found;
  };
}

const NOTHING: readonly (readonly Match[])[] = [];

/** The matches of those of some signals that show in a unit. */
function findSpeaking(unit: UnitMatches, signals: readonly number[]): readonly (readonly Match[])[] {
  let speaking: (readonly Match[])[] | undefined;
  for (const signal of signals) {
    const matches = unit.of(signal);
    if (matches.length === 0) continue;
    speaking ??= [];
    speaking.push(matches);
  }
  return speaking ?? NOTHING;
}

function compileFinder(signal: Signal, listOf: ListOf, numberAll: NumberAll, lists: SearchLists): Finder {
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
  if (signal.any !== undefined) return findAny(numberAll(signal.any));
  const all = numberAll(signal.all ?? []);
  // One of them is not known: it shows nowhere.
  if (all.length < (signal.all ?? []).length) return { find: () => [], source: { signals: [] } };
  return { find: (unit) => findAllNear(unit, all, signal), source: { signals: all.slice(0, 1) } };
}

function findAny(signals: readonly number[]): Finder {
  return { find: (unit) => joinFound(signals, (signal) => unit.of(signal)), source: { signals } };
}

const NO_MATCHES: readonly Match[] = [];

/** All that is found of several things, one after the other. Mostly it is of one of them, and no copy is made. */
function joinFound(numbers: readonly number[], find: (number: number) => readonly Match[]): readonly Match[] {
  let only = NO_MATCHES;
  let joined: Match[] | undefined;
  for (const number of numbers) {
    const own = find(number);
    if (own.length === 0) continue;
    if (only.length === 0) only = own;
    else {
      joined ??= [...only];
      for (const match of own) joined.push(match);
    }
  }
  return joined ?? only;
}

function findListed(list: number): Finder {
  return { find: (unit) => unit.terms(list), source: { terms: list } };
}

function compilePatterns(sources: readonly string[], lists: SearchLists): Finder {
  const patterns = sources.map(lists.patterns.add);
  const find = (unit: UnitMatches) => {
    const { text } = unit.unit.prose;
    return joinFound(patterns, (pattern) => fromFirstWord(unit.patterns(pattern), text));
  };
  return { find, source: { patterns } };
}

/** Begins of a sentence or clause are told by the stop before them, which belongs to what was said before and is not shown. */
function fromFirstWord(matches: readonly Match[], text: string): readonly Match[] {
  if (!matches.some(({ start }) => STOPS.includes(text.charAt(start)))) return matches;
  return matches.map((match) => {
    if (!STOPS.includes(text.charAt(match.start))) return match;
    const after = text.charAt(match.start + 1) === ' ' ? match.start + 2 : match.start + 1;
    return after < match.end ? { ...match, start: after } : match;
  });
}

const STOPS = '.!?;:•*–';

function compileCount(units: readonly string[], lists: TermLists): Finder {
  if (units.length === 0) {
    const find: SignalFinder = ({ unit, values }) => findCounts(unit.prose.text, values, findWords(unit.prose.text));
    return { find, source: 'always' };
  }
  const list = lists.add(units.map((term) => ({ term })));
  const find: SignalFinder = (unit) => findCounts(unit.unit.prose.text, unit.values, unit.terms(list));
  return { find, source: { terms: list } };
}
