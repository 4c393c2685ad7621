import type { PlaceableJudgement } from '../considerations/judgeConsideration';
import type { SectionMatches } from '../considerations/sectionMatches';
import type { DocumentModel } from '../document/documentModel';
import type { SectionContent } from '../document/sectionContent';
import type { Category, Related } from '../findings/finding';
import type { PackedEvidence } from '../findings/localEvidence';
import type { ToolComment } from '../findings/readComments';
import type { ClassifiedSection, Role } from '../sections/classifySections';
import type { ReferenceIndex } from '../sections/resolveReference';
import { cutWords, toPlainWords } from '../text/plainWords';
import type { Span } from '../text/span';
import type { CompiledRules } from './compileRules';
import type { CheckKind, Rule } from './pack';

/** What every check may look at. */
interface BaseContext {
  readonly rules: CompiledRules;
  readonly type: string;
  readonly stage?: string;
}

/** One section, read by itself: every place in it counts from its start. */
export interface SectionContext extends BaseContext {
  readonly content: SectionContent;
  /** Its own, else that of the nearest section above that has one. */
  readonly kind?: string;
  readonly role: Role;
  /** No section stands below it. */
  readonly isLeaf: boolean;
  readonly matches: SectionMatches;
}

/** The whole document. Every place in these values counts from the start of the section that it is about; only `document` says where that is. */
export interface DocumentContext extends BaseContext {
  readonly document: DocumentModel;
  readonly sections: readonly ClassifiedSection[];
  /** Each section by itself. */
  readonly contents: readonly SectionContent[];
  /** By consideration, one judgement for each section. */
  readonly judgements: ReadonlyMap<string, readonly PlaceableJudgement[]>;
  readonly references: ReferenceIndex;
  readonly comments: readonly ToolComment[];
  /** ISO date. */
  readonly today: string;
}

/** A finding before it has its rule, severity and fingerprint. */
export interface FindingDraft {
  readonly category: Category;
  readonly message: string;
  /** Counts from the start of its section, as those of `evidence` and `related` do. Cut to its first line by the runner. */
  readonly span: Span;
  readonly section: number;
  readonly consideration?: string;
  readonly lacking?: readonly string[];
  readonly evidence?: PackedEvidence;
  readonly related?: readonly Related[];
  readonly question?: string;
  /** Index into `Analysis.waivers`. */
  readonly waivedBy?: number;
  /** What tells it from its neighbours of the same rule and section, for the fingerprint: the words it is about. */
  readonly about?: string;
}

/**
 * The code that evaluates one kind of rule. It looks at values and returns values, and knows no other check. What it does in a function is
 * done again only when what that function may look at has changed: the further up in this list, the less often.
 */
export interface Check<Note = unknown> {
  readonly kind: CheckKind;
  /** Looks at one section by itself. */
  inSection?(rule: Rule, context: SectionContext): readonly SectionDraft[];
  /** Notes what the functions below must know of the words of a section: plain data. */
  note?(rule: Rule, context: SectionContext): Note;
  /** Looks at one section in the light of the others: its judgements, what it refers to. */
  inPlace?(rule: Rule, context: DocumentContext, place: Place<Note>): readonly SectionDraft[];
  /** Looks at the document as a whole. `notes` has one entry for each section; none without `note`. */
  inDocument?(rule: Rule, context: DocumentContext, notes: readonly Note[]): readonly FindingDraft[];
}

/** One section among the others. */
export interface Place<Note = unknown> {
  readonly index: number;
  readonly content: SectionContent;
  readonly note: Note;
}

/** A draft about the section that was looked at. */
export type SectionDraft = Omit<FindingDraft, 'section'>;

/** Where a finding about a whole section is put: its heading, or the first line of its text. */
export function placeOfSection(content: SectionContent): Span {
  const { section } = content;
  if (section.heading) return section.heading.span;
  return firstLine({ start: section.units[0]?.span.start ?? 0, end: section.span.end }, content);
}

/** The part of a span that lies on its first line. */
export function firstLine(span: Span, document: Pick<DocumentModel, 'lines'>): Span {
  const line = document.lines.placeAt(span.start).line;
  return { start: span.start, end: Math.max(span.start, Math.min(span.end, document.lines.endOf(line))) };
}

/** Words of the document as one would quote them: one line, links by their text, cut where they are long. */
export function quote(document: Pick<DocumentModel, 'text'>, span: Span): string {
  return cutWords(toPlainWords(document.text, span));
}
