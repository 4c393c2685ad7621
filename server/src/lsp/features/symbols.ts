import type { DocumentSymbol } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { DocumentModel } from '../../core';
import { toRange } from '../toLsp';

/** The sections as a tree, bold headings included. For editors that have no outline of Markdown themselves. */
export function documentSymbols(document: DocumentModel): readonly DocumentSymbol[] {
  const build = (index: number): readonly DocumentSymbol[] => {
    const section = document.sections[index];
    if (!section) return [];
    const children = section.children.flatMap(build);
    if (!section.heading) return children;
    const end = document.sections[lastBelow(index, document)]?.span.end ?? section.span.end;
    return [
      {
        name: section.heading.text || '(no words)',
        kind: SymbolKind.String,
        range: toRange(document.lines, { start: section.span.start, end }),
        selectionRange: toRange(document.lines, section.heading.span),
        children: [...children],
      },
    ];
  };
  return document.sections.flatMap((section) => (section.parent === undefined ? build(section.index) : []));
}

/** Index of the last section of a section's tree: itself when nothing lies below it. */
export function lastBelow(index: number, document: DocumentModel): number {
  const child = document.sections[index]?.children.at(-1);
  return child === undefined ? index : lastBelow(child, document);
}
