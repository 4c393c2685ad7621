import { strict as assert } from 'node:assert';
import {
  type CodeLens,
  type CompletionList,
  commands,
  WorkspaceEdit as Edit,
  type Hover,
  type Location,
  type MarkdownString,
  Position,
  Range,
  Selection,
  type TextDocument,
  ViewColumn,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { SignalMatches } from '../../../server/src/protocol/protocol';
import { closeAll, diagnosticsOf, fileOf } from './support/documents';
import { startExtension } from './support/extension';
import { waitFor } from './support/waitFor';

const BASE = 'packs/team-base/rules.yaml';
const LOCAL = 'packs/team-local/pack.yaml';

describe('packs in VS Code', () => {
  afterEach(async () => {
    await commands.executeCommand('inclusiveGrowth.endSignalPreview');
    await closeAll();
  });

  const open = async (name: string) => {
    await startExtension();
    const document = await workspace.openTextDocument(fileOf(name));
    const editor = await window.showTextDocument(document);
    return { document, editor };
  };
  const find = (document: TextDocument, words: string) => document.positionAt(document.getText().indexOf(words));

  it('renames a rule in its pack, in the pack that extends it and in a waiver', async () => {
    const { document } = await open(BASE);
    const args = [document.uri, find(document, 'people-named'), 'people-come-first'] as const;
    // The provider is registered once the server is there.
    const edit = await waitFor('the edit', async () => {
      const found = await commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', ...args).then(
        (answer) => answer,
        () => undefined,
      );
      return found !== undefined && found.size > 0 && found;
    });
    assert.ok(await workspace.applyEdit(edit));
    const textOf = async (name: string) => (await workspace.openTextDocument(fileOf(name))).getText();
    assert.match(await textOf(BASE), /^ {2}people-come-first:$/m);
    assert.match(await textOf(LOCAL), /^ {2}team-base\/people-come-first: \{ severity: error \}$/m);
    assert.match(await textOf('waived.md'), /waive team-base\/people-come-first because/);
    const texts = await Promise.all([BASE, LOCAL, 'waived.md'].map(textOf));
    assert.ok(texts.every((text) => !text.includes('people-named')));
    await waitFor('no problems', () => diagnosticsOf(fileOf(LOCAL)).length === 0);
  });

  it('refuses a name that is taken by saying so', async () => {
    const { document } = await open(BASE);
    const args = [document.uri, find(document, 'people-named'), 'Not An Id'] as const;
    await assert.rejects(
      async () => commands.executeCommand('vscode.executeDocumentRenameProvider', ...args),
      /cannot be an id/,
    );
  });

  it('shows a fault where it is typed, with what was meant', async () => {
    const { document } = await open(BASE);
    const edit = new Edit();
    const start = find(document, 'groups]');
    edit.replace(document.uri, new Range(start, start.translate(0, 6)), 'gruops');
    await workspace.applyEdit(edit);
    const [problem] = await waitFor('the problem', () => {
      const found = diagnosticsOf(document.uri);
      return found.length > 0 && found;
    });
    assert.match(problem?.message ?? '', /unknown signal `gruops` .*did you mean `groups`\?/);
    assert.deepEqual(problem?.range, new Range(start, start.translate(0, 6)));
  });

  it('completes an id, explains a key, goes to a definition and counts examples', async () => {
    const { document } = await open(BASE);
    const at = find(document, 'groups]').translate(0, 2);
    const list = await waitFor('completions', async () => {
      const found = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return found.items.some(({ label }) => label === 'groups') && found;
    });
    assert.ok(list.items.length > 0);
    const key = find(document, 'severity: warning');
    const [hover] = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, key);
    const words = ((hover?.contents ?? []) as MarkdownString[]).map(({ value }) => value).join('\n');
    assert.match(words, /In effect, from pack team-base/);
    const found = await commands.executeCommand<Location[]>('vscode.executeDefinitionProvider', document.uri, at);
    assert.deepEqual(found[0]?.range.start, find(document, 'groups: {'));
    const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    const titles = lenses.map(({ command }) => command?.title);
    assert.ok(titles.includes('fires on 1 of 2 examples') && titles.includes('Run examples'), titles.join(', '));
  });

  it('marks what a signal matches in the document beside it, and lists the same in words', async () => {
    const { document, editor } = await open(BASE);
    // In view: documents of earlier tests may still be open out of sight.
    const sample = await workspace.openTextDocument(fileOf('waived.md'));
    await window.showTextDocument(sample, { viewColumn: ViewColumn.Beside, preserveFocus: true });
    editor.selection = new Selection(new Position(find(document, 'groups: {').line, 3), find(document, 'groups: {'));
    const found = await commands.executeCommand<SignalMatches>('inclusiveGrowth.previewSignal');
    assert.deepEqual(
      found.matches.map(({ words, range }) => [words, range.start.line]),
      [
        ['Lone parents', 4],
        ['carers', 4],
      ],
    );
    await commands.executeCommand('inclusiveGrowth.listSignalMatches', document.uri.toString(), 'groups');
    const page = await waitFor('the list', () =>
      workspace.textDocuments.find(({ uri }) => uri.path === '/signal-matches.md'),
    );
    assert.match(page.getText(), /2 passages match[\s\S]*- line 5: “Lone parents”/);
  });

  it('runs the examples of a rule from its lens', async () => {
    const { document } = await open(BASE);
    await commands.executeCommand('inclusiveGrowth.runExamples', document.uri.toString(), 'team-base/people-named');
    const page = await waitFor('the examples', () =>
      workspace.textDocuments.find(({ uri }) => uri.path === '/examples.md'),
    );
    assert.match(page.getText(), /All 2 examples hold\./);
  });
});
