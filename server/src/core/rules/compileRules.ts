import type { HeadingMatcher } from '../sections/matchHeading';
import { compileHeadings } from '../sections/matchHeading';
import type { ContextFinder } from '../signals/contexts';
import { compileContexts } from '../signals/contexts';
import type { CompiledSignals } from '../signals/matchSignals';
import { compileSignals } from '../signals/matchSignals';
import { buildTermMatchers } from '../signals/term';
import type { RuleSet } from './ruleSet';

/** A rule set made ready to run: compile once, use for any number of documents. Immutable. */
export interface CompiledRules {
  readonly ruleSet: RuleSet;
  readonly signals: CompiledSignals;
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
  return {
    ruleSet,
    signals: compileSignals(ruleSet),
    findContexts: compileContexts(ruleSet),
    matchHeading: compileHeadings(ruleSet),
    columns,
  };
}
