import type { FileToCheck } from '../../host/findFiles';
import type { DocumentSummary, Format, ReportOptions, RunProblem, UncheckedDocument } from '../../report';

/** What holds for every file of a run, in a form that can be sent to another thread. */
export interface CheckPlan {
  readonly cwd: string;
  /** The packs that ship. */
  readonly rulesFolder: string;
  /** As on the command line. */
  readonly config?: string;
  readonly packs: readonly string[];
  readonly type?: string;
  readonly stage?: string;
  /** Larger files are not read; in bytes. */
  readonly limit: number;
  readonly today: string;
  readonly format: Format;
  readonly report: ReportOptions;
}

/** What came of one file. */
export interface TaskOutcome {
  /** The file is a document that was checked; `text` is what the report says of it. */
  readonly document?: { readonly summary: DocumentSummary; readonly text: string };
  readonly notChecked?: UncheckedDocument;
  readonly problems: readonly RunProblem[];
}

/** An outcome, and what the cache needs to know of it. */
export interface CheckResult {
  readonly outcome: TaskOutcome;
  /** Hash of the text that was read; undefined when the outcome is not to be kept. */
  readonly textHash?: string;
  /** Days on which the outcome holds: after the one, up to and on the other. ISO dates; undefined: no limit. */
  readonly days?: DayRange;
}

export interface DayRange {
  readonly after?: string;
  readonly until?: string;
}

/** Checks one file. Never rejects. */
export type CheckFile = (file: FileToCheck) => Promise<CheckResult>;
