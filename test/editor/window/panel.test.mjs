// The coverage panel as it is shown, theme after theme: checked with axe-core, and kept as a picture.
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installOfflineVscode } from '../offline/install.mjs';
import { makeScratchFolder } from '../scratchFolder.mjs';
import { openPanel, startWindows } from './openWindow.mjs';
import { underTest } from './underTest.mjs';

const themes = ['Light Modern', 'Dark Modern', 'Default High Contrast', 'Default High Contrast Light'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the coverage panel', function () {
  this.timeout(300_000);
  let folder;
  let windows;
  let window;
  let panel;
  before(async () => {
    installOfflineVscode();
    folder = makeScratchFolder();
    windows = await startWindows({ ...folder, ...underTest(folder) });
    window = await windows.open(folder.workspace, 'outline-business-case.md');
    panel = await openPanel(window);
  });
  after(async () => {
    await windows?.close();
    folder?.remove();
  });

  for (const theme of themes) {
    it(`follows the theme ${theme}, and can be read by everybody in it`, async () => {
      chooseTheme(folder, theme);
      await waitForTheme(panel, theme);
      await panel.locator('button.state').first().focus();
      await window.shoot(`panel ${theme}`);
      const { passes, violations } = await runAxe(panel);
      assert.ok(
        passes.some(({ id }) => id === 'color-contrast'),
        'colours were looked at',
      );
      const lines = violations.map(({ help, id, nodes }) => `${id}: ${help} (${nodes[0].html})`);
      assert.deepEqual(lines, []);
    });
  }
});

/** In the settings of the folder; the window follows the file. */
function chooseTheme({ workspace }, theme) {
  mkdirSync(join(workspace, '.vscode'), { recursive: true });
  writeFileSync(join(workspace, '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
}

/** VS Code tells a webview the theme's id and its kind. */
async function waitForTheme(panel, theme) {
  await panel.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor();
}

async function runAxe(panel) {
  const handle = await panel.locator('main').elementHandle();
  const frame = await handle.ownerFrame();
  await frame.evaluate(axe);
  return frame.evaluate('axe.run(document)');
}
