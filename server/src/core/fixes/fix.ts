import type { Analysis } from '../analysis';
import type { CompiledRules } from '../rules/compileRules';
import type { Span } from '../text/span';

/** One replacement. Edits of a fix do not overlap and come in document order. */
export interface FixEdit {
  readonly span: Span;
  /** What stands there afterwards, with the document's line ends. */
  readonly newText: string;
  /** The same with tab stops (`${1:[slot]}`, `$0`), when there is something to fill in; all else in it is escaped. */
  readonly snippet?: string;
}

/** How an editor groups what it offers. */
export type FixKind = 'quickfix' | 'refactor.rewrite' | 'source' | 'source.fixAll.inclusiveGrowth';

/** A change that can be made: what it is called, and its edits. */
export interface Fix {
  readonly title: string;
  readonly kind: FixKind;
  readonly edits: readonly FixEdit[];
}

/** Names one fix in plain data, so that it can be offered first and built when it is chosen. `section` is an index into the document's sections. */
export type FixRequest =
  | {
      readonly kind: 'insert-prompt';
      readonly section: number;
      readonly consideration: string;
      readonly facet?: string;
    }
  | { readonly kind: 'insert-prompts'; readonly section: number }
  | { readonly kind: 'insert-skeleton'; readonly section: number; readonly skeleton: SkeletonId }
  | { readonly kind: 'waive'; readonly section: number; readonly target: string }
  | { readonly kind: 'remove-waiver'; readonly waiver: number }
  | { readonly kind: 'discard-prompt'; readonly prompt: number }
  | { readonly kind: 'remove-prompts'; readonly section?: number }
  | { readonly kind: 'make-heading'; readonly section: number }
  | { readonly kind: 'insert-section'; readonly sectionKind: string }
  | { readonly kind: 'name-kind'; readonly section: number; readonly sectionKind: string }
  | { readonly kind: 'refer'; readonly section: number; readonly consideration: string; readonly to: number }
  | { readonly kind: 'fix-all' };

/** Tables and lines to fill in that are not the prompt of one consideration. */
export type SkeletonId = 'beneficiary-table' | 'measures-table' | 'lever-line';

/** What every fix is made from: one analysis, and the rules it was made with. */
export interface FixInput {
  readonly analysis: Analysis;
  readonly rules: CompiledRules;
}

/** A fix that can be built, and what it answers. */
export interface FixOffer {
  readonly request: FixRequest;
  readonly title: string;
  readonly kind: FixKind;
  /** Fingerprint of the finding that it answers. */
  readonly finding?: string;
  /** The one that an editor should take first. */
  readonly preferred?: boolean;
}
