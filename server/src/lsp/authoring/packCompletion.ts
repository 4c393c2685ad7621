import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver';
import { completePack } from '../../packs/authoring/completePack';
import { findCursor } from '../../packs/authoring/findCursor';
import type { PackView } from '../../packs/authoring/packView';
import type { OpenDocument } from '../openDocument';

const KINDS = {
  key: CompletionItemKind.Property,
  id: CompletionItemKind.Reference,
  word: CompletionItemKind.EnumMember,
} as const;

/** Keys, ids and words that fit where somebody writes in a pack. */
export function completeInPack(
  document: OpenDocument,
  offset: number,
  view: PackView | undefined,
): readonly CompletionItem[] {
  const cursor = findCursor(document.getText(), offset);
  if (!cursor) return [];
  const range = { start: document.positionAt(cursor.start), end: document.positionAt(cursor.end) };
  return completePack(cursor, view).map(({ label, kind, detail, meaning, insert }) => ({
    label,
    kind: KINDS[kind],
    detail,
    documentation: meaning,
    filterText: label,
    textEdit: { range, newText: insert },
  }));
}
