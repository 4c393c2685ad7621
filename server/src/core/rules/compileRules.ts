import { compileFacets, type FacetTable } from '../considerations/facetTable';
import { buildPatternScanner, startPatternList } from '../patterns/patternScanner';
import type { HeadingMatcher } from '../sections/matchHeading';
import { compileHeadings } from '../sections/matchHeading';
import { compileSignals, type SearchLists } from '../signals/compileSignals';
import type { ContextFinder } from '../signals/contexts';
import { compileContexts } from '../signals/contexts';
import type { CompiledSignals, Scanners } from '../signals/matchSignals';
import { buildTermScanner, startTermLists } from '../signals/termScanner';
import type { Rule } from './pack';
import type { RuleSet } from './ruleSet';

/** A rule set made ready to run: compile once, use for any number of documents. Immutable. */
export interface CompiledRules {
  readonly ruleSet: RuleSet;
  readonly signals: CompiledSignals;
  /** Find the terms and patterns of all signals and contexts in one pass. */
  readonly scanners: Scanners;
  readonly findContexts: ContextFinder;
  readonly matchHeading: HeadingMatcher;
  /** The rule that asks for a consideration, by the consideration. */
  readonly askedBy: ReadonlyMap<string, Rule>;
  /** How words show the facets of all considerations. */
  readonly facets: FacetTable;
}

/** Compiles a rule set. Never throws: what is faulty has been reported by the pack reader and matches nothing. */
export function compileRules(ruleSet: RuleSet): CompiledRules {
  const lists: SearchLists = { terms: startTermLists(), patterns: startPatternList() };
  const signals = compileSignals(ruleSet, lists);
  const findContexts = compileContexts(ruleSet, lists, signals.numbers);
  const facets = compileFacets(ruleSet.considerations.values(), signals.numbers, lists);
  return {
    ruleSet,
    signals,
    scanners: {
      terms: buildTermScanner(lists.terms.lists),
      patterns: buildPatternScanner(lists.patterns.sources),
    },
    findContexts,
    matchHeading: compileHeadings(ruleSet),
    askedBy: findAsking(ruleSet),
    facets,
  };
}

/** Where several rules ask for the same, the first one does. */
function findAsking(ruleSet: RuleSet): ReadonlyMap<string, Rule> {
  const found = new Map<string, Rule>();
  for (const rule of ruleSet.rules.values()) {
    const { check, consideration } = rule;
    if (check === 'consideration' && consideration !== undefined && !found.has(consideration))
      found.set(consideration, rule);
  }
  return found;
}
