import type { Analysis, RuleSet, Severity } from '../core';

/** What one call of `check` found out, without what its documents say: reports write that document by document. */
export interface Run {
  readonly tool: { readonly name: string; readonly version: string };
  /** Packs that hold for at least one of the files, in the order in which they were composed. */
  readonly packs: readonly PackUsed[];
  /** The rules of these packs. */
  readonly rules: readonly ReportedRule[];
  /** Those that were checked, in the order of the report. */
  readonly documents: readonly DocumentSummary[];
  /** Files that were read and are out of scope, and files that could not be checked. */
  readonly notChecked: readonly UncheckedDocument[];
  /** Faults of the run itself: in packs, configuration and what it was given. Known before the first document is read. */
  readonly problems: readonly RunProblem[];
  /** Faults of single files. */
  readonly fileProblems: readonly RunProblem[];
  readonly failOn: FailOn;
  /** Which part of the files was checked, where it is not all of them; counted from 1. */
  readonly shard?: { readonly index: number; readonly of: number };
  /** How long the run took. Only JUnit reports it: every other report is the same for the same input. */
  readonly milliseconds: number;
}

/** What reports need to know of a document besides what they say of it. */
export interface DocumentSummary {
  readonly path: string;
  readonly title?: string;
  /** How many findings are open, by severity. */
  readonly open: Readonly<Record<Exclude<Severity, 'off'>, number>>;
  readonly waived: number;
  /** Rule of the first open finding, and of the first that is about a consideration. */
  readonly rule?: string;
  readonly considerationRule?: string;
  /** How many cases a JUnit report has for it. */
  readonly cases: number;
}

/** A rule as reports list it. */
export interface ReportedRule {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly help?: string;
  /** The kind of check. */
  readonly check: string;
  /** Where nothing is said of a stage. */
  readonly severity: Severity;
}

/** The severity from which a run ends with 1. */
export type FailOn = Exclude<Severity, 'off'> | 'never';

export interface PackUsed {
  readonly id: string;
  readonly version: string;
  /** `sha256-…` over the files of the pack. */
  readonly integrity: string;
}

export interface CheckedDocument {
  /** As shown: from the working folder, with `/` on every system. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly ruleSet: RuleSet;
}

export interface UncheckedDocument {
  readonly path: string;
  readonly reason: 'no-document-type' | 'unknown-document-type' | 'unknown-stage' | 'empty' | 'unreadable' | 'no-rules';
  /** Why, and how to put it in scope: whole sentences. */
  readonly message: string;
}

export interface RunProblem {
  /** Stable and kebab-case, such as `file-not-found`. */
  readonly code: string;
  readonly message: string;
  /** `error`: something was left out, and the run ends with 2. `warning`: everything was used. */
  readonly severity: 'error' | 'warning';
  /** Absent for faults that have no file, such as a folder without documents. */
  readonly path?: string;
  /** 1-based; columns count UTF-16 units. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The lines around the place, to be shown as they stand. */
  readonly excerpt?: readonly { readonly line: number; readonly text: string }[];
}
