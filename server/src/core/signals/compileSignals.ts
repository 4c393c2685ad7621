import type { PatternList } from '../patterns/patternScanner';
import type { Signal, Vocabulary } from '../rules/pack';
import type { RuleSet } from '../rules/ruleSet';
import { overlaps } from '../text/span';
import { findAllNear } from './findAllNear';
import type { CompiledSignals, SignalFinder } from './matchSignals';
import { inside, scopeOf } from './sentenceScope';
import { findStructures } from './structures';
import type { ListedTerm, TermLists } from './termScanner';
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

function listItems(vocabulary: Vocabulary | undefined): readonly ListedTerm[] {
  return Object.entries(vocabulary?.items ?? {}).flatMap(([item, { terms, label }]) =>
    (terms ?? [label]).map((term) => ({ term, item })),
  );
}

/** The list of a vocabulary, one for all signals over it. */
type ListOf = (vocabulary: string) => number;

interface Finder {
  readonly find: SignalFinder;
  readonly source: Source;
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
  return { find: (unit) => findAllNear(unit, all, signal), source: { signals: all.slice(0, 1) } };
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
