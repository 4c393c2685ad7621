import type { PhrasingContent } from 'mdast';
import { LETTER, NUMBER } from '../text/letters';
import type { Span } from '../text/span';
import { alignWords } from './alignWords';
import type { Mark, Prose } from './documentModel';
import { type ProseBuilder, startProse } from './prose';
import { isSlotMarkup } from './slots';
import type { Source } from './source';
import { nodesAt, spanOf } from './syntaxTree';

/** The words of some inline content, what is marked in them, and the images that stand between them. */
export interface InlineWords {
  readonly prose: Prose;
  readonly marks: readonly Mark[];
  readonly images: readonly ImageWords[];
}

export interface ImageWords {
  readonly span: Span;
  readonly prose: Prose;
}

/** Inline content read step by step into one prose, as the cells of a table row are. */
export interface InlineReader {
  readonly builder: ProseBuilder;
  add(nodes: readonly PhrasingContent[]): void;
  finish(): InlineWords;
}

type MarkKind = Mark['kind'];
interface OpenMark {
  readonly kind: MarkKind;
  readonly span: Span;
  readonly target?: string;
}

// A reference whose definition is elsewhere or nowhere; Markdown leaves it as text, a reader sees a footnote all the same.
const UNDEFINED_FOOTNOTE = /\[\^([^\]\s[]{1,60})\]/g;
const QUOTATION = new RegExp(String.raw`(?<![${LETTER}${NUMBER}])"(?=\S)([^"]{1,400})"(?![${LETTER}${NUMBER}])`, 'g');

/** Reads inline content within `window`: what a reader reads, with the place of every unit in the source. */
export function readInline(nodes: readonly PhrasingContent[], source: Source, window: Span): InlineWords {
  const reader = startInline(source, window);
  reader.add(nodesAt(nodes, window));
  return reader.finish();
}

/** Starts to read inline content that lies within `window`. */
export function startInline(source: Source, window: Span): InlineReader {
  const builder = startProse(source.hiddenIn(window), window);
  const marks: Mark[] = [];
  const images: ImageWords[] = [];
  const inWindow = (span: Span) => span.start >= window.start && span.end <= window.end;

  const marked = (mark: OpenMark, read: () => void) => {
    const start = builder.nextStart;
    const lengthBefore = builder.length;
    read();
    const empty = builder.length === lengthBefore;
    if (inWindow(mark.span)) {
      const { kind, span, target } = mark;
      marks.push({ kind, start: empty ? lengthBefore : start, end: builder.length, span, target });
    }
  };
  const addText = (value: string, span: Span) => {
    const references = value.includes('[^') ? [...value.matchAll(UNDEFINED_FOOTNOTE)] : [];
    if (references.length > 0) addTextWithReferences(value, span, references);
    else alignWords(value, source.text, span, true, builder.add, builder.addWords);
  };
  const addTextWithReferences = (value: string, span: Span, references: readonly RegExpExecArray[]) => {
    let at = 0;
    let place: { start: number; end: number } = { start: span.start, end: span.start };
    let reference = 0;
    alignWords(value, source.text, span, true, (unit, start, end) => {
      const match = references[reference];
      const inside = match !== undefined && at >= match.index;
      at++;
      if (!inside) return builder.add(unit, start, end);
      place = at === match.index + 1 ? { start, end } : { start: place.start, end };
      if (at < match.index + match[0].length) return;
      marked({ kind: 'footnote-reference', span: place, target: match[1] }, () => {});
      reference++;
    });
  };
  const addImage = (alt: string, span: Span, target: string | undefined) => {
    const words = startProse();
    alignWords(alt, source.text, { start: Math.min(span.start + 2, span.end), end: span.end }, true, words.add);
    const prose = words.build();
    if (inWindow(span) && prose.text !== '') images.push({ span, prose });
    marked({ kind: 'image', span, target }, () => {});
  };
  const addNode = (node: PhrasingContent): void => {
    const span = spanOf(node);
    switch (node.type) {
      case 'text':
        addText(node.value, span);
        break;
      case 'inlineCode':
        marked({ kind: 'code', span }, () =>
          alignWords(node.value, source.text, codeWords(source.text, span), false, builder.add, builder.addWords),
        );
        break;
      case 'emphasis':
      case 'strong':
        marked({ kind: node.type, span }, () => node.children.forEach(addNode));
        break;
      case 'link':
        marked({ kind: 'link', span, target: node.url }, () => node.children.forEach(addNode));
        break;
      case 'linkReference':
        marked({ kind: 'link', span, target: node.identifier }, () => node.children.forEach(addNode));
        break;
      case 'image':
        addImage(node.alt ?? '', span, node.url);
        break;
      case 'imageReference':
        addImage(node.alt ?? '', span, node.identifier);
        break;
      case 'footnoteReference':
        marked({ kind: 'footnote-reference', span, target: node.label ?? node.identifier }, () => {});
        break;
      case 'html':
        if (isSlotMarkup(node.value)) addText(node.value, span);
        else
          marked({ kind: 'html', span }, () => {
            if (/^<br\b/i.test(node.value)) builder.add(' ', span.start, span.end);
          });
        break;
      case 'break':
        builder.add(' ', span.start, span.end);
        break;
      case 'delete':
        // Struck-out words are there to be read as withdrawn: they claim nothing.
        break;
    }
  };
  return {
    builder,
    add: (nodes) => nodes.forEach(addNode),
    finish() {
      const prose = builder.build();
      return { prose, marks: sortMarks([...marks, ...findQuotations(prose)]), images };
    },
  };
}

const NO_MARKS: readonly Mark[] = [];

/** A stretch of the words of a unit, with the marks that lie in it. */
export function sliceInline(
  { prose, marks }: Pick<InlineWords, 'prose' | 'marks'>,
  start: number,
  end: number,
): InlineWords {
  return {
    prose: { text: prose.text.slice(start, end), toSource: (from, to) => prose.toSource(start + from, start + to) },
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
    images: [],
  };
}

/** Pairs of double quotes in a prose, quotes included. */
export function findQuotations(prose: Prose): readonly Mark[] {
  if (!prose.text.includes('"')) return NO_MARKS;
  return [...prose.text.matchAll(QUOTATION)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    return { kind: 'quotation', start, end, span: prose.toSource(start, end), target: undefined };
  });
}

/** By place in the prose, the longer first. */
export function sortMarks(marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return NO_MARKS;
  return [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
}

function codeWords(text: string, span: Span): Span {
  let ticks = 0;
  while (span.start + ticks < span.end && text.charAt(span.start + ticks) === '`') ticks++;
  return { start: span.start + ticks, end: Math.max(span.start + ticks, span.end - ticks) };
}
