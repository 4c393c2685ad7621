import { commands, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { findEditor } from '../findEditor';
import { wordsFor } from '../statusItem';
import type { Toolkit } from '../toolkit';

interface Action extends QuickPickItem {
  readonly command?: string;
}

const always: readonly Action[] = [
  { label: '$(new-file) New document from a template', command: 'inclusiveGrowth.newDocument' },
  { label: '$(checklist) Check the workspace', command: 'inclusiveGrowth.checkWorkspace' },
  { label: '$(output) Show the log', command: 'inclusiveGrowth.showLog' },
];
const whenChecked: readonly Action[] = [
  { label: '$(arrow-down) Next question', command: 'inclusiveGrowth.nextQuestion' },
  { label: '$(add) Insert prompts for this section', command: 'inclusiveGrowth.insertPrompts' },
  { label: '$(question) Explain this section', command: 'inclusiveGrowth.explainSection' },
  { label: '$(table) Show coverage', command: 'inclusiveGrowth.showCoverage' },
  { label: '$(book) Open guidance', command: 'inclusiveGrowth.openGuidance' },
  { label: '$(export) Export a report', command: 'inclusiveGrowth.exportReport' },
];
const whenNotChecked: readonly Action[] = [
  { label: '$(tag) Say what this document is', command: 'inclusiveGrowth.describeDocument' },
];

/** What the status item opens: how the document stands, in full, and what can be done about it. */
export async function showActions(toolkit: Toolkit): Promise<void> {
  const editor = findEditor();
  const words = wordsFor(toolkit, editor?.document.uri);
  const checked = editor !== undefined && toolkit.statuses.find(editor.document.uri)?.state === 'checked';
  const items: Action[] = [
    ...(checked ? whenChecked : whenNotChecked),
    { label: '', kind: QuickPickItemKind.Separator },
    ...always,
  ];
  const chosen = await window.showQuickPick(items, { title: 'Inclusive Growth', placeHolder: words?.lines[0] });
  if (chosen?.command) await commands.executeCommand(chosen.command);
}
