// Drives the window as an officer would: sees a question, asks for help, fills in the answer. Each step leaves a screenshot.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOfflineVscode } from '../offline/install.mjs';
import { makeScratchFolder } from '../scratchFolder.mjs';
import { openPanel, startWindows } from './openWindow.mjs';
import { chooseQuickFix, fillSlots, filterProblems, goToQuestion, waitForCount } from './steps.mjs';
import { underTest } from './underTest.mjs';

// Short, so that its findings stay what they are while the examples grow.
const file = 'short-case.md';
const question = 'Good work: not dealt with';

describe('writing a business case in the window', function () {
  this.timeout(300_000);
  let windows;
  let window;
  let folder;
  before(async () => {
    installOfflineVscode();
    const shared = makeScratchFolder();
    windows = await startWindows({ ...shared, ...underTest(shared) });
  });
  after(() => windows?.close());
  beforeEach(async () => {
    folder = makeScratchFolder();
    window = await windows.open(folder.workspace, file);
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed') await window?.shoot(`failed ${this.currentTest.title.slice(0, 40)}`);
    const outside = [...(window?.outside ?? [])];
    await window?.close();
    folder.remove();
    assert.deepEqual(outside, [], 'nothing outside this machine is asked');
  });

  it('shows the question, inserts the prompt, is typed through, and the question goes', async () => {
    const { page, shoot } = window;
    await goToQuestion(window, question);
    await page.locator('.squiggly-warning').first().waitFor();
    await shoot('1 problems');
    await chooseQuickFix(window, 'Good work: insert the question');
    await page.locator('.view-line', { hasText: 'inclusive-growth: prompt good-work' }).first().waitFor();
    await shoot('3 prompt inserted');
    await fillSlots(window, answers);
    await shoot('4 prompt answered');
    await filterProblems(page, 'Good work:');
    await waitForCount(page.locator('.markers-panel .monaco-list-row', { hasText: 'Good work' }), 0);
    await shoot('5 question gone');
    await page.keyboard.press('Control+1');
    await save(page);
    await waitForText(folder, /Every tenant must pay the real living wage of 2026, for 240 of 240 jobs\./);
  });

  it('takes an inserted prompt back with one undo', async () => {
    const { page } = window;
    const before = textOf(folder);
    await goToQuestion(window, question);
    await chooseQuickFix(window, 'Good work: insert the question');
    await page.locator('.view-line', { hasText: 'inclusive-growth: prompt good-work' }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Z');
    await page
      .locator('.view-line', { hasText: 'inclusive-growth: prompt good-work' })
      .first()
      .waitFor({ state: 'detached' });
    await save(page);
    // A file that is being saved is empty for a moment.
    for (let attempt = 0; attempt < 50 && textOf(folder) !== before; attempt++) await page.waitForTimeout(100);
    assert.equal(textOf(folder), before);
  });

  it('writes a waiver, with the cursor on the reason', async () => {
    const { page, shoot } = window;
    await goToQuestion(window, question);
    await chooseQuickFix(window, 'Good work: say why it does not apply');
    await page.locator('.view-line', { hasText: 'inclusive-growth: waive good-work' }).first().waitFor();
    await page.keyboard.type('No staff are funded by this scheme.');
    await shoot('6 waiver');
    await save(page);
    await waitForText(folder, /waive good-work because "No staff are funded by this scheme\."/);
  });

  it('shows what is covered in a panel, which follows the typing and leads to the place', async () => {
    const { page, shoot } = window;
    const panel = await openPanel(window);
    await shoot('7 coverage panel');
    await panel.locator('button[data-row="4"][data-column="0"]').click();
    const heading = await panel.locator('button[data-row="4"][data-column="0"]').textContent();
    await page
      .locator('.view-line', { hasText: heading.slice(0, 20) })
      .first()
      .waitFor();
    const count = await panel.locator('tbody tr').count();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n## Monitoring\n\nText of a new section.\n', { delay: 5 });
    await waitForCount(panel.locator('tbody tr'), count + 1);
    await shoot('8 coverage panel updated');
  });

  it('walks through the matrix by keyboard alone', async () => {
    const { page } = window;
    const panel = await openPanel(window);
    await panel.locator('#only-open').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const place = await panel.locator('button:focus').evaluate(({ dataset }) => `${dataset.row},${dataset.column}`);
    assert.equal(place, '2,1');
    assert.equal(await panel.locator('button[tabindex="0"]').count(), 1, 'the matrix is one stop for Tab');
    await page.keyboard.press('Enter');
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  });

  it('makes a new document from a template', async () => {
    const { page, runCommand, shoot } = window;
    await page.locator('.view-lines').first().click();
    await runCommand('Inclusive Growth: New Document from a Template');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Business case' }).first().waitFor();
    await shoot('9 templates');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'document-type' }).first().waitFor();
    await page.locator('.statusbar-item', { hasText: 'open' }).first().waitFor();
    await shoot('10 new document');
  });
});

const textOf = ({ workspace }) => readFileSync(join(workspace, file), 'utf8');
const save = (page) => page.keyboard.press('Control+S');

async function waitForText(folder, pattern) {
  for (let attempt = 0; attempt < 50 && !pattern.test(textOf(folder)); attempt++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  assert.match(textOf(folder), pattern);
}

// In the order of the skeleton's tab stops.
const answers = ['Every tenant', 'pay the real living wage of 2026', '240', '240 jobs', 'the college, once a year'];
