import type { Section } from '../document/documentModel';
import { type Reference, readReference } from '../sections/resolveReference';
import { findStructures } from '../signals/structures';
import type { Span } from '../text/span';

/** Words of a section that send the reader to another part of the document. */
export interface SectionReference {
  readonly reference: Reference;
  readonly span: Span;
  /** The sentence that refers. */
  readonly sentence: Span | undefined;
}

/** All references of a section, in order. */
export function findReferences({ units }: Section): readonly SectionReference[] {
  return units.flatMap((unit) =>
    findStructures('reference', unit).flatMap((range): SectionReference[] => {
      const link = unit.marks.find((m) => m.kind === 'link' && m.start === range.start && m.target?.startsWith('#'));
      const reference = link?.target
        ? { target: link.target.slice(1), kind: 'fragment' as const }
        : readReference(unit.prose.text.slice(range.start, range.end));
      if (!reference) return [];
      const sentence = unit.sentences.find((s) => s.start <= range.start && range.start < s.end);
      return [
        {
          reference,
          span: unit.prose.toSource(range.start, range.end),
          sentence: sentence && unit.prose.toSource(sentence.start, sentence.end),
        },
      ];
    }),
  );
}
