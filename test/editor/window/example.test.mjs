// The example case in the window, from a question to its answer.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOfflineVscode } from '../offline/install.mjs';
import { makeScratchFolder } from '../scratchFolder.mjs';
import { startWindows } from './openWindow.mjs';
import { chooseQuickFix, fillSlots, filterProblems, goToQuestion, waitForCount } from './steps.mjs';
import { underTest } from './underTest.mjs';

const file = 'outline-business-case.md';
// In the order of the skeleton's tab stops.
const answers = [
  'Marl Bank College',
  'run the eight-week course',
  'memorandum of understanding signed in October 2026',
];

describe('the example case in the window', function () {
  this.timeout(300_000);

  it('is asked for its partners, answers, and is asked no more', async () => {
    installOfflineVscode();
    const shared = makeScratchFolder();
    const windows = await startWindows({ ...shared, ...underTest(shared) });
    const window = await windows.open(shared.workspace, file);
    try {
      const { page } = window;
      await goToQuestion(window, 'Partnership: not dealt with');
      await chooseQuickFix(window, 'Partnership: insert the question');
      await page.locator('.view-line', { hasText: 'inclusive-growth: prompt partnership' }).first().waitFor();
      await fillSlots(window, answers);
      await filterProblems(page, 'Partnership:');
      await waitForCount(page.locator('.markers-panel .monaco-list-row', { hasText: 'Partnership' }), 0);
      await page.keyboard.press('Control+1');
      await page.keyboard.press('Control+S');
      await page.waitForTimeout(1000);
      const text = readFileSync(join(shared.workspace, file), 'utf8');
      assert.match(text, /Marl Bank College will run the eight-week course\. Agreed: memorandum of understanding/);
    } finally {
      await window.close();
      await windows.close();
      shared.remove();
    }
  });
});
