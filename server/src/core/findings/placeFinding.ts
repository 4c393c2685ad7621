import { moveSpan } from '../document/moveBlock';
import type { Severity } from '../rules/pack';
import type { Span } from '../text/span';
import type { Category, Evidence, Finding, Related } from './finding';
import { type PackedEvidence, placeEvidence } from './localEvidence';

/** A finding whose places count from the start of its section; `section` says nothing yet. */
export interface LocalFinding extends Omit<Finding, 'section' | 'evidence'> {
  readonly evidence: PackedEvidence;
}

/** A finding in its place in the document. Evidence and related places are moved there when they are first asked for. */
export class PlacedFinding implements Finding {
  readonly ruleId: string;
  readonly category: Category;
  readonly consideration: string | undefined;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly span: Span;
  readonly section: number;
  readonly lacking: readonly string[];
  readonly question: string | undefined;
  readonly fingerprint: string;
  readonly waivedBy: number | undefined;
  readonly #local: LocalFinding;
  readonly #start: number;
  #evidence: readonly Evidence[] | undefined;
  #related: readonly Related[] | undefined;

  constructor(local: LocalFinding, section: number, start: number) {
    this.ruleId = local.ruleId;
    this.category = local.category;
    this.consideration = local.consideration;
    this.severity = local.severity;
    this.message = local.message;
    this.span = moveSpan(local.span, start);
    this.section = section;
    this.lacking = local.lacking;
    this.question = local.question;
    this.fingerprint = local.fingerprint;
    this.waivedBy = local.waivedBy;
    this.#local = local;
    this.#start = start;
  }

  /** The same finding when its section has moved. */
  moveTo(start: number): PlacedFinding {
    return start === this.#start ? this : new PlacedFinding(this.#local, this.section, start);
  }

  get evidence(): readonly Evidence[] {
    this.#evidence ??= placeEvidence(this.#local.evidence, this.#start);
    return this.#evidence;
  }

  get related(): readonly Related[] {
    this.#related ??= this.#local.related.map(({ span, message }) => {
      return { span: moveSpan(span, this.#start), message };
    });
    return this.#related;
  }
}
