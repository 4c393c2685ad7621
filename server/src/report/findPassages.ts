import type { Analysis, Evidence, Span } from '../core';
import type { EvidenceView, Passage, Shown } from './documentView';
import { toWholeWords } from './wholeWords';

/** Longest quotation, in UTF-16 units, before it is shortened around what was found. */
const LONGEST = 240;

interface Found {
  readonly view: EvidenceView;
  /** The words, whole. */
  readonly span: Span;
}

/**
 * The sentences (in tables: rows) that hold the evidence that decided, the first `decided`, each once; all evidence where nothing decided.
 * Those that show most come first; of two that show as much, the one whose evidence stands first. Single words alone would tell a reader
 * little; the sentence is what they would look up. What stands by as well would only hide what the judgement rests on.
 */
export function findPassages(
  evidence: readonly Evidence[],
  views: readonly EvidenceView[],
  analysis: Analysis,
  decided: number,
): readonly Passage[] {
  const shown = decided > 0 ? evidence.slice(0, decided) : evidence;
  const bySentence = new Map<number, { readonly span: Span; readonly found: Found[] }>();
  shown.forEach(({ span }, index) => {
    const view = views[index];
    if (!view) return;
    const sentence = findSentence(span, analysis);
    const entry = bySentence.get(sentence.start) ?? { span: sentence, found: [] };
    bySentence.set(sentence.start, entry);
    entry.found.push({ view, span: toWholeWords(span, analysis.document.text) });
  });
  return [...bySentence.values()]
    .sort((a, b) => weigh(b.found) - weigh(a.found))
    .map((entry) => toPassage(entry, analysis));
}

/** How many facets count in a passage, a mention among them. */
function weigh(found: readonly Found[]): number {
  return new Set(found.flatMap(({ view }) => (view.weakenedBy ? [] : [view.facet.id]))).size;
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
    shows: groupByFacet(found, document.text),
  };
}

/** Words by facet in document order. Words inside longer ones of the same facet, and a mention inside those of any, would only repeat. */
function groupByFacet(found: readonly Found[], text: string): readonly Shown[] {
  const longest = found.filter(
    (one, index) =>
      !found.some(
        (other, at) =>
          (other.view.facet.id === one.view.facet.id || one.view.facet.id === 'mention') &&
          other.span.start <= one.span.start &&
          one.span.end <= other.span.end &&
          (other.span.end - other.span.start > one.span.end - one.span.start || at < index),
      ),
  );
  const groups = new Map<string, { readonly facet: string; readonly words: string[]; readonly weakenedBy?: string }>();
  for (const { view, span } of [...longest].sort((a, b) => a.span.start - b.span.start)) {
    const key = `${view.facet.id}/${view.weakenedBy ?? ''}`;
    const group = groups.get(key) ?? { facet: view.facet.title, words: [], weakenedBy: view.weakenedBy };
    groups.set(key, group);
    const words = collapse(text.slice(span.start, span.end));
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

const LINK_TARGET = /\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?(?:\)|$)/g;

/**
 * Words as a reader reads them: white space as single spaces, and of a link its text alone, also where the words begin or end within it. The
 * bars of a table row as commas would mislead, so they stay.
 */
export function collapse(text: string): string {
  const parts = text.replace(LINK_TARGET, LINK_END).split(LINK_END);
  const opened = parts.map((part, at) => (at < parts.length - 1 ? withoutOpening(part) : part));
  return opened.join('').replace(/\s+/g, ' ').trim();
}

/** No paper has it. */
const LINK_END = '\0';

/** Without the bracket that is still open at the end, and the sign of an image before it. */
function withoutOpening(text: string): string {
  let closed = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ']') closed++;
    if (text[at] !== '[' || closed-- > 0) continue;
    return text.slice(0, text[at - 1] === '!' ? at - 1 : at) + text.slice(at + 1);
  }
  return text;
}
