import { drawCoverageTable } from './coverageTable';
import type { DocumentView, FindingView, SectionView } from './documentView';
import { explainSection } from './explainSection';
import { printPassages } from './printPassages';
import type { Reporter, ReportOptions } from './reporter';
import type { DocumentSummary, Run, RunProblem } from './run';
import type { Style, TerminalOptions } from './terminal';
import { paint, printable, wrap } from './terminal';
import {
  allProblems,
  count,
  countOpen,
  countReached,
  describeOpen,
  describeType,
  describeWaiver,
  openFindings,
  SEVERITIES,
  severityWord,
} from './words';

/** A run for people at a terminal: problems first, then each document, then what it comes to. */
export const toPretty: Reporter = {
  writeDocument: (view, options) => toBlocks(printDocument(view, options)),
  begin: (run, options) =>
    toBlocks(options.problemsApart ? [] : allProblems(run).map((problem) => printProblem(problem, options))),
  end: (run, options) =>
    toBlocks(
      options.quiet
        ? []
        : [...findUntold(run).map((file) => printNotChecked(file, options)), printSummary(run, options)],
    ),
  between: '\n',
  betweenAll: true,
  beginsLast: ({ problemsApart }) => !problemsApart,
};

function toBlocks(blocks: readonly (readonly string[])[]): string {
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
  const about = `${title}Read as: ${describeType(view)}. ${count(view.sections.length, 'section')}; ${describeOpen(countOpen(view.findings))}.`;
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
  const told = new Set(allProblems(run).map((problem) => problem.path));
  return run.notChecked.filter(({ path }) => !told.has(path));
}

function printNotChecked(file: Run['notChecked'][number], options: TerminalOptions): readonly string[] {
  return wrap(printable(`Not checked: ${file.path}: ${file.message}`), options.width, '', '  ');
}

function printSummary(run: Run, options: ReportOptions): readonly string[] {
  const { documents, failOn } = run;
  const open = sumOpen(documents);
  const total = Object.values(open).reduce((sum, number) => sum + number, 0);
  const waived = documents.reduce((sum, document) => sum + document.waived, 0);
  const notChecked = run.notChecked.length > 0 ? `, ${count(run.notChecked.length, 'file')} not checked` : '';
  const problems = allProblems(run).filter((p) => p.severity === 'error').length;
  const reached = countReached(open, failOn);
  const totals = `${count(documents.length, 'document')} checked${notChecked}: ${describeOpen(open)}${waived > 0 ? `, ${waived} waived` : ''}${problems > 0 ? `, ${count(problems, 'problem')}` : ''}.`;
  const about = documents.find((document) => document.considerationRule !== undefined)?.considerationRule;
  const rule = about ?? documents.find((document) => document.rule !== undefined)?.rule;
  return [
    paint('bold', totals, options),
    ...(total > 0 ? wrap('Each is a question for the author, not a verdict on the scheme.', options.width) : []),
    ...(rule
      ? wrap(
          `For the reason, guidance and examples behind one: inclusive-growth explain ${rule.split('/').at(-1)}`,
          options.width,
        )
      : []),
    ...(reached > 0
      ? wrap(
          `Exit code ${problems > 0 ? 2 : 1}: ${count(reached, 'finding')} at or above “${failOn}” (see --fail-on).`,
          options.width,
        )
      : []),
  ];
}

function sumOpen(documents: readonly DocumentSummary[]): DocumentSummary['open'] {
  const sum = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { open } of documents) for (const severity of SEVERITIES) sum[severity] += open[severity];
  return sum;
}
