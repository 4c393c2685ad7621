import type { FoldingRange } from 'vscode-languageserver';
import { FoldingRangeKind } from 'vscode-languageserver';
import type { DocumentModel } from '../../core';
import { toRange } from '../toLsp';
import { lastBelow } from './symbols';

/** Each section down to its last line of text, its subsections included; front matter too. */
export function foldingRanges(document: DocumentModel): readonly FoldingRange[] {
  const { lines, text, frontMatter } = document;
  const ranges = document.sections.flatMap((section): readonly FoldingRange[] => {
    if (!section.heading) return [];
    const startLine = lines.placeAt(section.heading.span.start).line;
    const until = document.sections[lastBelow(section.index, document)]?.span.end ?? section.span.end;
    let endLine = lines.placeAt(Math.max(until - 1, section.span.start)).line;
    while (endLine > startLine && text.slice(lines.startOf(endLine), lines.endOf(endLine)).trim() === '') endLine--;
    return endLine > startLine
      ? [{ startLine: startLine - 1, endLine: endLine - 1, kind: FoldingRangeKind.Region }]
      : [];
  });
  if (!frontMatter) return ranges;
  const { start, end } = toRange(lines, frontMatter.span);
  return [
    { startLine: start.line, endLine: end.character === 0 ? end.line - 1 : end.line, kind: FoldingRangeKind.Region },
    ...ranges,
  ];
}
