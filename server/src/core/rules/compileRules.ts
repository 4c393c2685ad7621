import { compileFacets, type FacetTable } from '../considerations/facetTable';
import { buildPatternScanner, startPatternList } from '../patterns/patternScanner';
import type { HeadingMatcher } from '../sections/matchHeading';
import { compileHeadings } from '../sections/matchHeading';
import type { ContextFinder } from '../signals/contexts';
import { compileContexts } from '../signals/contexts';
import type { CompiledSignals, Scanners, SearchLists } from '../signals/matchSignals';
import { compileSignals } from '../signals/matchSignals';
import { buildTermScanner, startTermLists } from '../signals/termScanner';
import type { RuleSet } from './ruleSet';

/** A rule set made ready to run: compile once, use for any number of documents. Immutable. */
export interface CompiledRules {
  readonly ruleSet: RuleSet;
  readonly signals: CompiledSignals;
  /** Find the terms and patterns of all signals and contexts in one pass. */
  readonly scanners: Scanners;
  readonly findContexts: ContextFinder;
  readonly matchHeading: HeadingMatcher;
  /** How words show facets, by consideration. */
  readonly facets: ReadonlyMap<string, FacetTable>;
}

/** Compiles a rule set. Never throws: what is faulty has been reported by the pack reader and matches nothing. */
export function compileRules(ruleSet: RuleSet): CompiledRules {
  const lists: SearchLists = { terms: startTermLists(), patterns: startPatternList() };
  const signals = compileSignals(ruleSet, lists);
  const findContexts = compileContexts(ruleSet, lists);
  return {
    ruleSet,
    signals,
    scanners: {
      terms: buildTermScanner(lists.terms.lists),
      patterns: buildPatternScanner(lists.patterns.sources),
    },
    findContexts,
    matchHeading: compileHeadings(ruleSet),
    facets: new Map(
      [...ruleSet.considerations].map(([id, consideration]) => [id, compileFacets(consideration, signals.numbers)]),
    ),
  };
}
