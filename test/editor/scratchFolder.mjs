// A folder for one run, with a copy of the examples to work in, so that tests may write.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './offline/paths.mjs';

/** Folders of installed extensions are named after publisher, name and version. */
const CONTRIBUTING = 'inclusive-growth-example.example-packs-0.1.0';

/**
 * Makes `{ scratch, workspace, extensionsFolder, carrier, remove }`. `workspace` holds the examples and the documents of `test/editor/fixtures`;
 * `carrier` is an extension without content, for runs that test an installed extension.
 */
export function makeScratchFolder() {
  const scratch = mkdtempSync(join(tmpdir(), 'inclusive-growth-editor-'));
  const workspace = join(scratch, 'workspace');
  cpSync(join(projectFolder, 'examples'), workspace, { recursive: true });
  cpSync(join(projectFolder, 'test/editor/fixtures'), workspace, { recursive: true });
  // An extension that contributes a pack is installed beside the one under test.
  const extensionsFolder = join(scratch, 'extensions');
  cpSync(join(projectFolder, 'examples/extension'), join(extensionsFolder, CONTRIBUTING), { recursive: true });
  const carrier = join(scratch, 'carrier');
  mkdirSync(carrier);
  const manifest = { name: 'carrier', publisher: 'test', version: '0.0.1', engines: { vscode: '^1.91.0' } };
  writeFileSync(join(carrier, 'package.json'), JSON.stringify(manifest));
  const remove = () => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  return { scratch, workspace, extensionsFolder, carrier, remove };
}
