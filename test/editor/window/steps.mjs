// What a person does in the window, step by step.
import { strict as assert } from 'node:assert';

/** Finds the question in the Problems panel and goes to its place. */
export async function goToQuestion({ page }, question) {
  await page.locator('.view-lines').first().click();
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row').first().waitFor();
  const row = page.locator('.markers-panel .monaco-list-row', { hasText: question });
  // A panel that is still being set up on a busy machine forgets what it was filtered for.
  for (let attempt = 0; attempt < 5; attempt++) {
    await filterProblems(page, '');
    await filterProblems(page, question);
    if (await isSeen(row, 10_000)) break;
  }
  await row.first().waitFor();
  await row.first().dblclick();
  await page.locator('.view-line.focused, .editor-instance .monaco-editor.focused').first().waitFor();
}

/** Whether the first of what is looked for is there within so many milliseconds. */
function isSeen(locator, timeout) {
  return locator
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );
}

/** The panel draws only the rows in view: what is looked for must be filtered for. */
export function filterProblems(page, words) {
  return page.locator('.viewpane-filter input').first().fill(words);
}

/** Asks until the fix is offered: VS Code drops the question while other providers still register. */
export async function chooseQuickFix({ page, shoot }, title, picture = '2 quick fixes') {
  const action = page.locator('.action-widget .monaco-list-row.action', { hasText: title });
  for (let attempt = 0; attempt < 10; attempt++) {
    await page.keyboard.press('Control+.');
    if (await isSeen(action, 3000)) break;
    await page.keyboard.press('Escape');
  }
  await shoot(picture);
  await action.first().click();
  await action.first().waitFor({ state: 'detached' });
}

/** Types an answer into each tab stop, at a person's pace: each one has to be read in the editor before the next key is pressed. */
export async function fillSlots({ page }, answers) {
  const selected = page.locator('.monaco-editor.focused .selected-text').first();
  for (const answer of answers) {
    // The slot to be filled in is selected: before that, keys would go elsewhere.
    await selected.waitFor();
    await page.keyboard.type(answer, { delay: 15 });
    await selected.waitFor({ state: 'detached' });
    await waitForWords(page, answer);
    await page.keyboard.press('Tab');
  }
}

/** Waits until the editor shows these words; fails with what it shows after a minute and a half. */
async function waitForWords(page, words) {
  for (let attempt = 0; attempt < 900; attempt++) {
    if ((await readEditor(page)).includes(words)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`"${words}" is not in the editor, which shows:\n${await readEditor(page)}`);
}

/** The text in view. The editor draws lines in no order and cuts long ones, so they are put in order and joined without a break. */
function readEditor(page) {
  return page
    .locator('.editor-instance .view-lines')
    .first()
    .evaluate((lines) =>
      [...lines.children]
        .sort((a, b) => Number.parseFloat(a.style.top) - Number.parseFloat(b.style.top))
        .map((line) => line.textContent)
        .join('')
        .replaceAll('\u00a0', ' '),
    );
}

/** Waits until so many elements are there; after a minute and a half it fails with both numbers and what the elements say. */
export async function waitForCount(locator, count) {
  for (let attempt = 0; attempt < 900; attempt++) {
    if ((await locator.count()) === count) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const texts = await locator.allTextContents();
  assert.equal(texts.length, count, `expected ${count} elements, found ${texts.length}: ${JSON.stringify(texts)}`);
}
