import { hasPlainMatch } from '../../considerations/sectionMatches';
import type { Check } from '../check';
import { placeOfSection } from '../check';

/** Something that the whole paper must hold before it can be assessed at all: at least one of the rule's signals, anywhere. */
export const inputsCheck: Check<boolean> = {
  kind: 'inputs',
  note({ signals = [] }, { matches, rules }) {
    const numbers = signals.map((signal) => rules.signals.numbers.get(signal));
    return matches.units.some((unit) => numbers.some((signal) => hasPlainMatch(unit, signal)));
  },
  inDocument(rule, context, notes) {
    if (rule['document-types'] && !rule['document-types'].includes(context.type)) return [];
    const heading = context.contents.findIndex(({ section }) => section.heading !== undefined);
    const at = Math.max(heading, 0);
    const content = context.contents[at];
    if (notes.includes(true) || !content) return [];
    return [
      {
        category: 'missing',
        message: `${rule.title}: nothing in this document says so. ${rule.help ?? ''}`.trim(),
        span: placeOfSection(content),
        section: at,
      },
    ];
  },
};
