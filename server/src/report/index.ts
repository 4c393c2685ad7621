/** Reports: pure functions from a run to text. */
import type { Run } from './run';
import type { TerminalOptions } from './terminal';
import { toGithub } from './toGithub';
import { toHtml } from './toHtml';
import { toJson } from './toJson';
import { toJunit } from './toJunit';
import { toMarkdown } from './toMarkdown';
import { toPretty } from './toPretty';
import { toSarif } from './toSarif';

export { describeDocument } from './describeDocument';
export type * from './documentView';
export type * from './run';
export type { Style, TerminalOptions } from './terminal';
export { paint, printable, wrap } from './terminal';
export { printProblem } from './toPretty';
export { count, openFindings, reaches } from './words';

/** The one list of report formats. */
export const REPORTERS = {
  pretty: toPretty,
  json: toJson,
  sarif: toSarif,
  junit: toJunit,
  github: toGithub,
  markdown: toMarkdown,
  html: toHtml,
} as const satisfies Readonly<Record<string, (run: Run, options: TerminalOptions) => string>>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];
