import { strict as assert } from 'node:assert';
import { commands, Selection, TabInputWebview, window, workspace } from 'vscode';
import { writeDocumentType } from '../../../client/src/mapFile';
import type { Coverage, TemplateItem, WorkspaceCheck } from '../../../server/src/protocol/protocol';
import { Messages } from '../../../server/src/protocol/protocol';
import { closeAll, fileOf, openFile, waitForDiagnostics } from './support/documents';
import { startExtension } from './support/extension';
import { waitFor } from './support/waitFor';

describe('commands in VS Code', () => {
  afterEach(closeAll);

  it('makes a new document from each template, and checks it before it is saved', async () => {
    const { toolkit } = await startExtension();
    const templates = await toolkit.ask<readonly TemplateItem[]>(Messages.templates);
    assert.ok(templates.length > 0, 'there are templates');
    for (const { documentType, id } of templates) {
      await commands.executeCommand('inclusiveGrowth.newDocument', id);
      const document = window.activeTextEditor?.document;
      assert.ok(
        document?.isUntitled && document.getText().includes(`document-type: ${documentType}`),
        `${id} makes a document`,
      );
      const status = await waitFor(`the status of ${id}`, () => toolkit.statuses.find(document.uri));
      assert.equal(status.state, 'checked', `${id} is checked`);
    }
  });

  it('gives sections by considerations, the same for every section', async () => {
    const { toolkit } = await startExtension();
    const { editor } = await openFile('outline-business-case.md');
    const coverage = await toolkit.ask<Coverage>(Messages.coverage, { uri: editor.document.uri.toString() });
    assert.ok(coverage.sections.length > 10 && coverage.considerations.length > 5);
    const ids = coverage.considerations.map(({ id }) => id);
    for (const { cells } of coverage.sections)
      assert.deepEqual(
        cells.map(({ consideration }) => consideration),
        ids,
      );
  });

  it('opens the coverage panel beside the document', async () => {
    await openFile('outline-business-case.md');
    await commands.executeCommand('inclusiveGrowth.showCoverage');
    const isPanel = ({ input }: { input: unknown }) =>
      input instanceof TabInputWebview && input.viewType.endsWith('inclusiveGrowth.coveragePanel');
    await waitFor('the panel', () => window.tabGroups.all.some(({ tabs }) => tabs.some(isPanel)));
  });

  it('explains a section', async () => {
    const { editor } = await openFile('outline-business-case.md');
    const [finding] = await waitForDiagnostics(editor.document.uri, () => true);
    editor.selection = new Selection(
      finding?.range.start ?? editor.selection.start,
      finding?.range.start ?? editor.selection.start,
    );
    await commands.executeCommand('inclusiveGrowth.explainSection');
    const page = await waitFor('the explanation', () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === 'inclusive-growth-explanation'),
    );
    assert.ok(page.getText().length > 40, page.getText());
  });

  it('opens the guidance on a consideration', async () => {
    await openFile('outline-business-case.md');
    await commands.executeCommand('inclusiveGrowth.openGuidance', 'beneficiaries');
    const page = await waitFor('the guidance', () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === 'inclusive-growth'),
    );
    assert.match(page.getText(), /Beneficiaries/);
  });

  it('checks the workspace, open or not', async () => {
    const check = await commands.executeCommand<WorkspaceCheck>('inclusiveGrowth.checkWorkspace');
    assert.equal(check.cancelled, false);
    assert.ok(check.checked >= 4, `the four examples are checked, found ${check.checked}`);
    assert.ok(check.openFindings > 0);
  });

  it('exports a report', async () => {
    await openFile('outline-business-case.md');
    const target = fileOf('report.json');
    await commands.executeCommand('inclusiveGrowth.exportReport', 'json', target);
    const report = JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(target)));
    await workspace.fs.delete(target);
    assert.equal(report.documents.length, 1);
    assert.equal(report.documents[0].stage, 'OBC');
  });

  it('writes what a file is into its front matter, in one edit, and checks it from then on', async () => {
    const { toolkit } = await startExtension();
    const { editor } = await openFile('notes.md');
    const { document } = editor;
    const before = document.getText();
    await writeDocumentType(document, 'business-case', 'OBC');
    assert.equal(document.getText(), `---\ndocument-type: business-case\nstage: OBC\n---\n\n${before}`);
    await waitFor('the check', () => toolkit.statuses.find(document.uri)?.state === 'checked');
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });
});
