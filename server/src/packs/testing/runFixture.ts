import { analyze } from '../../core/analyze';
import { parseDocument } from '../../core/document/parseDocument';
import type { CompiledRules } from '../../core/rules/compileRules';
import type { ExpectedFinding, Fixture } from './readFixture';

/** The day on which fixtures are read, so that a waiver's end does not make a test fail one morning. */
const DAY = '2026-11-01';

/** Runs a fixture and compares both ways what is found with what its labels expect. Gives one sentence for each difference. */
export function runFixture({ text, expected, about }: Fixture, rules: CompiledRules): readonly string[] {
  const analysis = analyze(parseDocument(text), rules, { today: DAY });
  if (analysis.kind === 'not-checked')
    return [
      `the document is not checked (${analysis.reason}): its front matter needs a \`document-type\` of the packs`,
    ];
  const found = analysis.findings
    .filter((finding) => finding.waivedBy === undefined && (about.length === 0 || about.includes(finding.ruleId)))
    .map(({ span, ruleId, message }) => ({ line: analysis.document.lines.placeAt(span.start).line, ruleId, message }));
  const fits = (label: ExpectedFinding, finding: (typeof found)[number]) =>
    finding.line === label.line && finding.ruleId === label.ruleId && finding.message.includes(label.words);
  const near = (line: number) =>
    found.filter((finding) => finding.line === line).map((f) => `${f.ruleId}: ${f.message}`);
  return [
    ...expected
      .filter((label) => !found.some((finding) => fits(label, finding)))
      .map(({ line, lineInFile, ruleId, words }) => {
        const seen = near(line).join(' / ') || 'nothing';
        return `line ${lineInFile}: expected ${ruleId}: ${words}; found ${seen}`;
      }),
    ...found
      .filter((finding) => !expected.some((label) => fits(label, finding)))
      .map(({ line, ruleId, message }) => {
        const words = text.split('\n')[line - 1]?.trim() ?? '';
        return `at “${words}”: found ${ruleId}: ${message}; no label expects it`;
      }),
  ];
}
