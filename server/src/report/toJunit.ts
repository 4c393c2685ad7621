import type { DocumentView, FindingView } from './documentView';
import { escapeXml } from './escapeXml';
import type { TestCase } from './junitCases';
import { listCases } from './junitCases';
import type { Reporter } from './reporter';
import type { DocumentSummary, FailOn, Run, RunProblem } from './run';
import { allProblems, countReached, describeWaiver, reaches } from './words';

/**
 * A run as JUnit XML: a suite for each document, a case for each section and consideration asked of it, and one for each
 * further finding. A case fails at the threshold of the run; below it, its message is only noted.
 */
export const toJunit: Reporter = {
  writeDocument: (view, { failOn }) => toLines(writeSuite(view, listCases(view), failOn)),
  begin: (run) => {
    const errors = findErrors(run).length;
    const sum = (count: (document: DocumentSummary) => number) =>
      run.documents.reduce((total, document) => total + count(document), 0);
    const tests = sum((document) => document.cases) + errors;
    const failures = sum((document) => countReached(document.open, run.failOn));
    const total = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${sum((document) => document.waived)}" time="${(run.milliseconds / 1000).toFixed(3)}"`;
    return toLines([
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="${escapeXml(run.tool.name)}" ${total}>`,
    ]);
  },
  end: (run) => {
    const errors = findErrors(run);
    return toLines([...(errors.length > 0 ? writeProblems(errors) : []), '</testsuites>']);
  },
  between: '',
  beginsLast: () => true,
};

function findErrors(run: Run): readonly RunProblem[] {
  return allProblems(run).filter((problem) => problem.severity === 'error');
}

function toLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
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
