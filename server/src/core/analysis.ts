import type { DocumentModel, Section } from './document/documentModel';
import type { Finding, InsertedPrompt, Judgement, Waiver } from './findings/finding';

/** What the caller knows about a document and the day. */
export interface AnalysisOptions {
  /** Document type id; overrides front matter when given by configuration or command line. */
  readonly type?: string;
  readonly stage?: string;
  /** ISO date of today, for the expiry of waivers: the core has no clock. */
  readonly today: string;
  /** Overrides from configuration, by full rule id. */
  readonly severities?: Readonly<Record<string, import('./rules/pack').Severity>>;
}

/** The document is in scope. */
export interface Analysis {
  readonly kind: 'checked';
  readonly document: DocumentModel;
  readonly type: string;
  readonly stage?: string;
  readonly sections: readonly SectionAnalysis[];
  /** By position, then rule id; waived ones included. */
  readonly findings: readonly Finding[];
  readonly waivers: readonly Waiver[];
  readonly prompts: readonly InsertedPrompt[];
}

/** The document is out of scope, and why: nothing else is said about it. */
export interface NotChecked {
  readonly kind: 'not-checked';
  readonly document: DocumentModel;
  readonly reason: 'no-document-type' | 'unknown-document-type' | 'unknown-stage';
  /** The words that were not understood, and the ids that would be. */
  readonly given?: string;
  readonly known?: readonly string[];
  /** Where the words stand, when they come from front matter. */
  readonly span?: import('./text/span').Span;
}

export interface SectionAnalysis {
  readonly section: Section;
  /** Recognised kind, if any. */
  readonly kind?: string;
  /** The kind of the nearest ancestor that has one, when the section has none of its own. */
  readonly inheritedKind?: string;
  readonly role: 'body' | 'summary' | 'navigation' | 'front' | 'appendix';
  /** One for every consideration of the rule set, in the rule set's order. */
  readonly judgements: readonly Judgement[];
}
