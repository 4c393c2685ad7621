import type { Analysis, AnalysisOptions, CompiledRules, Finding, SectionAnalysis } from '../../server/src/core';
import { analyze, parseDocument } from '../../server/src/core';
import type { Judgement } from '../../server/src/core/findings/finding';
import type { Fixture, Label, Passage, ReasonedLabel } from './fixture';

/** One label beside what the engine says about its section. */
export interface Outcome<L extends Label = ReasonedLabel> {
  readonly path: string;
  readonly label: L;
  readonly judgement: Judgement;
  /** `facet “words”` of the evidence, with what weakens it in brackets. */
  readonly words: readonly string[];
  /** Open findings of the section. */
  readonly findings: readonly Finding[];
}

export interface JudgedFixture<L extends Label = ReasonedLabel> {
  readonly analysis: Analysis;
  readonly outcomes: readonly Outcome<L>[];
  readonly passages: number;
  /** Of the passages, those that the engine sees as a section of their own. */
  readonly sectionsFound: number;
}

/** Analyses a fixture and puts each label beside its judgement. Throws when the fixture is out of scope or a label names no consideration. */
export function judgeFixture(fixture: Fixture, rules: CompiledRules): JudgedFixture {
  const analysis = analyzePaper(fixture, rules);
  const placed = fixture.passages.map((passage) => ({ passage, section: findSection(passage, analysis) }));
  const isAlone = (section: SectionAnalysis) => placed.filter((other) => other.section === section).length === 1;
  const alone = placed.filter(({ section }) => section !== undefined && isAlone(section));
  return {
    analysis,
    outcomes: placed.flatMap(({ passage, section }) =>
      passage.labels.map((label) => toOutcome(label, section, analysis, fixture)),
    ),
    passages: fixture.passages.length,
    sectionsFound: alone.length,
  };
}

/** What a paper is, where its front matter does not say it. */
export type KindOfPaper = Pick<AnalysisOptions, 'type' | 'stage'>;

/** Analyses a paper, on a day that stays the same. Throws when it is out of scope. */
export function analyzePaper(
  { path, text, type, stage }: Pick<Fixture, 'path' | 'text'> & KindOfPaper,
  rules: CompiledRules,
): Analysis {
  const analysis = analyze(parseDocument(text), rules, { type, stage, today: '2026-11-25' });
  if (analysis.kind !== 'checked') throw new Error(`${path}:1: not checked: ${analysis.reason}`);
  return analysis;
}

/**
 * The section of the text below the labels; an empty section, whose next line is another heading, is that of its labels.
 * Undefined where the engine sees no section, as in front matter: what stands there counts as not seen.
 */
function findSection(passage: Passage, analysis: Analysis): SectionAnalysis | undefined {
  const at = (line: number) =>
    analysis.sections.find(({ section: { lineNumbers } }) => lineNumbers[0] <= line && line <= lineNumbers[1]);
  const labelLine = passage.labels[0]?.line ?? 1;
  const below = at(passage.textLine);
  const isNextHeading = below?.section.heading !== undefined && below.section.lineNumbers[0] === passage.textLine;
  return isNextHeading || !below ? at(labelLine) : below;
}

/** Puts a label beside the judgement of its section; without one, what stands there counts as not seen. */
export function toOutcome<L extends Label>(
  label: L,
  section: SectionAnalysis | undefined,
  analysis: Analysis,
  paper: Pick<Fixture, 'path' | 'text'>,
): Outcome<L> {
  const known = (section ?? analysis.sections[0])?.judgements.find((j) => j.consideration === label.consideration);
  const judgement = section ? known : known && notSeen(label.consideration);
  if (!judgement) throw new Error(`${paper.path}:${label.line}: unknown consideration \`${label.consideration}\``);
  const words = judgement.evidence.map(({ facet, span, weakenedBy }) => {
    const text = paper.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    return `${facet} “${text}”${weakenedBy ? ` (${weakenedBy})` : ''}`;
  });
  const findings = analysis.findings.filter(
    (f) => section && f.section === section.section.index && f.waivedBy === undefined,
  );
  return { path: paper.path, label, judgement, words, findings };
}

/** What is said of a passage that lies in no section. */
function notSeen(consideration: string): Judgement {
  return { consideration, state: 'not-expected', expected: false, lacking: [], reasons: [], evidence: [], decided: 0 };
}
