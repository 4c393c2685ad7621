import type { DocumentView, SectionView } from './documentView';
import type { Reporter } from './reporter';
import type { Run } from './run';

/** Records are read only by the version of the program that wrote them; this number tells what they are. */
export const RECORDS_VERSION = 1;

/** The first line of a file of records: what is the same for the whole run, whatever its shard. */
export type RecordsHead = Pick<Run, 'tool' | 'packs' | 'rules' | 'problems' | 'failOn'> & {
  readonly records: typeof RECORDS_VERSION;
  /** Which part of the files this is: `of` parts, `index` counted from 1. */
  readonly shard: { readonly index: number; readonly of: number };
};

/** A line for each document that was checked. Findings stand in it once. */
export interface DocumentRecord {
  readonly document: Omit<DocumentView, 'sections'> & { readonly sections: readonly Omit<SectionView, 'findings'>[] };
}

/** The last line: without it, the file is not whole. */
export type RecordsEnd = Pick<Run, 'notChecked' | 'fileProblems' | 'milliseconds'> & { readonly end: true };

/** A run as one line of JSON for each document, with all that any report says of it: what `report merge` reads. */
export const toRecords: Reporter = {
  writeDocument: (view) => `${JSON.stringify({ document: withoutRepeats(view) } satisfies DocumentRecord)}\n`,
  begin: ({ tool, packs, rules, problems, failOn, shard = { index: 1, of: 1 } }) =>
    `${JSON.stringify({ records: RECORDS_VERSION, shard, tool, packs, rules, problems, failOn } satisfies RecordsHead)}\n`,
  end: ({ notChecked, fileProblems, milliseconds }) =>
    `${JSON.stringify({ end: true, notChecked, fileProblems, milliseconds } satisfies RecordsEnd)}\n`,
  between: '',
  beginsLast: () => false,
};

function withoutRepeats({ sections, ...view }: DocumentView): DocumentRecord['document'] {
  return { ...view, sections: sections.map(({ findings: _findings, ...section }) => section) };
}

/** The document that was written down, its sections with their findings again. */
export function readRecord({ document }: DocumentRecord): DocumentView {
  const { sections, findings } = document;
  const withFindings = sections.map((section) => ({
    ...section,
    findings: findings.filter((finding) => finding.section === section.index),
  }));
  return { ...document, sections: withFindings };
}
