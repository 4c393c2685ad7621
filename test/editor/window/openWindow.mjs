// A workbench window that a test drives as a person would: by keys, clicks and what can be read on the screen.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../offline/launchChromium.mjs';
import { projectFolder } from '../offline/paths.mjs';
import { startHost } from '../offline/startHost.mjs';
import { workbenchAddress } from '../offline/workbenchAddress.mjs';
import { collectOutsideOrigins } from '../runOffline.mjs';

/** For whatever a step waits for, in milliseconds: a busy machine is slow to show a window, and a fault is found all the same. */
const LONGEST_WAIT = 90_000;

/** Screenshots of the last run, for a person to look at. */
export const shotsFolder = join(projectFolder, 'out/editor-screenshots');

/**
 * Starts the server and a browser for many windows, with the extension of the folder `extension` or with what is installed in `extensionsFolder`.
 * `open` opens one window; `close` ends all.
 */
export async function startWindows({
  scratch,
  extension,
  extensionsFolder,
  userSettings,
  viewport = { width: 1400, height: 900 },
}) {
  const host = await startHost(scratch, {
    userSettings,
    args: extensionsFolder ? ['--extensions-dir', extensionsFolder] : [],
  });
  const browser = await launchChromium(join(scratch, 'home'));
  mkdirSync(shotsFolder, { recursive: true });
  return {
    open: (workspace, file) =>
      openWindow(browser, workbenchAddress(host.port, workspace, { extension, file: join(workspace, file) }), viewport),
    close: async () => {
      await browser.close();
      host.stop();
    },
  };
}

/** A window with a file in front; it remembers nothing of the ones before it. */
async function openWindow(browser, address, viewport) {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(LONGEST_WAIT);
  const page = await context.newPage();
  const outside = collectOutsideOrigins(page);
  await page.goto(address);
  await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor();
  return {
    page,
    outside,
    shoot: (name) => page.screenshot({ path: join(shotsFolder, `${name}.png`) }),
    runCommand: (title) => runCommand(page, title),
    close: () => context.close(),
  };
}

/** Runs a command of the palette by its full title. */
async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().waitFor();
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The document inside the coverage panel. */
export function panelOf(page) {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}

/** Opens the coverage panel and waits for its matrix. */
export async function openPanel({ page, runCommand }) {
  await page.locator('.view-lines').first().click();
  await runCommand('Inclusive Growth: Show Coverage');
  const panel = panelOf(page);
  await panel.locator('table').waitFor();
  return panel;
}
