import type { Span } from '../../text/span';
import { overlaps } from '../../text/span';
import type { Check, CheckContext } from '../check';
import { quote } from '../check';

/** A group (or other item of a vocabulary) that the objectives name must be met again where results are set out. */
export const threadCheck: Check = {
  kind: 'thread',
  run(_ruleId, rule, context) {
    const from = findSections(context, rule.from ?? []);
    const to = findSections(context, rule.to ?? []);
    // Without both ends there is no thread to follow: the missing section is its own finding.
    if (!rule.vocabulary || from.length === 0 || to.length === 0) return [];
    const signals = signalsOver(rule.vocabulary, context);
    const met = new Set(to.flatMap((at) => [...findItems(at, signals, context).keys()]));
    const seen = new Set<string>();
    return from.flatMap((at) =>
      [...findItems(at, signals, context)].flatMap(([item, span]) => {
        if (met.has(item) || seen.has(item)) return [];
        seen.add(item);
        const label = context.rules.ruleSet.vocabularies.get(rule.vocabulary ?? '')?.items[item]?.label ?? item;
        const places = [...new Set(to.map((t) => context.document.sections[t]?.heading?.text).filter(Boolean))];
        return [
          {
            category: 'thread' as const,
            message: `Thread: “${quote(context.document, span)}” (${label}) is named here and not met again in ${places.map((p) => `“${p}”`).join(', ')}. Carry it through, or take it out here.`,
            span,
            section: at,
            about: item,
          },
        ];
      }),
    );
  },
};

/** Sections of these kinds and all below them. */
function findSections(context: CheckContext, kinds: readonly string[]): readonly number[] {
  return context.sections.flatMap((s, index) => {
    const kind = s.kind ?? s.inheritedKind;
    return kind !== undefined && kinds.includes(kind) ? [index] : [];
  });
}

function signalsOver(vocabulary: string, context: CheckContext): readonly string[] {
  return [...context.rules.ruleSet.signals].filter(([, s]) => s.vocabulary === vocabulary).map(([id]) => id);
}

/** First plain mention of each item. */
function findItems(at: number, signals: readonly string[], context: CheckContext): ReadonlyMap<string, Span> {
  const items = new Map<string, Span>();
  for (const unit of context.matches[at]?.units ?? []) {
    for (const match of signals.flatMap((signal) => unit.matches.of(signal))) {
      const excluded = unit.contexts.some((c) => c.effect === 'exclude' && overlaps(match, c.reach));
      if (match.item === undefined || excluded || items.has(match.item)) continue;
      items.set(match.item, unit.unit.prose.toSource(match.start, match.end));
    }
  }
  return items;
}
