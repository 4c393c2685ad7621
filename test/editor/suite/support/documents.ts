import { commands, type Diagnostic, languages, type TextEditor, Uri, window, workspace } from 'vscode';
import type { DocumentStatus } from '../../../../server/src/protocol/protocol';
import { startExtension } from './extension';
import { waitFor } from './waitFor';

/** The address of a file of the test's workspace, which is a copy of the examples. */
export function fileOf(name: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('the tests need a folder');
  return Uri.joinPath(folder.uri, name);
}

/** Opens a file as it is on disk, in front, and waits until the server has said how it stands. */
export async function openFile(name: string): Promise<{ editor: TextEditor; status: DocumentStatus }> {
  const { toolkit } = await startExtension();
  const editor = await window.showTextDocument(await workspace.openTextDocument(fileOf(name)));
  if (editor.document.isDirty) await commands.executeCommand('workbench.action.files.revert');
  const { uri } = editor.document;
  const status = await waitFor(`the status of ${name}`, () => {
    const found = toolkit.statuses.find(uri);
    return found !== undefined && found.version === editor.document.version && found;
  });
  return { editor, status };
}

/** The extension's own diagnostics on a document. */
export function diagnosticsOf(uri: Uri): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'inclusive-growth');
}

/** Waits until there are diagnostics that satisfy the test. */
export function waitForDiagnostics(
  uri: Uri,
  test: (found: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return waitFor('diagnostics', () => {
    const found = diagnosticsOf(uri);
    return found.length > 0 && test(found) && found;
  });
}

/** Closes everything without saving. */
export async function closeAll(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}
