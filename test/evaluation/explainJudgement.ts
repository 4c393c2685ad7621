import { readFileSync } from 'node:fs';
import type { CompiledRules } from '../../server/src/core';
import { analyze, parseDocument } from '../../server/src/core';
import type { DocumentView, JudgementView, SectionView } from '../../server/src/report';
import { describeDocument } from '../../server/src/report';
import { explainSection } from '../../server/src/report/explainSection';
import { openFindings } from '../../server/src/report/words';

const OPTIONS = { width: 100, colour: false, quiet: false, explain: true, problemsApart: true };

/** One judgement with all that a reader needs to follow it. */
export interface Explained {
  readonly view: DocumentView;
  /** Lines of the paper, the first at index 0. */
  readonly lines: readonly string[];
  readonly section: SectionView;
  readonly judgement: JudgementView;
}

/** All judgements of a paper, in the order of its sections; none when it is out of scope. `type` is for papers that do not say what they are. */
export function listJudgements(path: string, rules: CompiledRules, type?: string): readonly Explained[] {
  const text = readFileSync(path, 'utf8');
  const analysis = analyze(parseDocument(text), rules, { type, today: '2026-11-25' });
  if (analysis.kind !== 'checked') return [];
  const view = describeDocument({ path, analysis, ruleSet: rules.ruleSet });
  const lines = text.split('\n');
  return view.sections.flatMap((section) =>
    section.judgements.map((judgement) => ({ view, lines, section, judgement })),
  );
}

/** What `check --explain` says of one judgement, the message of its finding first. */
export function explainJudgement({ section, judgement }: Explained): string {
  const open = openFindings(section.findings);
  const findings = open.filter((finding) => finding.consideration?.id === judgement.consideration.id);
  const explained = explainSection({ ...section, judgements: [judgement], findings: [] }, OPTIONS);
  return [...findings.map(({ message }) => `  ! ${message}`), ...explained].join('\n');
}
