import { buildLineIndex, type LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';

/** What every reader of blocks needs to know of the text. */
export interface Source {
  readonly text: string;
  readonly lines: LineIndex;
  /** Lines and unclosed comments that a reader does not take for words; sorted, without overlap. */
  hiddenIn(span: Span): readonly Span[];
}

// Attribute lists of kramdown, includes and tags of site builders, page breaks, running page numbers: each alone on its line.
const HIDDEN_LINE =
  /^[ \t>|]*(?:\{:[^{}\r\n]*\}|\{include\b[^{}\r\n]*\}|\{%[^\r\n]*%\}|\\(?:newpage|pagebreak|clearpage)\b[^\r\n]*|page \d{1,4} (?:of|\/) \d{1,4})[ \t|]*$|^(?<=[^\s][ \t]{0,9}(?:\r\n|\r|\n))[ \t]*\{[a-z][\w-]*\}[ \t]*$/gim;

/** Prepares a text for reading. `hidden` are spans that are dropped from prose besides the lines found here. */
export function prepareSource(text: string, hidden: readonly Span[]): Source {
  const lines = [...text.matchAll(HIDDEN_LINE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const all = merge([...lines, ...hidden]);
  return {
    text,
    lines: buildLineIndex(text),
    hiddenIn(span) {
      let low = 0;
      let high = all.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((all[middle]?.end ?? 0) <= span.start) low = middle + 1;
        else high = middle;
      }
      let end = low;
      while ((all[end]?.start ?? span.end) < span.end) end++;
      return all.slice(low, end);
    },
  };
}

function merge(spans: Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
