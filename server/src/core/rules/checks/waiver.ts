import type { Waiver } from '../../findings/finding';
import type { Check, DocumentContext } from '../check';

/** Waivers that cannot be relied on: without a reason, expired, for something unknown, or covering nothing that is open. */
export const waiverCheck: Check = {
  kind: 'waiver',
  inDocument(_rule, context) {
    return context.comments.flatMap((comment) => {
      if (comment.kind === 'faulty') {
        return [
          {
            category: 'waiver' as const,
            message: `Comment for the toolkit: ${comment.message}.`,
            span: comment.span,
            section: comment.section,
          },
        ];
      }
      if (comment.kind !== 'waiver') return [];
      const messages = findFaults(comment.waiver, context);
      return messages.map((fault) => ({
        category: 'waiver' as const,
        message: `Waiver: ${fault.message}`,
        span: fault.span,
        section: comment.waiver.section,
        about: fault.message,
      }));
    });
  },
};

interface Fault {
  readonly message: string;
  readonly span: Waiver['span'];
}

function findFaults(waiver: Waiver, context: DocumentContext): readonly Fault[] {
  const { considerations, rules } = context.rules.ruleSet;
  const unknown = waiver.targets.filter((t) => !considerations.has(t.id) && !rules.has(t.id));
  const faults: Fault[] = unknown.map((t) => ({
    message: `\`${t.id}\` is neither a consideration nor a rule of the active packs. Known: ${[...considerations.keys()].join(', ')}.`,
    span: t.span,
  }));
  const ids = waiver.targets.map((t) => t.id).join(', ');
  if (waiver.reason === undefined) {
    return [...faults, { message: `a reason is needed: waive ${ids} because "…".`, span: waiver.span }];
  }
  if (waiver.expired)
    return [
      ...faults,
      { message: `the waiver of ${ids} ended on ${waiver.until}. Renew it or take it out.`, span: waiver.span },
    ];
  if (!waiver.used && unknown.length === 0) {
    faults.push({
      message: `the waiver of ${ids} covers nothing that is asked for here and open. Take it out.`,
      span: waiver.span,
    });
  }
  return faults;
}
