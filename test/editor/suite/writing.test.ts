import { strict as assert } from 'node:assert';
import { commands, type Diagnostic, Position, Selection, window, workspace } from 'vscode';
import { findCodeAction } from './support/codeActions';
import { closeAll, diagnosticsOf, openFile, waitForDiagnostics } from './support/documents';
import { waitFor } from './support/waitFor';

describe('writing in VS Code', () => {
  afterEach(closeAll);

  it('inserts a prompt by a code action, and takes it back in one step', async () => {
    const { editor } = await openFile('short-case.md');
    const { document } = editor;
    const before = document.getText();
    const finding = pickMissing(await waitForDiagnostics(document.uri, () => true));
    const action = await findCodeAction(document.uri, finding.range, /: insert the question/);
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)), 'the edit is accepted');
    assert.match(document.getText(), /<!-- inclusive-growth: prompt [\w-]+/);
    assert.ok(
      document.lineAt(finding.range.start.line).text === before.split('\n')[finding.range.start.line],
      'the heading is as it was',
    );
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('inserts the prompts for a section by command', async () => {
    const { editor } = await openFile('short-case.md');
    const { document } = editor;
    const finding = pickMissing(await waitForDiagnostics(document.uri, () => true));
    editor.selection = new Selection(finding.range.start, finding.range.start);
    await commands.executeCommand('inclusiveGrowth.insertPrompts');
    await waitFor('the prompts', () => /<!-- inclusive-growth: prompt/.test(document.getText()));
  });

  it('forgets a finding when a waiver gives a reason', async () => {
    const { editor } = await openFile('short-case.md');
    const { document } = editor;
    const finding = pickMissing(await waitForDiagnostics(document.uri, () => true));
    const consideration = String(typeof finding.code === 'object' ? finding.code.value : finding.code).replace(
      /^.*\//,
      '',
    );
    const count = diagnosticsOf(document.uri).length;
    const below = new Position(finding.range.start.line + 1, 0);
    const waiver = `\n<!-- inclusive-growth: waive ${consideration} because "Dealt with in the programme case." by "R. Mistry" on 2026-10-01 -->\n`;
    await editor.edit((edit) => edit.insert(below, waiver));
    const left = await waitForDiagnostics(document.uri, (found) => found.length < count);
    assert.ok(
      !left.some(({ message, range }) => message === finding.message && range.isEqual(finding.range)),
      'the finding is gone',
    );
  });

  it('goes from question to question, and from the last one to the first', async () => {
    const { editor } = await openFile('short-case.md');
    const { document } = editor;
    await waitForDiagnostics(document.uri, () => true);
    editor.selection = new Selection(0, 0, 0, 0);
    await commands.executeCommand('inclusiveGrowth.nextQuestion');
    const first = window.activeTextEditor?.selection.active.line ?? 0;
    assert.ok(first > 0, 'the cursor has moved');
    await commands.executeCommand('inclusiveGrowth.previousQuestion');
    const last = window.activeTextEditor?.selection.active.line ?? 0;
    assert.ok(last > first, 'before the first one comes the last one');
    await commands.executeCommand('inclusiveGrowth.nextQuestion');
    assert.equal(window.activeTextEditor?.selection.active.line, first);
  });
});

/** A section that says nothing about a consideration. */
function pickMissing(found: readonly Diagnostic[]): Diagnostic {
  const missing = found.find(({ message }) => /: not dealt with/.test(message));
  if (!missing) throw new Error('nothing is missing in the short case');
  return missing;
}
