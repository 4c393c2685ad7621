import { drawCoverageTable } from './coverageTable';
import { describeDocument } from './describeDocument';
import type { DocumentView, FindingView, SectionView } from './documentView';
import { explainSection } from './explainSection';
import { printPassages } from './printPassages';
import type { Run, RunProblem } from './run';
import type { Style, TerminalOptions } from './terminal';
import { paint, printable, wrap } from './terminal';
import { count, countSeverities, describeType, describeWaiver, openFindings, reaches, severityWord } from './words';

/** Prints a run for people at a terminal: problems first, then each document, then what it comes to. */
export function toPretty(run: Run, options: TerminalOptions): string {
  const views = run.documents.map(describeDocument);
  const blocks = [
    ...(options.problemsApart ? [] : run.problems.map((problem) => printProblem(problem, options))),
    ...views.flatMap((view) => printDocument(view, options)),
    ...(options.quiet ? [] : findUntold(run).map((file) => printNotChecked(file, options))),
    ...(options.quiet ? [] : [printSummary(run, views, options)]),
  ];
  return blocks.length === 0 ? '' : `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** A problem with the lines around it, as they stand in the file. */
export function printProblem(
  problem: RunProblem,
  options: Pick<TerminalOptions, 'width' | 'colour'>,
): readonly string[] {
  const place = [problem.path, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const label = problem.severity === 'error' ? 'Problem' : 'Please note';
  const lines = wrap(printable(`${label}: ${place ? `${place}: ` : ''}${problem.message}`), options.width, '', '  ');
  const style: Style = problem.severity === 'error' ? 'red' : 'yellow';
  const gutter = String(Math.max(0, ...(problem.excerpt ?? []).map((l) => l.line))).length;
  const excerpt = (problem.excerpt ?? []).map(({ line, text }) => {
    const mark = line === problem.line ? '>' : ' ';
    return printable(`  ${mark} ${String(line).padStart(gutter)} | ${text}`)
      .slice(0, options.width)
      .trimEnd();
  });
  return [...lines.map((line) => paint(style, line, options)), ...excerpt];
}

function printDocument(view: DocumentView, options: TerminalOptions): readonly (readonly string[])[] {
  const open = openFindings(view.findings);
  if (options.quiet && open.length === 0) return [];
  const said = view.sections.filter((section) => options.explain || openFindings(section.findings).length > 0);
  const sections = said.map((section) => printSection(section, options));
  const waived = view.findings.filter((finding) => finding.waiver !== undefined);
  return [
    printTitle(view, options),
    ...sections,
    ...(open.length === 0 ? [['Nothing is open in this document.']] : []),
    ...(waived.length > 0 && !options.quiet ? [printWaived(waived, options)] : []),
    ...(options.quiet ? [] : [drawCoverageTable(view, options)]),
  ];
}

function printTitle(view: DocumentView, options: TerminalOptions): readonly string[] {
  const title = view.title ? `“${view.title}”. ` : '';
  const about = `${title}Read as: ${describeType(view)}. ${count(view.sections.length, 'section')}; ${countSeverities(openFindings(view.findings))}.`;
  return [paint('bold', view.path, options), ...wrap(printable(about), options.width)];
}

function printSection(section: SectionView, options: TerminalOptions): readonly string[] {
  const heading = printable(section.label);
  const title = heading.startsWith('Text from line') ? heading : `${heading} (line ${section.lines[0]})`;
  const open = openFindings(section.findings);
  return [
    paint('bold', title, options),
    ...open.flatMap((finding) => ['', ...printFinding(finding, options)]),
    ...(options.explain ? ['', ...explainSection(section, options)] : []),
  ];
}

function printFinding(finding: FindingView, options: TerminalOptions): readonly string[] {
  const sign = finding.category === 'missing' ? '✗' : finding.category === 'thin' ? '~' : '!';
  const style: Style = finding.severity === 'error' ? 'red' : finding.severity === 'warning' ? 'yellow' : 'blue';
  const [first = '', ...rest] = wrap(printable(finding.message), options.width, `  ${sign} `, '    ');
  const where = finding.consideration ? '' : `line ${finding.range.start.line}, `;
  const tail = `${finding.category}, ${where}${severityWord(finding.severity)}: ${finding.ruleId}`;
  return [
    paint(style, first, options),
    ...rest.map((line) => paint(style, line, options)),
    ...printPassages(finding.passages, options),
    ...(finding.question ? wrap(printable(`To answer: ${finding.question}`), options.width, '    ', '      ') : []),
    ...wrap(tail, options.width, '    ').map((line) => paint('dim', line, options)),
  ];
}

function printWaived(waived: readonly FindingView[], options: TerminalOptions): readonly string[] {
  return [
    paint('bold', 'Waived, with the reason given in the document', options),
    ...waived.flatMap((finding) => {
      const name = finding.consideration?.title ?? finding.ruleTitle;
      const reason = finding.waiver ? describeWaiver(finding.waiver) : '';
      return wrap(printable(`${name}, in ${finding.sectionLabel}: ${reason}`), options.width, '  w ', '    ');
    }),
  ];
}

/** Files that no problem speaks of: those out of scope. */
function findUntold(run: Run): Run['notChecked'] {
  return run.notChecked.filter(({ path }) => !run.problems.some((problem) => problem.path === path));
}

function printNotChecked(file: Run['notChecked'][number], options: TerminalOptions): readonly string[] {
  return wrap(printable(`Not checked: ${file.path}: ${file.message}`), options.width, '', '  ');
}

function printSummary(run: Run, views: readonly DocumentView[], options: TerminalOptions): readonly string[] {
  const findings = views.flatMap((view) => view.findings);
  const open = openFindings(findings);
  const waived = findings.length - open.length;
  const notChecked = run.notChecked.length > 0 ? `, ${count(run.notChecked.length, 'file')} not checked` : '';
  const problems = run.problems.filter((p) => p.severity === 'error').length;
  const reached = open.filter((finding) => reaches(finding.severity, run.failOn)).length;
  const totals = `${count(views.length, 'document')} checked${notChecked}: ${countSeverities(open)}${waived > 0 ? `, ${waived} waived` : ''}${problems > 0 ? `, ${count(problems, 'problem')}` : ''}.`;
  const rule = (open.find((finding) => finding.consideration) ?? open[0])?.ruleId;
  return [
    paint('bold', totals, options),
    ...(open.length > 0 ? wrap('Each is a question for the author, not a verdict on the scheme.', options.width) : []),
    ...(rule
      ? wrap(
          `For the reason, guidance and examples behind one: inclusive-growth explain ${rule.split('/').at(-1)}`,
          options.width,
        )
      : []),
    ...(reached > 0
      ? wrap(
          `Exit code ${problems > 0 ? 2 : 1}: ${count(reached, 'finding')} at or above “${run.failOn}” (see --fail-on).`,
          options.width,
        )
      : []),
  ];
}
