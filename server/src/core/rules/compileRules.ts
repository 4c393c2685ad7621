import { buildPatternScanner, startPatternList } from '../patterns/patternScanner';
import type { HeadingMatcher } from '../sections/matchHeading';
import { compileHeadings } from '../sections/matchHeading';
import type { ContextFinder } from '../signals/contexts';
import { compileContexts } from '../signals/contexts';
import type { CompiledSignals, Scanners, SearchLists } from '../signals/matchSignals';
import { compileSignals } from '../signals/matchSignals';
import { buildTermMatchers } from '../signals/term';
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
  /** Matchers for header cells, by `consideration/facet`. */
  readonly columns: ReadonlyMap<string, readonly RegExp[]>;
}

/** Compiles a rule set. Never throws: what is faulty has been reported by the pack reader and matches nothing. */
export function compileRules(ruleSet: RuleSet): CompiledRules {
  const columns = new Map<string, readonly RegExp[]>();
  for (const [id, consideration] of ruleSet.considerations) {
    for (const [facetId, facet] of Object.entries(consideration.facets)) {
      if (facet.columns) columns.set(`${id}/${facetId}`, buildTermMatchers(facet.columns));
    }
  }
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
    columns,
  };
}
