import type { Span } from '../text/span';
import type { Mark } from './documentModel';
import { addHtmlText, trimSpan } from './htmlText';
import { findAttribute } from './htmlTokens';
import { startProse } from './prose';
import { findQuotations, type ImageWords, type InlineWords, sortMarks } from './readInline';
import type { Source } from './source';

/** Words of HTML being gathered between two tags that end a line. */
export function startHtmlWords(source: Source, whole: Span) {
  const builder = startProse(source.hiddenIn(whole));
  const marks: Mark[] = [];
  const images: ImageWords[] = [];
  let span: { start: number; end: number } | undefined;
  return {
    add: (unit: string, place: Span) => builder.add(unit, place.start, place.end),
    addText(place: Span) {
      const inner = trimSpan(source.text, place);
      addHtmlText(source.text, place, builder);
      if (inner.end > inner.start) span = { start: span?.start ?? inner.start, end: inner.end };
    },
    addImage(tag: Span) {
      const alt = findAttribute(source.text, tag, 'alt');
      if (!alt) return;
      const words = startProse();
      addHtmlText(source.text, alt.span, words);
      const prose = words.build();
      if (prose.text !== '') images.push({ span: tag, prose });
      span ??= { ...tag };
    },
    mark(tag: Span) {
      marks.push({ kind: 'html', start: builder.length, end: builder.length, span: tag });
    },
    finish(): { inline: InlineWords; span?: Span } {
      const prose = builder.build();
      return { inline: { prose, marks: sortMarks([...marks, ...findQuotations(prose)]), images }, span };
    },
  };
}
