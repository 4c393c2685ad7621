import { readFileSync } from 'node:fs';
import type { CompiledRules } from '../../server/src/core';
import { analyze, parseDocument } from '../../server/src/core';
import type { FindingCounts } from './countFindings';
import { countFindings } from './countFindings';
import type { JudgedFixture } from './judgeFixture';
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

/** What is committed in `figures.json`. */
export interface Figures {
  readonly 'written-against': PartFigures;
  readonly 'measured-only': PartFigures;
  /** Of the example case and the fixtures at outline stage. */
  readonly findingsAtOutline: FindingCounts;
  /** Absent where the corpus has never been at hand. */
  readonly corpus?: CorpusScore;
  readonly pages?: PagesScore;
}

export function collectFigures(
  against: readonly JudgedFixture[],
  measured: readonly JudgedFixture[],
  rules: CompiledRules,
): Figures {
  return {
    'written-against': scorePart(against),
    'measured-only': scorePart(measured),
    findingsAtOutline: countAtOutline([...against, ...measured], rules),
  };
}

function scorePart(judged: readonly JudgedFixture[]): PartFigures {
  const outcomes = judged.flatMap((fixture) => fixture.outcomes);
  const ids = [...new Set(outcomes.map(({ label }) => label.consideration))].sort();
  const of = (id: string) => outcomes.filter(({ label }) => label.consideration === id);
  const passages = judged.reduce((sum, { fixture }) => sum + fixture.passages.length, 0);
  const found = judged.reduce((sum, { sectionsFound }) => sum + sectionsFound, 0);
  return {
    considerations: Object.fromEntries(ids.map((id) => [id, score(of(id))])),
    all: score(outcomes),
    rules: scoreRules(outcomes),
    sectionsFound: round(share(found, passages)),
  };
}

/** Findings in an ordinary section of a business case at outline stage: the example that ships, and the fixtures. */
function countAtOutline(judged: readonly JudgedFixture[], rules: CompiledRules): FindingCounts {
  const text = readFileSync('examples/outline-business-case.md', 'utf8');
  const example = analyze(parseDocument(text), rules, { today: '2026-11-25' });
  const fixtures = judged.map(({ analysis }) => analysis).filter(({ stage }) => stage === 'OBC');
  return countFindings([...(example.kind === 'checked' ? [example] : []), ...fixtures]);
}
