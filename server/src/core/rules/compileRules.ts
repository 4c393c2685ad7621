import { compileFacets, type FacetTable } from '../considerations/facetTable';
import { lazily } from '../lazily';
import { buildPatternScanner, preparePatterns, startPatternList } from '../patterns/patternScanner';
import type { HeadingMatcher } from '../sections/matchHeading';
import { compileHeadings } from '../sections/matchHeading';
import { prepareTerms } from '../signals/compiledTerms';
import { compileSignals, type SearchLists } from '../signals/compileSignals';
import type { ContextFinder } from '../signals/contexts';
import { compileContexts } from '../signals/contexts';
import type { CompiledSignals, Scanners } from '../signals/matchSignals';
import { buildTermScanner, startTermLists, type TermLists, type TermScanner } from '../signals/termScanner';
import type { Rule } from './pack';
import type { PreparedRules, RuleSet } from './ruleSet';

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
  const lists = startLists();
  const { prepared } = ruleSet;
  // Asked for with the first heading, when all lists are there.
  const headings = lazily(() => buildTermScanner(lists.headings.lists, prepared?.headings));
  const compiled = compileOver(ruleSet, lists, headings);
  const scanners = {
    terms: buildTermScanner(lists.terms.lists, prepared?.terms),
    patterns: buildPatternScanner(lists.patterns.sources, prepared?.patterns),
  };
  return { ...compiled, scanners };
}

/**
 * Prepares what `compileRules` makes of the same rule set, with the states that these texts meet; undefined when there is too much of it.
 */
export function prepareRules(ruleSet: RuleSet, texts: readonly string[] = []): PreparedRules | undefined {
  const lists = startLists();
  compileOver(ruleSet, lists, () => buildTermScanner([]));
  const terms = prepareTerms(lists.terms.lists);
  const headings = prepareTerms(lists.headings.lists);
  const patterns = preparePatterns(lists.patterns.sources);
  if (!terms || !headings || !patterns) return undefined;
  return {
    terms: { ...terms, met: meet(buildTermScanner(lists.terms.lists, terms), texts) },
    headings: { ...headings, met: meet(buildTermScanner(lists.headings.lists, headings), texts) },
    patterns: { ...patterns, met: meet(buildPatternScanner(lists.patterns.sources, patterns), texts) },
  };
}

/** What a scanner has met after some texts. */
function meet<T>(scanner: { scan(prose: string): unknown; met(): T }, texts: readonly string[]): T {
  for (const text of texts) scanner.scan(text);
  return scanner.met();
}

interface AllLists extends SearchLists {
  readonly headings: TermLists;
}

function startLists(): AllLists {
  return { terms: startTermLists(), patterns: startPatternList(), headings: startTermLists() };
}

function compileOver(ruleSet: RuleSet, lists: AllLists, headings: () => TermScanner): Omit<CompiledRules, 'scanners'> {
  const signals = compileSignals(ruleSet, lists);
  const findContexts = compileContexts(ruleSet, lists, signals.numbers);
  const facets = compileFacets(ruleSet.considerations.values(), signals.numbers, lists);
  return {
    ruleSet,
    signals,
    findContexts,
    matchHeading: compileHeadings(ruleSet, lists.headings, headings),
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
