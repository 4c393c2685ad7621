import { hasPlainMatch } from '../../considerations/sectionMatches';
import type { Check } from '../check';
import { placeOfSection } from '../check';

/** Something that the whole paper must hold before it can be assessed at all: at least one of the rule's signals, anywhere. */
export const inputsCheck: Check = {
  kind: 'inputs',
  run(_ruleId, rule, context) {
    if (rule['document-types'] && !rule['document-types'].includes(context.type)) return [];
    const signals = rule.signals ?? [];
    const found = context.matches.some((section) =>
      section.units.some((unit) => signals.some((signal) => hasPlainMatch(unit, signal))),
    );
    const first = context.document.sections.find((s) => s.heading) ?? context.document.sections[0];
    if (found || !first) return [];
    return [
      {
        category: 'missing',
        message: `${rule.title}: nothing in this document says so. ${rule.help ?? ''}`.trim(),
        span: placeOfSection(first, context.document),
        section: first.index,
      },
    ];
  },
};
