import { readFileSync } from 'node:fs';
import type { CompiledRules } from '../../server/src/core';
import type { FindingCounts } from './countFindings';
import { countFindings } from './countFindings';
import type { Label } from './fixture';
import type { JudgedFixture, Outcome } from './judgeFixture';
import { analyzePaper } from './judgeFixture';
import { judgePapers, judgePart, PARTS, type Part } from './loadFixtures';
import type { Score } from './score';
import { round, score, share } from './score';
import type { CorpusScore, PagesScore } from './scoreCorpus';
import type { RuleScore } from './scoreRules';
import { scoreRules } from './scoreRules';

export interface PartFigures {
  readonly considerations: Readonly<Record<string, Score>>;
  readonly all: Score;
  readonly rules: Readonly<Record<string, RuleScore>>;
  /** Of the labelled passages, the share that the engine sees as a section of their own. */
  readonly sectionsFound: number | null;
}

/** Of whole papers, whose sections are judged for every consideration. */
export interface PapersFigures extends Omit<PartFigures, 'rules'> {
  /** By what sort of paper it is, as its name begins. */
  readonly kinds: Readonly<Record<string, Score>>;
}

/** What is committed in `figures.json`. */
export interface Figures {
  readonly 'written-against': PartFigures;
  readonly 'measured-only': PartFigures;
  readonly papers: Readonly<Record<Part, PapersFigures>>;
  /** Of the example case and the fixtures at outline stage. */
  readonly findingsAtOutline: FindingCounts;
  /** Absent where the corpus has never been at hand. */
  readonly corpus?: CorpusScore;
  readonly pages?: PagesScore;
}

/** Judges all that lies in the repository. `judged` holds the fixtures of both parts, for reports on what they missed. */
export function collectFigures(rules: CompiledRules): {
  readonly figures: Figures;
  readonly judged: Readonly<Record<Part, readonly JudgedFixture[]>>;
} {
  const judged = forParts((part) => judgePart(part, rules));
  const parts = forParts((part) => scorePart(judged[part]));
  const papers = forParts((part) => scorePapers(judgePapers(part, rules)));
  const findingsAtOutline = countAtOutline(Object.values(judged).flat(), rules);
  return { figures: { ...parts, papers, findingsAtOutline }, judged };
}

function forParts<T>(make: (part: Part) => T): Readonly<Record<Part, T>> {
  return Object.fromEntries(PARTS.map((part) => [part, make(part)])) as Record<Part, T>;
}

function scorePart(judged: readonly JudgedFixture[]): PartFigures {
  return { ...scoreSections(judged), rules: scoreRules(judged.flatMap(({ outcomes }) => outcomes)) };
}

export function scorePapers(judged: readonly JudgedFixture<Label>[]): PapersFigures {
  const outcomes = judged.flatMap((paper) => paper.outcomes);
  return {
    ...scoreSections(judged),
    kinds: scoreBy(outcomes, ({ path }) => /([a-z]+)-[^/]*$/.exec(path)?.[1] ?? path),
  };
}

function scoreSections(judged: readonly JudgedFixture<Label>[]): Omit<PartFigures, 'rules'> {
  const outcomes = judged.flatMap((fixture) => fixture.outcomes);
  const all = judged.reduce((sum, { passages }) => sum + passages, 0);
  const found = judged.reduce((sum, { sectionsFound }) => sum + sectionsFound, 0);
  return {
    considerations: scoreBy(outcomes, ({ label }) => label.consideration),
    all: score(outcomes),
    sectionsFound: round(share(found, all)),
  };
}

/** A score for each group that `nameOf` makes, in the order of their names. */
function scoreBy(
  outcomes: readonly Outcome<Label>[],
  nameOf: (outcome: Outcome<Label>) => string,
): Readonly<Record<string, Score>> {
  const names = [...new Set(outcomes.map(nameOf))].sort();
  return Object.fromEntries(names.map((name) => [name, score(outcomes.filter((one) => nameOf(one) === name))]));
}

/** Findings in an ordinary section of a business case at outline stage: the example that ships, and the fixtures. */
function countAtOutline(judged: readonly JudgedFixture[], rules: CompiledRules): FindingCounts {
  const path = 'examples/outline-business-case.md';
  const example = analyzePaper({ path, text: readFileSync(path, 'utf8') }, rules);
  const fixtures = judged.map(({ analysis }) => analysis).filter(({ stage }) => stage === 'OBC');
  return countFindings([example, ...fixtures]);
}
