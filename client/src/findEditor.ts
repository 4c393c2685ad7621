import { type TextEditor, window } from 'vscode';
import { isMarkdown } from './isMarkdown';

/** The Markdown editor in front. While a panel or a preview has the focus, it is the one that can be seen beside it. */
export function findEditor(): TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = window;
  if (activeTextEditor) return isMarkdown(activeTextEditor.document) ? activeTextEditor : undefined;
  return visibleTextEditors.find((editor) => isMarkdown(editor.document));
}
