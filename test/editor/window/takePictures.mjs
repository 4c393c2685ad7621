// Takes the pictures of the walkthrough and of the README anew: `node test/editor/window/takePictures.mjs`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installOfflineVscode } from '../offline/install.mjs';
import { projectFolder } from '../offline/paths.mjs';
import { makeScratchFolder } from '../scratchFolder.mjs';
import { openPanel, startWindows } from './openWindow.mjs';
import { chooseQuickFix, goToQuestion } from './steps.mjs';
import { underTest } from './underTest.mjs';

const pictures = join(projectFolder, 'docs/images');
const viewport = { width: 1120, height: 700 };

installOfflineVscode();
mkdirSync(pictures, { recursive: true });
const folder = makeScratchFolder();
const windows = await startWindows({ ...folder, ...underTest(folder), viewport });
try {
  await takeWriting(await windows.open(folder.workspace, 'short-case.md'));
  await takeCoverage(await windows.open(folder.workspace, 'outline-business-case.md'));
} finally {
  await windows.close();
  folder.remove();
}

async function takeWriting(window) {
  await goToQuestion(window, 'Good work: not dealt with');
  await take(window, 'question');
  await chooseQuickFix(
    { ...window, shoot: (name) => take(window, name) },
    'Good work: insert the question',
    'quick-fixes',
  );
  await window.page.locator('.view-line', { hasText: 'inclusive-growth: prompt' }).first().waitFor();
  await take(window, 'prompt');
}

async function takeCoverage(window) {
  const panel = await openPanel(window);
  await panel.locator('button[data-row="6"][data-column="3"]').focus();
  await take(window, 'coverage');
}

async function take({ page }, name) {
  // Without the side bar, which shows nothing of ours.
  if (await page.locator('.sidebar .pane-header').first().isVisible()) await page.keyboard.press('Control+B');
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}
