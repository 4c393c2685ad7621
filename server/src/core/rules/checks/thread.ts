import type { Span } from '../../text/span';
import { overlaps } from '../../text/span';
import type { Check, DocumentContext, SectionContext } from '../check';
import { quote } from '../check';
import type { CompiledRules } from '../compileRules';

/** Where a section first names an item. */
interface Mention {
  readonly span: Span;
  readonly words: string;
}

const NOTHING: ReadonlyMap<string, Mention> = new Map();

/** A group (or other item of a vocabulary) that the objectives name must be met again where results are set out. */
export const threadCheck: Check<ReadonlyMap<string, Mention>> = {
  kind: 'thread',
  note(rule, context) {
    const ends = [...(rule.from ?? []), ...(rule.to ?? [])];
    if (context.kind === undefined || !ends.includes(context.kind)) return NOTHING;
    return findItems(signalsOver(rule.vocabulary, context.rules), context);
  },
  inDocument(rule, context, notes) {
    const from = findSections(context, rule.from ?? []);
    const to = findSections(context, rule.to ?? []);
    // Without both ends there is no thread to follow: the missing section is its own finding.
    if (!rule.vocabulary || from.length === 0 || to.length === 0) return [];
    const met = new Set(to.flatMap((at) => [...(notes[at]?.keys() ?? [])]));
    const seen = new Set<string>();
    return from.flatMap((at) =>
      [...(notes[at] ?? [])].flatMap(([item, { span, words }]) => {
        if (met.has(item) || seen.has(item)) return [];
        seen.add(item);
        const label = context.rules.ruleSet.vocabularies.get(rule.vocabulary ?? '')?.items[item]?.label ?? item;
        const places = [...new Set(to.map((t) => context.contents[t]?.section.heading?.text).filter(Boolean))];
        return [
          {
            category: 'thread' as const,
            message: `Thread: “${words}” (${label}) is named here and not met again in ${places.map((p) => `“${p}”`).join(', ')}. Carry it through, or take it out here.`,
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
function findSections(context: DocumentContext, kinds: readonly string[]): readonly number[] {
  return context.sections.flatMap((s, index) => {
    const kind = s.kind ?? s.inheritedKind;
    return kind !== undefined && kinds.includes(kind) ? [index] : [];
  });
}

/** Numbers of the signals over a vocabulary. */
function signalsOver(vocabulary: string | undefined, { ruleSet }: CompiledRules): readonly number[] {
  return [...ruleSet.signals.values()].flatMap((signal, number) =>
    vocabulary !== undefined && signal.vocabulary === vocabulary ? [number] : [],
  );
}

/** First plain mention of each item. */
function findItems(signals: readonly number[], { content, matches }: SectionContext): ReadonlyMap<string, Mention> {
  const items = new Map<string, Mention>();
  for (const unit of matches.units) {
    for (const match of signals.flatMap((signal) => unit.matches.of(signal))) {
      const excluded = unit.contexts.some((c) => c.effect === 'exclude' && overlaps(match, c.reach));
      if (match.item === undefined || excluded || items.has(match.item)) continue;
      const span = unit.unit.prose.toSource(match.start, match.end);
      items.set(match.item, { span, words: quote(content, span) });
    }
  }
  return items;
}
