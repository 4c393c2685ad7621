import type { Reporter } from './reporter';
import { toGithub } from './toGithub';
import { toHtml } from './toHtml';
import { toJson } from './toJson';
import { toJunit } from './toJunit';
import { toMarkdown } from './toMarkdown';
import { toPretty } from './toPretty';
import { toRecords } from './toRecords';
import { toSarif } from './toSarif';

/** The one list of report formats. */
export const REPORTERS = {
  pretty: toPretty,
  json: toJson,
  sarif: toSarif,
  junit: toJunit,
  github: toGithub,
  markdown: toMarkdown,
  html: toHtml,
  records: toRecords,
} as const satisfies Readonly<Record<string, Reporter>>;

export type Format = keyof typeof REPORTERS;

export const FORMATS = Object.keys(REPORTERS) as readonly Format[];
