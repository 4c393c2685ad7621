import { describeDocument } from './describeDocument';
import type { DocumentView, FindingView, JudgementView, SectionView } from './documentView';
import { escapeXml } from './escapeXml';
import type { FailOn, Run } from './run';
import { describeWaiver, reaches } from './words';

interface TestCase {
  readonly name: string;
  readonly classname: string;
  /** The finding that decides, if any. */
  readonly finding?: FindingView;
}

/**
 * Prints a run as JUnit XML: a suite for each document, a case for each section and consideration asked of it, and one for each
 * further finding. A case fails at the threshold of the run; below it, its message is only noted.
 */
export function toJunit(run: Run): string {
  const suites = run.documents.map((document) => {
    const view = describeDocument(document);
    return { view, cases: [...view.sections.flatMap((section) => toCases(section, view)), ...toFurtherCases(view)] };
  });
  const cases = suites.flatMap((suite) => suite.cases);
  const errors = run.problems.filter((problem) => problem.severity === 'error');
  const total = `tests="${cases.length + errors.length}" failures="${countFailures(cases, run.failOn)}" errors="${errors.length}" skipped="${countSkipped(cases)}" time="${(run.milliseconds / 1000).toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${escapeXml(run.tool.name)}" ${total}>`,
    ...suites.flatMap((suite) => writeSuite(suite.view, suite.cases, run.failOn)),
    ...(errors.length > 0 ? writeProblems(errors) : []),
    '</testsuites>',
    '',
  ].join('\n');
}

function toCases(section: SectionView, view: DocumentView): readonly TestCase[] {
  return section.judgements
    .filter((judgement) => judgement.expected)
    .map((judgement) => ({
      name: `${section.label}: ${judgement.consideration.title}`,
      classname: view.path,
      finding: findFor(section, judgement),
    }));
}

function findFor(section: SectionView, { consideration }: JudgementView): FindingView | undefined {
  return section.findings.find((finding) => finding.consideration?.id === consideration.id);
}

/** Findings that no pair of section and consideration stands for, such as placeholders. */
function toFurtherCases(view: DocumentView): readonly TestCase[] {
  const asked = view.sections.flatMap((section) =>
    section.judgements.filter((j) => j.expected).map((judgement) => findFor(section, judgement)),
  );
  return view.findings
    .filter((finding) => !asked.includes(finding))
    .map((finding) => ({
      name: `${finding.sectionLabel}: ${finding.category} on line ${finding.range.start.line}`,
      classname: view.path,
      finding,
    }));
}

function writeSuite(view: DocumentView, cases: readonly TestCase[], failOn: FailOn): readonly string[] {
  const counts = `tests="${cases.length}" failures="${countFailures(cases, failOn)}" errors="0" skipped="${countSkipped(cases)}"`;
  return [
    `  <testsuite name="${escapeXml(view.path)}" ${counts}>`,
    ...cases.flatMap((testCase) => writeCase(testCase, view, failOn)),
    '  </testsuite>',
  ];
}

function writeCase({ name, classname, finding }: TestCase, view: DocumentView, failOn: FailOn): readonly string[] {
  const open = `    <testcase name="${escapeXml(name)}" classname="${escapeXml(classname)}" file="${escapeXml(view.path)}"`;
  if (!finding) return [`${open}/>`];
  const body = escapeXml(describeFinding(finding, view));
  const inside = finding.waiver
    ? `      <skipped message="${escapeXml(`Waived: ${describeWaiver(finding.waiver)}`)}"/>`
    : reaches(finding.severity, failOn)
      ? `      <failure type="${finding.category}" message="${escapeXml(finding.message)}">${body}</failure>`
      : `      <system-out>${body}</system-out>`;
  return [`${open} line="${finding.range.start.line}">`, inside, '    </testcase>'];
}

function describeFinding(finding: FindingView, view: DocumentView): string {
  return [
    `${view.path}:${finding.range.start.line}:${finding.range.start.column}: ${finding.severity}: ${finding.message}`,
    ...finding.passages.map((passage) => `Line ${passage.line}: “${passage.words}”`),
    ...(finding.question ? [`To answer: ${finding.question}`] : []),
    `${finding.category}; rule ${finding.ruleId}`,
  ].join('\n');
}

function writeProblems(problems: Run['problems']): readonly string[] {
  return [
    `  <testsuite name="problems of the run" tests="${problems.length}" failures="0" errors="${problems.length}" skipped="0">`,
    ...problems.flatMap(({ code, message, path, line }) => {
      const place = [path, line].filter((part) => part !== undefined).join(':');
      const name = escapeXml(place ? `${place}: ${code}` : code);
      return [
        `    <testcase name="${name}" classname="${escapeXml(path ?? 'run')}">`,
        `      <error type="${code}" message="${escapeXml(message)}"/>`,
        '    </testcase>',
      ];
    }),
    '  </testsuite>',
  ];
}

function countFailures(cases: readonly TestCase[], failOn: FailOn): number {
  return cases.filter(({ finding }) => finding && !finding.waiver && reaches(finding.severity, failOn)).length;
}

function countSkipped(cases: readonly TestCase[]): number {
  return cases.filter(({ finding }) => finding?.waiver !== undefined).length;
}
