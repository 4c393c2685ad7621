import { Uri, window, workspace } from 'vscode';
import type { Toolkit } from '../toolkit';

/** Opens a copy of the sample business case, unsaved, so that it can be tried on without harm. */
export async function openSample({ context }: Toolkit): Promise<void> {
  const sample = Uri.joinPath(context.extensionUri, 'examples', 'outline-business-case.md');
  const content = new TextDecoder().decode(await workspace.fs.readFile(sample));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content }));
}
