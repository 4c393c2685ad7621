import type { Analysis, RuleSet, Severity } from '../core';

/** Everything that one call of `check` found out. Reporters are functions from this and a few display options to text. */
export interface Run {
  readonly tool: { readonly name: string; readonly version: string };
  /** Packs that were used for at least one document, in the order in which they were composed. */
  readonly packs: readonly PackUsed[];
  readonly documents: readonly CheckedDocument[];
  /** Files that were read and are out of scope, and files that could not be checked. */
  readonly notChecked: readonly UncheckedDocument[];
  /** Faults of the run itself: in files, packs, configuration or options. */
  readonly problems: readonly RunProblem[];
  readonly failOn: FailOn;
  /** How long the run took. Only JUnit reports it: every other report is the same for the same input. */
  readonly milliseconds: number;
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
