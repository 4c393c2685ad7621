import type { Category, Severity, State } from '../core';

/** An analysis with every id given its name and every offset its place: what all reports are made from. */
export interface DocumentView {
  readonly path: string;
  readonly title?: string;
  readonly type: Named;
  readonly stage?: Named;
  readonly packs: readonly string[];
  readonly considerations: readonly ConsiderationView[];
  readonly sections: readonly SectionView[];
  /** In document order, waived ones included. */
  readonly findings: readonly FindingView[];
  readonly waivers: readonly WaiverView[];
}

export interface Named {
  readonly id: string;
  readonly title: string;
}

export interface ConsiderationView extends Named {
  readonly question: string;
  readonly why: string;
}

export interface SectionView {
  readonly index: number;
  /** The heading as a reader reads it, or empty. */
  readonly heading: string;
  /** The heading, or words that stand in for it: `Text from line 14`. */
  readonly label: string;
  readonly level: number;
  readonly kind?: Named;
  readonly role: string;
  /** 1-based and inclusive. */
  readonly lines: readonly [first: number, last: number];
  readonly judgements: readonly JudgementView[];
  readonly findings: readonly FindingView[];
}

export interface JudgementView {
  readonly consideration: Named;
  readonly state: State;
  readonly expected: boolean;
  readonly lacking: readonly Named[];
  readonly reasons: readonly string[];
  readonly evidence: readonly EvidenceView[];
  readonly passages: readonly Passage[];
  /** The section that this one refers its reader to. */
  readonly refersTo?: Pick<SectionView, 'index' | 'label'>;
  readonly waiver?: WaiverView;
  readonly excusedBy?: string;
}

/** 1-based; columns count UTF-16 units, and the end is the column after the last one. */
export interface Range {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export interface EvidenceView {
  readonly facet: Named;
  readonly signal: string;
  /** Exactly as it stands in the document. */
  readonly text: string;
  readonly range: Range;
  readonly weakenedBy?: string;
}

/** A sentence, or a table row, with what was found in it. */
export interface Passage {
  readonly line: number;
  /** White space collapsed, shortened around what was found if long. */
  readonly words: string;
  readonly shows: readonly Shown[];
}

/** What a passage shows of one facet. */
export interface Shown {
  /** Title of the facet, or `mention`. */
  readonly facet: string;
  readonly words: readonly string[];
  /** Why the words do not count for more. */
  readonly weakenedBy?: string;
}

export interface FindingView {
  readonly ruleId: string;
  readonly ruleTitle: string;
  readonly category: Category;
  readonly consideration?: Named;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly range: Range;
  /** Index of the section. */
  readonly section: number;
  readonly sectionLabel: string;
  readonly lacking: readonly Named[];
  readonly evidence: readonly EvidenceView[];
  readonly passages: readonly Passage[];
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly question?: string;
  readonly fingerprint: string;
  /** What to do about it, else why it matters. */
  readonly help: string;
  readonly waiver?: WaiverView;
}

export interface WaiverView {
  readonly targets: readonly string[];
  readonly reason?: string;
  readonly author?: string;
  readonly date?: string;
  readonly until?: string;
  readonly used: boolean;
  readonly expired: boolean;
  readonly range: Range;
}
