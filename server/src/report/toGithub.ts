import { describeDocument } from './describeDocument';
import type { FindingView } from './documentView';
import type { Run, RunProblem } from './run';
import { openFindings } from './words';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Prints a run as workflow commands, which GitHub shows beside the lines of a change. Waived findings are left out. */
export function toGithub(run: Run): string {
  const lines = [
    ...run.problems.map(writeProblem),
    ...run.notChecked.map(({ path, message }) => writeCommand('notice', { file: path, title: 'Not checked' }, message)),
    ...run.documents.flatMap((document) =>
      openFindings(describeDocument(document).findings).map((finding) => writeFinding(finding, document.path)),
    ),
  ];
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function writeFinding(finding: FindingView, path: string): string {
  const { start, end } = finding.range;
  const properties = {
    file: path,
    line: start.line,
    endLine: end.line,
    col: start.column,
    endColumn: end.column,
    title: `${finding.consideration?.title ?? finding.ruleTitle} (${finding.ruleId})`,
  };
  const message = finding.question ? `${finding.message}\nTo answer: ${finding.question}` : finding.message;
  return writeCommand(COMMANDS[finding.severity], properties, message);
}

function writeProblem({ severity, message, path, line, column, endLine, endColumn, code }: RunProblem): string {
  const properties = { file: path, line, endLine, col: column, endColumn, title: `Problem (${code})` };
  return writeCommand(severity, properties, message);
}

function writeCommand(
  command: string,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const list = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${escapeProperty(String(value))}`],
  );
  return `::${command} ${list.join(',')}::${escapeMessage(message)}`;
}

/** A message is one line; the escapes are those of the runner. */
function escapeMessage(words: string): string {
  return words.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(words: string): string {
  return escapeMessage(words).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
