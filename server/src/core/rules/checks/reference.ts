import { type Reference, readReference } from '../../sections/resolveReference';
import { findStructures } from '../../signals/structures';
import type { Span } from '../../text/span';
import type { Check, SectionContext } from '../check';
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
export const referenceCheck: Check<readonly NumberedReference[]> = {
  kind: 'reference',
  note: (_rule, context) => findNumbered(context),
  inPlace(_rule, { references }, { note }) {
    if (!references.hasNumbers) return [];
    const dangling = note.filter(({ reference }) => references.find(reference) === undefined);
    return dangling.map(({ span, words, quoted }) => ({
      category: 'structure',
      message: `Reference: “${quoted}” points to a section that this document does not have.`,
      span,
      about: words,
    }));
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
