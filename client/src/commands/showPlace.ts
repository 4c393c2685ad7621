import { Range, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Range as ProtocolRange } from '../../../server/src/protocol/protocol';
import type { Toolkit } from '../toolkit';

/** Opens a document at a place and selects it. An editor that already shows the document is used, wherever it is. */
export async function showPlace(_toolkit: Toolkit, uri: string, { start, end }: ProtocolRange): Promise<void> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const selection = new Range(start.line, start.character, end.line, end.character);
  const editor = await window.showTextDocument(document, {
    viewColumn: shown?.viewColumn ?? ViewColumn.One,
    selection,
  });
  editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}
