import { commands, ProgressLocation, window } from 'vscode';
import { Commands, type WorkspaceCheck } from '../../../server/src/protocol/protocol';
import type { Toolkit } from '../toolkit';

/** Checks every document of the workspace, open or not, and says how they stand. What was checked before it was cancelled stays. */
export async function checkWorkspace(toolkit: Toolkit): Promise<WorkspaceCheck> {
  const options = { location: ProgressLocation.Window, title: 'Checking documents' };
  const check = await window.withProgress(options, () => toolkit.run<WorkspaceCheck>(Commands.checkWorkspace));
  void tellResult(check);
  return check;
}

/** `3 of 7 Markdown files are in scope; 12 findings are open.` */
export function describeCheck({ documents, checked, openFindings, cancelled }: WorkspaceCheck): string {
  const open = openFindings === 1 ? '1 finding is open' : `${openFindings} findings are open`;
  return `${checked} of ${documents} Markdown files ${checked === 1 ? 'is' : 'are'} in scope; ${open}.${cancelled ? ' The check was stopped before its end.' : ''}`;
}

async function tellResult(check: WorkspaceCheck): Promise<void> {
  const chosen = await window.showInformationMessage(`Inclusive Growth: ${describeCheck(check)}`, 'Show Problems');
  if (chosen) await commands.executeCommand('workbench.panel.markers.view.focus');
}
