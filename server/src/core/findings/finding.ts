import type { Severity } from '../rules/pack';
import type { Span } from '../text/span';
import type { PackedEvidence } from './localEvidence';

export type Category =
  | 'missing'
  | 'thin'
  | 'placeholder'
  | 'deferral'
  | 'assertion'
  | 'thread'
  | 'structure'
  | 'prompt'
  | 'waiver'
  | 'pack';

export type State = 'present' | 'thin' | 'missing' | 'waived' | 'not-expected';

/** Words on which a judgement rests. */
export interface Evidence {
  /** Facet of the consideration; `mention` for words that only raise it, `asking` for a claim that calls for it, `reference` for words that refer on. */
  readonly facet: string;
  /** Id of the signal that matched. */
  readonly signal: string;
  /** `text.slice(span.start, span.end)` is exactly the words, hard wraps and markup included. */
  readonly span: Span;
  /** Why the words do not count for more, if so: `deferred`, `negated` … (the context's id). Absent when they count. */
  readonly weakenedBy?: string;
}

/** Why a consideration is thin or missing, for messages. */
export type Reason =
  | 'mention'
  | 'deferred'
  | 'placeholder'
  | 'assertion'
  | 'apart'
  | 'lacking'
  | 'weakened'
  | 'reference';

/** What one section says about one consideration. */
export interface Judgement {
  readonly consideration: string;
  readonly state: State;
  /** Whether the section is asked for it. */
  readonly expected: boolean;
  /** Facets asked for here and not found, in the order of the pack. Empty when nothing lacks. */
  readonly lacking: readonly string[];
  readonly reasons: readonly Reason[];
  /** The first are the ones that decided, the others stand in document order. Of a matter that is not spoken of, what has the section asked for it. */
  readonly evidence: readonly Evidence[];
  /** How many of the evidence, from the first on, decided: that the section deals with it, or that it is asked and says no more. */
  readonly decided: number;
  /** Index of the section that this one refers the reader to, when its state was followed there. */
  readonly refersTo?: number;
  /** Index into `Analysis.waivers`. */
  readonly waiver?: number;
  /** Why the section is not asked, in words for a reader: "dealt with in 2.3 Benefits". Only for `not-expected`. */
  readonly excusedBy?: string;
}

/** A judgement whose places count from the start of its section. */
export interface LocalJudgement extends Omit<Judgement, 'evidence'> {
  readonly evidence: PackedEvidence;
}

/** What a check returns. The span is at most one line. */
export interface Finding {
  /** Full id, `pack/rule`. */
  readonly ruleId: string;
  readonly category: Category;
  readonly consideration?: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** Plain English, starts with the consideration's (or the matter's) name. */
  readonly message: string;
  readonly span: Span;
  /** Index of the section. */
  readonly section: number;
  readonly lacking: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly related: readonly Related[];
  /** The question to answer, where there is one. */
  readonly question?: string;
  /** Stable under edits elsewhere: does not move when lines are added above. 16 hexadecimal digits. */
  readonly fingerprint: string;
  /** Index into `Analysis.waivers`, when a waiver covers it: it is kept for reports and not shown as open. */
  readonly waivedBy?: number;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/** A comment `<!-- inclusive-growth: waive good-work because "…" by "…" on 2026-10-01 until 2027-04-01 -->`. */
export interface Waiver {
  readonly span: Span;
  /** Ids of considerations, or of rules. */
  readonly targets: readonly { readonly id: string; readonly span: Span }[];
  readonly reason?: string;
  readonly author?: string;
  /** ISO dates. */
  readonly date?: string;
  readonly until?: string;
  /** The section it stands in; it covers that section and its descendants. Before the first heading: the whole document. */
  readonly section: number;
  readonly used: boolean;
  readonly expired: boolean;
}

/** A comment `<!-- inclusive-growth: prompt beneficiaries/how-many … -->` with the skeleton that follows it. */
export interface InsertedPrompt {
  readonly span: Span;
  readonly consideration: string;
  readonly facet?: string;
  readonly section: number;
  readonly answered: boolean;
}
