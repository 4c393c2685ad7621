import type { Analysis, Evidence, Span } from '../core';
import type { EvidenceView, Passage, Shown } from './documentView';

/** Longest quotation, in UTF-16 units, before it is shortened around what was found. */
const LONGEST = 240;

interface Found {
  readonly view: EvidenceView;
  readonly span: Span;
  /** Without these words the judgement would be another. */
  readonly decides: boolean;
}

/**
 * The sentences (in tables: rows) that hold the evidence, each once: those with words that decided, the first `decided` of the evidence,
 * stand before the others, and those that show most come first. Single words alone would tell a reader little; the sentence is what they
 * would look up.
 */
export function findPassages(
  evidence: readonly Evidence[],
  views: readonly EvidenceView[],
  analysis: Analysis,
  decided = 0,
): readonly Passage[] {
  const bySentence = new Map<number, { readonly span: Span; readonly found: Found[] }>();
  evidence.forEach(({ span }, index) => {
    const view = views[index];
    if (!view) return;
    const sentence = findSentence(span, analysis);
    const entry = bySentence.get(sentence.start) ?? { span: sentence, found: [] };
    bySentence.set(sentence.start, entry);
    entry.found.push({ view, span, decides: index < decided });
  });
  return [...bySentence.values()]
    .sort(
      (a, b) =>
        countDeciding(b.found) - countDeciding(a.found) ||
        weigh(b.found) - weigh(a.found) ||
        a.span.start - b.span.start,
    )
    .map((entry) => toPassage(entry, analysis));
}

function countDeciding(found: readonly Found[]): number {
  return found.filter(({ decides }) => decides).length;
}

/** How many facets count in a passage. */
function weigh(found: readonly Found[]): number {
  return new Set(found.flatMap(({ view }) => (view.weakenedBy || view.facet.id === 'mention' ? [] : [view.facet.id])))
    .size;
}

function toPassage(
  { span, found }: { readonly span: Span; readonly found: readonly Found[] },
  { document }: Analysis,
): Passage {
  const first = Math.min(...found.map((f) => f.span.start));
  const last = Math.max(...found.map((f) => f.span.end));
  return {
    line: document.lines.placeAt(first).line,
    words: shorten(document.text, span, { start: first, end: last }),
    shows: groupByFacet(found),
  };
}

/** Words by facet in document order. Words inside longer ones of the same facet, and mentions beside facets, would only repeat. */
function groupByFacet(found: readonly Found[]): readonly Shown[] {
  const facets = found.filter(({ view }) => view.facet.id !== 'mention');
  const telling = facets.length > 0 ? facets : found;
  const longest = telling.filter(
    (one, index) =>
      !telling.some(
        (other, at) =>
          other.view.facet.id === one.view.facet.id &&
          other.span.start <= one.span.start &&
          one.span.end <= other.span.end &&
          (other.span.end - other.span.start > one.span.end - one.span.start || at < index),
      ),
  );
  const groups = new Map<string, { readonly facet: string; readonly words: string[]; readonly weakenedBy?: string }>();
  for (const { view } of [...longest].sort((a, b) => a.span.start - b.span.start)) {
    const key = `${view.facet.id}/${view.weakenedBy ?? ''}`;
    const group = groups.get(key) ?? { facet: view.facet.title, words: [], weakenedBy: view.weakenedBy };
    groups.set(key, group);
    const words = collapse(view.text);
    if (!group.words.includes(words)) group.words.push(words);
  }
  return [...groups.values()];
}

/** The sentence in which a span begins; what lies outside running text (a heading, a comment) is quoted by itself. */
function findSentence(span: Span, { document }: Analysis): Span {
  const section = document.sections.find((s) => s.span.start <= span.start && span.start < s.span.end);
  const unit = section?.units.find((u) => u.span.start <= span.start && span.end <= u.span.end);
  if (!unit) return span;
  const spans = unit.sentences.map((s) => unit.prose.toSource(s.start, s.end));
  return spans.find((s) => s.start <= span.start && span.start < s.end) ?? span;
}

function shorten(text: string, sentence: Span, found: Span): string {
  const whole = collapse(text.slice(sentence.start, sentence.end));
  if (whole.length <= LONGEST) return whole;
  const spare = Math.max(40, LONGEST - (found.end - found.start));
  const start = found.start - sentence.start < spare / 2 ? sentence.start : wordStart(text, found.start - spare / 3);
  const end = Math.min(sentence.end, start + LONGEST);
  const cut = collapse(text.slice(start, end).replace(end < sentence.end ? /\s+\S*$/ : /$^/, ''));
  return `${start > sentence.start ? '… ' : ''}${cut}${end < sentence.end ? ' …' : ''}`;
}

function wordStart(text: string, near: number): number {
  let at = Math.max(0, Math.floor(near));
  while (at > 0 && !/\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** White space as single spaces; the bars of a table row as commas would mislead, so they stay. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
