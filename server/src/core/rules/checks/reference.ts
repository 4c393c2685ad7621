import { findReferenced, hasNumberedHeadings, readReference } from '../../sections/resolveReference';
import { findStructures } from '../../signals/structures';
import type { Check } from '../check';
import { quote } from '../check';

/** References to sections that the document does not have. Only where its headings are numbered: else the number may be another paper's. */
export const referenceCheck: Check = {
  kind: 'reference',
  run(_ruleId, _rule, context) {
    if (!hasNumberedHeadings(context.document)) return [];
    return context.matches.flatMap(({ units }, index) =>
      units.flatMap(({ unit }) =>
        findStructures('reference', unit).flatMap((range) => {
          const words = unit.prose.text.slice(range.start, range.end);
          const rest = unit.prose.text.slice(range.end, range.end + 30);
          const reference = readReference(words);
          // "section 106 of the Act" and the numbered paragraphs of another paper are not ours.
          if (
            !reference ||
            /paragraph|schedule/i.test(words) ||
            /^\s*(?:\(|of (?:the|that|this Act)|agreement|obligation)/i.test(rest)
          )
            return [];
          if (
            !/^(?:Appendix |\d{1,2}(?:\.|$)|[A-Z])/.test(reference.target) ||
            findReferenced(reference, context.document)
          )
            return [];
          const span = unit.prose.toSource(range.start, range.end);
          return [
            {
              category: 'structure' as const,
              message: `Reference: “${quote(context.document, span)}” points to a section that this document does not have.`,
              span,
              section: index,
              about: words,
            },
          ];
        }),
      ),
    );
  },
};
