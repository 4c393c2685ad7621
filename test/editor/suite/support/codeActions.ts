import { type CodeAction, commands, type Range, type Uri } from 'vscode';
import { waitFor } from './waitFor';

/** Asks for the actions at a place until one has the title. VS Code cancels the question whenever another provider registers meanwhile. */
export function findCodeAction(uri: Uri, range: Range, title: RegExp): Promise<CodeAction> {
  return waitFor(`the code action ${title}`, async () => {
    const found = await askOnce(uri, range);
    return found.find((action) => title.test(action.title) && action.edit !== undefined);
  });
}

async function askOnce(uri: Uri, range: Range): Promise<readonly CodeAction[]> {
  try {
    // The last argument resolves that many of the actions, so that they have their edits.
    return await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, undefined, 30);
  } catch (error) {
    if (error instanceof Error && error.name === 'Canceled') return [];
    throw error;
  }
}
