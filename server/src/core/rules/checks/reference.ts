import { type Reference, readReference } from '../../sections/resolveReference';
import { findStructures } from '../../signals/structures';
import type { Span } from '../../text/span';
import type { DocumentCheck, SectionContext } from '../check';
import { quote } from '../check';

/** Words that name another section by its number. */
interface NumberedReference {
  readonly reference: Reference;
  readonly span: Span;
  readonly words: string;
  /** As it is written in the source. */
  readonly quoted: string;
}

/** References to sections that the document does not have. Only where its headings are numbered: else the number may be another paper's. */
export const referenceCheck: DocumentCheck<readonly NumberedReference[]> = {
  kind: 'reference',
  scope: 'document',
  note: (_rule, context) => findNumbered(context),
  run(_rule, { references }, notes) {
    if (!references.hasNumbers) return [];
    return notes.flatMap((found, section) =>
      found.flatMap(({ reference, span, words, quoted }) => {
        if (references.find(reference) !== undefined) return [];
        return [
          {
            category: 'structure' as const,
            message: `Reference: “${quoted}” points to a section that this document does not have.`,
            span,
            section,
            about: words,
          },
        ];
      }),
    );
  },
};

function findNumbered({ content, matches }: SectionContext): readonly NumberedReference[] {
  return matches.units.flatMap(({ unit }) =>
    findStructures('reference', unit).flatMap((range) => {
      const words = unit.prose.text.slice(range.start, range.end);
      const rest = unit.prose.text.slice(range.end, range.end + 30);
      const reference = readReference(words);
      // "section 106 of the Act" and the numbered paragraphs of another paper are not ours.
      if (
        !reference ||
        /paragraph|schedule/i.test(words) ||
        /^\s*(?:\(|of (?:the|that|this Act)|agreement|obligation)/i.test(rest) ||
        !/^(?:Appendix |\d{1,2}(?:\.|$)|[A-Z])/.test(reference.target)
      )
        return [];
      const span = unit.prose.toSource(range.start, range.end);
      return [{ reference, span, words, quoted: quote(content, span) }];
    }),
  );
}
