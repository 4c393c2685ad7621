import { strict as assert } from 'node:assert';
import { commands, extensions } from 'vscode';
import { closeAll, diagnosticsOf, openFile, waitForDiagnostics } from './support/documents';
import { startExtension } from './support/extension';

describe('checking in VS Code', () => {
  afterEach(closeAll);

  it('registers every command of its manifest', async () => {
    await startExtension();
    const manifest = extensions.getExtension('inclusive-growth-toolkit.inclusive-growth')?.packageJSON;
    const registered = new Set(await commands.getCommands(true));
    const names: readonly string[] = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    assert.ok(names.length > 10, 'the manifest has commands');
    assert.deepEqual(
      names.filter((name) => !registered.has(name)),
      [],
    );
  });

  it('shows findings of the example on one line each, with a code that leads to the guidance', async () => {
    const { editor, status } = await openFile('outline-business-case.md');
    const found = await waitForDiagnostics(editor.document.uri, () => true);
    assert.equal(status.state, 'checked');
    assert.deepEqual(
      found.filter(({ range }) => !range.isSingleLine),
      [],
    );
    assert.ok(
      found.every(({ code }) => typeof code === 'object' && code.target !== undefined),
      'every code has a link',
    );
    assert.match(found[0]?.message ?? '', /^[A-Z]/);
  });

  it('says in words what the example is checked as', async () => {
    const { status } = await openFile('outline-business-case.md');
    assert.equal(status.type, 'business-case');
    assert.equal(status.stage, 'OBC');
    assert.match(status.words, /\w/);
  });

  it('says nothing about Markdown that is no document, and says why', async () => {
    const { editor, status } = await openFile('notes.md');
    assert.equal(status.state, 'not-checked');
    assert.equal(status.reason, 'no-document-type');
    assert.deepEqual(diagnosticsOf(editor.document.uri), []);
  });
});
