import { window } from 'vscode';
import { Messages, type Page, type RunExamplesParams } from '../../../server/src/protocol/protocol';
import { showExplanation } from '../pages';
import type { Toolkit } from '../toolkit';

/** Runs the examples of the rule at the cursor and shows what was seen in each. A code lens gives the rule: a file of its pack and its full id. */
export async function runExamples(toolkit: Toolkit, uri?: unknown, ruleId?: unknown): Promise<void> {
  const params = findParams(uri, ruleId);
  const page = params && (await toolkit.ask<Page | null>(Messages.runExamples, params));
  if (page) await showExplanation('examples', page.text);
  else
    void window.showInformationMessage(
      'Inclusive Growth: there is no rule at the cursor. Put it on the id of a rule in a file of a pack.',
    );
}

function findParams(uri: unknown, ruleId: unknown): RunExamplesParams | undefined {
  if (typeof uri === 'string' && typeof ruleId === 'string') return { uri, ruleId };
  const editor = window.activeTextEditor;
  if (!editor || !/\.ya?ml$/i.test(editor.document.uri.path)) return undefined;
  return { uri: editor.document.uri.toString(), position: editor.selection.active };
}
