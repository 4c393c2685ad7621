import type { Analysis, Evidence, FoundIn, Span, Weighed } from '../core';
import { findSentence, orderPassages, quoteFound, toPlainWords, toWholeWords } from '../core';
import type { EvidenceView, Passage, Shown } from './documentView';

/** Longest quotation, in UTF-16 units, before it is shortened around what was found. */
const LONGEST = 240;

interface Found extends Weighed {
  readonly view: EvidenceView;
  /** As it stands in the document. */
  readonly evidence: Evidence;
  /** The words, whole. */
  readonly span: Span;
}

/** What a judgement says of its evidence. */
export interface Grounds {
  /** How much of it decided, from the first on. */
  readonly decided: number;
  /** True for what bears the reason that a headline tells. */
  readonly bears: (one: Weighed) => boolean;
}

/**
 * The sentences (in tables: rows) that hold the evidence that decided, each once; all evidence where nothing decided. Single words alone would
 * tell a reader little; the sentence is what they would look up. What stands by as well would only hide what the judgement rests on.
 */
export function findPassages(
  evidence: readonly Evidence[],
  views: readonly EvidenceView[],
  analysis: Analysis,
  { decided, bears }: Grounds,
): readonly Passage[] {
  const { document } = analysis;
  const shown = decided > 0 ? evidence.slice(0, decided) : evidence;
  const found = shown.flatMap((one, index): readonly Found[] => {
    const view = views[index];
    const span = toWholeWords(one.span, document.text);
    return view ? [{ view, evidence: one, span, facet: one.facet, weakenedBy: one.weakenedBy }] : [];
  });
  const sentenceOf = ({ evidence: { span } }: Found) => {
    const section = document.sections.find((s) => s.span.start <= span.start && span.start < s.span.end);
    return findSentence(span, section?.units ?? []);
  };
  return orderPassages(found, sentenceOf, bears).map((passage) => toPassage(passage, analysis));
}

function toPassage({ sentence, found }: FoundIn<Found>, { document }: Analysis): Passage {
  const first = Math.min(...found.map((f) => f.span.start));
  const last = Math.max(...found.map((f) => f.span.end));
  return {
    line: document.lines.placeAt(first).line,
    words: shorten(document.text, sentence, { start: first, end: last }),
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
  for (const { view, evidence } of [...longest].sort((a, b) => a.span.start - b.span.start)) {
    const key = `${view.facet.id}/${view.weakenedBy ?? ''}`;
    const group = groups.get(key) ?? { facet: view.facet.title, words: [], weakenedBy: view.weakenedBy };
    groups.set(key, group);
    const words = quoteFound(text, evidence.span);
    if (!group.words.includes(words)) group.words.push(words);
  }
  return [...groups.values()];
}

function shorten(text: string, sentence: Span, found: Span): string {
  const whole = toPlainWords(text, sentence);
  if (whole.length <= LONGEST) return whole;
  const spare = Math.max(40, LONGEST - (found.end - found.start));
  const start = found.start - sentence.start < spare / 2 ? sentence.start : wordStart(text, found.start - spare / 3);
  const far = Math.min(sentence.end, start + LONGEST);
  const end = far < sentence.end ? start + text.slice(start, far).replace(/\s+\S*$/, '').length : far;
  const cut = toPlainWords(text, { start, end });
  return `${start > sentence.start ? '… ' : ''}${cut}${end < sentence.end ? ' …' : ''}`;
}

function wordStart(text: string, near: number): number {
  let at = Math.max(0, Math.floor(near));
  while (at > 0 && !/\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
