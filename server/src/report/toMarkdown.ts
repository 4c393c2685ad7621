import { escapeMarkdown } from '../core';
import type { DocumentView, FindingView, SectionView } from './documentView';
import type { Reporter } from './reporter';
import type { Run, RunProblem } from './run';
import {
  allProblems,
  capitalise,
  count,
  countOpen,
  describeOpen,
  describeType,
  describeWaiver,
  openFindings,
  STATE_MEANINGS,
  severityWord,
} from './words';

/** A run as a review note in Markdown, to be sent back with a paper or kept beside it. */
export const toMarkdown: Reporter = {
  writeDocument: (view) => toBlocks(writeDocument(view)),
  begin: (run) => {
    const packs = run.packs.map(({ id, version }) => `${id} ${version}`).join(', ');
    return toBlocks([
      '# Review note: inclusive growth',
      `Made by ${run.tool.name} ${run.tool.version}${packs ? ` with ${escapeMarkdown(packs)}` : ''}. Each finding is a question for the author, not a verdict on the scheme.`,
      ...writeProblems(allProblems(run)),
    ]);
  },
  end: (run) => toBlocks(writeNotChecked(run)),
  between: '\n',
  betweenAll: true,
  beginsLast: () => true,
};

function toBlocks(blocks: readonly string[]): string {
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function writeDocument(view: DocumentView): readonly string[] {
  const open = openFindings(view.findings);
  const waived = view.findings.filter((finding) => finding.waiver !== undefined);
  const said = view.sections.filter((section) => openFindings(section.findings).length > 0);
  return [
    `## ${escapeMarkdown(view.title ?? view.path)}`,
    `File: \`${view.path.replace(/`/g, "'")}\`. Read as: ${escapeMarkdown(describeType(view))}. ${count(view.sections.length, 'section')}; ${describeOpen(countOpen(open))}.`,
    '### Coverage',
    writeCoverage(view),
    '### Findings',
    ...(open.length === 0 ? ['Nothing is open.'] : said.flatMap(writeSection)),
    ...(waived.length > 0 ? ['### Waived', waived.map(writeWaived).join('\n')] : []),
  ];
}

/** Only sections that are asked something or raise something; words in the cells, and nothing where nothing is asked. */
function writeCoverage(view: DocumentView): string {
  const rows = view.sections.filter((section) => section.judgements.some((j) => j.state !== 'not-expected'));
  if (rows.length === 0) return 'Nothing is asked of any section, and none raises anything.';
  const left = view.sections.length - rows.length;
  const table = [
    `| Section | Line | ${view.considerations.map((c) => escapeMarkdown(c.title)).join(' | ')} |`,
    `| --- | ---: |${view.considerations.map(() => ' --- |').join('')}`,
    ...rows.map((section) => {
      const cells = section.judgements.map((j) => (j.state === 'not-expected' ? '' : STATE_MEANINGS[j.state]));
      return `| ${escapeMarkdown(section.label)} | ${section.lines[0]} | ${cells.join(' | ')} |`;
    }),
  ].join('\n');
  return left === 0
    ? table
    : `${table}\n\nNot in the table: ${count(left, 'section')} of which nothing is asked and which raise nothing. An empty cell: not asked.`;
}

function writeSection(section: SectionView): readonly string[] {
  return [
    `#### ${escapeMarkdown(section.label)} (line ${section.lines[0]})`,
    openFindings(section.findings).map(writeFinding).join('\n'),
  ];
}

function writeFinding(finding: FindingView): string {
  const { severity, category, message, passages, question, ruleId, range } = finding;
  return [
    `- **${capitalise(severityWord(severity))}, ${category}.** ${escapeMarkdown(message)}`,
    ...[...passages.slice(0, 3)]
      .sort((a, b) => a.line - b.line)
      .map((passage) => `  - Line ${passage.line}: “${escapeMarkdown(passage.words)}”`),
    ...(question ? [`  - To answer: ${escapeMarkdown(question)}`] : []),
    `  - Rule \`${ruleId}\`${finding.consideration ? '' : `, line ${range.start.line}`}`,
  ].join('\n');
}

function writeWaived(finding: FindingView): string {
  const name = finding.consideration?.title ?? finding.ruleTitle;
  return `- ${escapeMarkdown(name)}, in ${escapeMarkdown(finding.sectionLabel)}: ${finding.waiver ? escapeMarkdown(describeWaiver(finding.waiver)) : ''}`;
}

function writeProblems(problems: readonly RunProblem[]): readonly string[] {
  if (problems.length === 0) return [];
  const list = problems.map(({ path, line, message }) => {
    const place = [path, line].filter((part) => part !== undefined).join(':');
    return `- ${place ? `${escapeMarkdown(place)}: ` : ''}${escapeMarkdown(message)}`;
  });
  return ['## Problems', list.join('\n')];
}

function writeNotChecked(run: Run): readonly string[] {
  if (run.notChecked.length === 0) return [];
  return [
    '## Not checked',
    run.notChecked.map(({ path, message }) => `- ${escapeMarkdown(path)}: ${escapeMarkdown(message)}`).join('\n'),
  ];
}
