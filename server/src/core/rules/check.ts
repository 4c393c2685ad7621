import type { SectionMatches } from '../considerations/sectionMatches';
import type { DocumentModel } from '../document/documentModel';
import type { Category, Evidence, Judgement, Related } from '../findings/finding';
import type { ToolComment } from '../findings/readComments';
import type { ClassifiedSection } from '../sections/classifySections';
import type { Span } from '../text/span';
import type { CompiledRules } from './compileRules';
import type { CheckKind, Rule } from './pack';

/** All that a check may look at. */
export interface CheckContext {
  readonly document: DocumentModel;
  readonly rules: CompiledRules;
  readonly type: string;
  readonly stage?: string;
  readonly sections: readonly ClassifiedSection[];
  readonly matches: readonly SectionMatches[];
  /** By consideration, one judgement for each section. */
  readonly judgements: ReadonlyMap<string, readonly Judgement[]>;
  readonly comments: readonly ToolComment[];
  /** ISO date. */
  readonly today: string;
}

/** A finding before it has its rule, severity and fingerprint. */
export interface FindingDraft {
  readonly category: Category;
  readonly message: string;
  /** Cut to its first line by the runner. */
  readonly span: Span;
  readonly section: number;
  readonly consideration?: string;
  readonly lacking?: readonly string[];
  readonly evidence?: readonly Evidence[];
  readonly related?: readonly Related[];
  readonly question?: string;
  /** Index into `Analysis.waivers`. */
  readonly waivedBy?: number;
  /** What tells it from its neighbours of the same rule and section, for the fingerprint: the words it is about. */
  readonly about?: string;
}

/** The code that evaluates one kind of rule. It looks at values and returns values, and knows no other check. */
export interface Check {
  readonly kind: CheckKind;
  run(ruleId: string, rule: Rule, context: CheckContext): readonly FindingDraft[];
}

/** Where a finding about a whole section is put: its heading, or the first line of its text. */
export function placeOfSection(section: ClassifiedSection['section'], document: DocumentModel): Span {
  if (section.heading) return section.heading.span;
  const unit = section.units[0];
  const start = unit ? unit.span.start : section.span.start;
  return firstLine({ start, end: section.span.end }, document);
}

/** The part of a span that lies on its first line. */
export function firstLine(span: Span, document: DocumentModel): Span {
  const line = document.lines.placeAt(span.start).line;
  return { start: span.start, end: Math.max(span.start, Math.min(span.end, document.lines.endOf(line))) };
}

/** Words of the document as one would quote them: one line, white space collapsed, cut at `limit` characters. */
export function quote(document: DocumentModel, span: Span, limit = 80): string {
  const words = document.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return words.length > limit ? `${words.slice(0, limit).trimEnd()}…` : words;
}
