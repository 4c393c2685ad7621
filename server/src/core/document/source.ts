import { buildLineIndex, type LineIndex } from '../text/lineIndex';
import type { Span } from '../text/span';

/** What every reader of blocks needs to know of the text. */
export interface Source {
  readonly text: string;
  readonly lines: LineIndex;
  /** Lines and unclosed comments that a reader does not take for words; sorted, without overlap. */
  hiddenIn(span: Span): readonly Span[];
}

// Attribute lists of kramdown, includes and tags of site builders, boxes and tables of contents, environments of LaTeX, page breaks, running
// page numbers: each alone on its line.
const HIDDEN_LINE =
  /^[\s>|]*(?:\{:[^{}]*\}|\{include\b[^{}]*\}|\{%.*%\}|\{\{[<%#/>!].*\}\}|\{\{ *[\w-]+(?:\.[\w-]+)+[^{}]*\}\}|:{3,} *(?:[\w-]+ *)?(?:\{[^{}]*\})?|\[{1,2}_?toc_?\]{1,2}|\\(?:newpage|pagebreak|clearpage)\b.*|\\(?:begin|end)\{[\w*]+\}|page \d{1,4} (?:of|\/) \d{1,4})[\s|]*$/i;
/** Tags of site builders and attribute lists within a line. */
const TAG = /\{%[^\r\n]{0,300}?%\}|\{\{[<%][^\r\n]{0,300}?[%>]\}\}|\{:(?: *(?:[.#][\w-]+|[\w-]+="[^"\r\n]*"))+ *\}/g;
/** How a line begins that may be hidden: most do not, and are not looked at further. */
const MAY_BE_HIDDEN = /^[\s>|]*[{:[\\p]/i;
/** A class for the paragraph above; in a paragraph of its own it may be a slot to fill in. */
const CLASS_LINE = /^\s*\{[a-z][\w-]*\}\s*$/;
const LONGEST_HIDDEN = 300;

/** Prepares a text for reading. `hidden` are spans that are dropped from prose besides the lines found here. */
export function prepareSource(text: string, hidden: readonly Span[]): Source {
  const lines = buildLineIndex(text);
  const all = merge([...findHiddenLines(text, lines), ...findTags(text), ...hidden]);
  return {
    text,
    lines,
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

function findHiddenLines(text: string, lines: LineIndex): readonly Span[] {
  const found: Span[] = [];
  let afterWords = false;
  for (let line = 1; line <= lines.count; line++) {
    const start = lines.startOf(line);
    const end = lines.endOf(line);
    const words = end - start > LONGEST_HIDDEN ? undefined : text.slice(start, end);
    if (
      words !== undefined &&
      ((MAY_BE_HIDDEN.test(words) && HIDDEN_LINE.test(words)) || (afterWords && CLASS_LINE.test(words)))
    )
      found.push({ start, end });
    afterWords = words === undefined || words.trim() !== '';
  }
  return found;
}

function findTags(text: string): readonly Span[] {
  // Most texts hold none, and are not looked through.
  if (!text.includes('{%') && !text.includes('{{') && !text.includes('{:')) return [];
  return [...text.matchAll(TAG)].map(({ 0: tag, index }) => ({ start: index, end: index + tag.length }));
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
