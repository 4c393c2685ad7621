import { strict as assert } from 'node:assert';
import { extensions, workspace } from 'vscode';
import { closeAll, fileOf, openFile, waitForDiagnostics } from './support/documents';

const CONFIG = fileOf('.inclusive-growth.yaml');

describe('a pack that an installed extension contributes', () => {
  afterEach(async () => {
    await closeAll();
    await workspace.fs.delete(CONFIG);
  });

  it('is found by the name of its extension, and finds what it looks for', async () => {
    const contributing = extensions.getExtension('inclusive-growth-example.example-packs');
    assert.ok(contributing, 'the example extension is installed');
    const words = 'packs: [inclusive-growth, "extension:inclusive-growth-example.example-packs"]\n';
    await workspace.fs.writeFile(CONFIG, new TextEncoder().encode(words));
    const { editor } = await openFile('outline-business-case.md');
    const found = await waitForDiagnostics(editor.document.uri, (all) => all.some(isOfPack));
    const [finding] = found.filter(isOfPack);
    assert.match(finding?.message ?? '', /^Wards/);
    assert.equal(contributing.isActive, false, 'a pack is data: nothing of the extension runs');
  });
});

function isOfPack({ code }: { readonly code?: unknown }): boolean {
  const value = typeof code === 'object' && code !== null && 'value' in code ? code.value : code;
  return value === 'ridley-wards/ward-named';
}
