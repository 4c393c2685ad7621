import type { SectionAnalysis } from './analysis';
import type { PlaceableJudgement } from './considerations/judgeConsideration';
import type { Section } from './document/documentModel';
import { moveSpan } from './document/moveBlock';
import type { InsertedPrompt, Judgement, Waiver } from './findings/finding';
import { placeEvidence } from './findings/localEvidence';
import type { ClassifiedSection, Role } from './sections/classifySections';

/** Where the section of an index starts. */
export type StartOf = (section: number) => number;

/** What a section says, in its place in the document. Judgements are moved there when they are first asked for. */
export class PlacedSectionAnalysis implements SectionAnalysis {
  readonly section: Section;
  readonly kind: string | undefined;
  readonly inheritedKind: string | undefined;
  readonly role: Role;
  readonly #place: () => readonly Judgement[];
  #judgements: readonly Judgement[] | undefined;

  constructor({ section, kind, inheritedKind, role }: ClassifiedSection, place: () => readonly Judgement[]) {
    this.section = section;
    this.kind = kind;
    this.inheritedKind = inheritedKind;
    this.role = role;
    this.#place = place;
  }

  get judgements(): readonly Judgement[] {
    this.#judgements ??= this.#place();
    return this.#judgements;
  }
}

export function placeJudgement(judgement: PlaceableJudgement, section: number, startOf: StartOf): Judgement {
  const {
    consideration,
    state,
    expected,
    lacking,
    reasons,
    decided,
    refersTo,
    waiver,
    excusedBy,
    elsewhere = [],
  } = judgement;
  const evidence = [
    ...placeEvidence(judgement.evidence, startOf(section)),
    ...elsewhere.flatMap((other) => placeEvidence(other.evidence, startOf(other.section))),
  ];
  return { consideration, state, expected, lacking, reasons, evidence, decided, refersTo, waiver, excusedBy };
}

export function placeWaiver(waiver: Waiver, startOf: StartOf): Waiver {
  const start = startOf(waiver.section);
  const targets = waiver.targets.map(({ id, span }) => ({ id, span: moveSpan(span, start) }));
  return { ...waiver, span: moveSpan(waiver.span, start), targets };
}

export function placePrompt(prompt: InsertedPrompt, startOf: StartOf): InsertedPrompt {
  return { ...prompt, span: moveSpan(prompt.span, startOf(prompt.section)) };
}
