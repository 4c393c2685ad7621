import { commands, type TextEditor, window } from 'vscode';
import { findEditor } from '../findEditor';
import type { Toolkit } from '../toolkit';

/** As `findEditor`; without an editor, says so. */
export function findActiveEditor(): TextEditor | undefined {
  const editor = findEditor();
  if (editor) return editor;
  void window.showInformationMessage('Inclusive Growth: open a Markdown document first.');
  return undefined;
}

/** As `findActiveEditor`, for what makes sense only in a document that is checked; says why when it is not. */
export function findCheckedEditor(toolkit: Toolkit): TextEditor | undefined {
  const editor = findActiveEditor();
  if (!editor) return undefined;
  const status = toolkit.statuses.find(editor.document.uri);
  if (!status || status.state === 'checked') return editor;
  void tellWhyNot(status.words, status.reason === 'no-document-type');
  return undefined;
}

async function tellWhyNot(words: string, canBeDescribed: boolean): Promise<void> {
  const action = 'Say What It Is';
  const chosen = await window.showInformationMessage(`Inclusive Growth: ${words}`, ...(canBeDescribed ? [action] : []));
  if (chosen === action) await commands.executeCommand('inclusiveGrowth.describeDocument');
}
