import type { TextUnit } from '../document/documentModel';
import type { Span } from '../text/span';

/** A sentence (in tables: a row) with what was found in it. */
export interface FoundIn<T> {
  readonly sentence: Span;
  readonly found: readonly T[];
}

/** As much of evidence as its weight takes. */
export interface Weighed {
  readonly facet: string;
  readonly weakenedBy?: string;
}

/**
 * Evidence by the sentence that holds it, in the order in which a reader is shown the sentences, so that what a headline quotes is what stands
 * first below it: those that bear it, where some do, then those that show most; of two that show as much, the one whose evidence stands first.
 */
export function orderPassages<T extends Weighed>(
  evidence: readonly T[],
  sentenceOf: (one: T) => Span,
  bears: (one: T) => boolean,
): readonly FoundIn<T>[] {
  const bySentence = new Map<number, { readonly sentence: Span; readonly found: T[] }>();
  for (const one of evidence) {
    const sentence = sentenceOf(one);
    const entry = bySentence.get(sentence.start) ?? { sentence, found: [] };
    bySentence.set(sentence.start, entry);
    entry.found.push(one);
  }
  const bearing = (found: readonly T[]) => (found.some(bears) ? 1 : 0);
  return [...bySentence.values()].sort(
    (a, b) => bearing(b.found) - bearing(a.found) || weigh(b.found) - weigh(a.found),
  );
}

/** How many facets count in a sentence, a mention among them. */
function weigh(found: readonly Weighed[]): number {
  return new Set(found.flatMap(({ facet, weakenedBy }) => (weakenedBy === undefined ? [facet] : []))).size;
}

/** The sentence in which a span begins; what lies outside running text (a heading, a comment) is quoted by itself. */
export function findSentence(span: Span, units: readonly TextUnit[]): Span {
  const unit = units.find((u) => u.span.start <= span.start && span.end <= u.span.end);
  if (!unit) return span;
  const spans = unit.sentences.map((s) => unit.prose.toSource(s.start, s.end));
  return spans.find((s) => s.start <= span.start && span.start < s.end) ?? span;
}
