import {
  commands,
  Disposable,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { State } from 'vscode-languageclient/node';
import { findEditor } from './findEditor';
import { type StatusWords, statusWords } from './statusWords';
import type { Toolkit } from './toolkit';

/** The item in the status bar that says, for the Markdown document in front, what it is checked as and how it stands, or why it is not checked. */
export function registerStatusItem(toolkit: Toolkit): Disposable {
  const item = window.createStatusBarItem('inclusiveGrowth.status', StatusBarAlignment.Right, 90);
  item.name = 'Inclusive Growth';
  item.command = 'inclusiveGrowth.showActions';
  const show = () => {
    const editor = findEditor();
    showWords(item, wordsFor(toolkit, editor?.document.uri));
    const checked = editor !== undefined && toolkit.statuses.find(editor.document.uri)?.state === 'checked';
    // For key bindings and menus, which must not be there in other files.
    void commands.executeCommand('setContext', 'inclusiveGrowth.documentChecked', checked);
  };
  show();
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(show),
    window.onDidChangeVisibleTextEditors(show),
    toolkit.statuses.onDidChange(show),
    toolkit.client.onDidChangeState(show),
  );
}

/** What is said of a document; undefined without one, which hides the item. */
export function wordsFor(toolkit: Toolkit, uri: Uri | undefined): StatusWords | undefined {
  if (!uri) return undefined;
  if (toolkit.client.state === State.Stopped || toolkit.client.state === State.StartFailed) {
    return {
      text: '$(error) Inclusive Growth',
      lines: ['Not checked: the language server is not running. The log says why.'],
      broken: true,
    };
  }
  const virtual = workspace.workspaceFolders?.some(({ uri }) => uri.scheme !== 'file') ?? false;
  return statusWords(toolkit.statuses.find(uri), virtual);
}

function showWords(item: StatusBarItem, words: StatusWords | undefined): void {
  if (!words) {
    item.hide();
    return;
  }
  item.text = words.text;
  item.tooltip = words.lines.join('\n');
  item.accessibilityInformation = { label: `Inclusive Growth. ${words.lines.join(' ')}` };
  item.backgroundColor = words.broken ? new ThemeColor('statusBarItem.warningBackground') : undefined;
  item.show();
}
