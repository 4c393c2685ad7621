import { withoutControls } from '../core';
import type { FindingView } from './documentView';
import type { Reporter } from './reporter';
import type { RunProblem } from './run';
import { allProblems, openFindings } from './words';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** A run as workflow commands, which GitHub shows beside the lines of a change. Waived findings are left out. */
export const toGithub: Reporter = {
  writeDocument: ({ findings, path }) => toLines(openFindings(findings).map((finding) => writeFinding(finding, path))),
  begin: (run) =>
    toLines([
      ...allProblems(run).map(writeProblem),
      ...run.notChecked.map(({ path, message }) =>
        writeCommand('notice', { file: path, title: 'Not checked' }, message),
      ),
    ]),
  end: () => '',
  between: '',
  beginsLast: () => true,
};

function toLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
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
  return withoutControls(words).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(words: string): string {
  return escapeMessage(words).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
