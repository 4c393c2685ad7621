// The suite in the extension host of the offline VS Code, with a page without a window for its workbench.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOfflineVscode } from './offline/install.mjs';
import { launchChromium } from './offline/launchChromium.mjs';
import { startHost } from './offline/startHost.mjs';
import { workbenchAddress } from './offline/workbenchAddress.mjs';

const here = /(^|\.)localhost$|^127\.0\.0\.1$|\.vscode-resource\.vscode-cdn\.net$/;

/**
 * Runs the tests module at `tests` with the extension of the folder `extension`; with `extensionsFolder`, what is installed there is tested.
 * Returns the exit code that the host gave, or 124 when it gave none in time. Asking anything outside this machine makes it 70.
 */
export async function runOffline({ extension, extensionsFolder, tests, workspace, scratch, env, limit = 300_000 }) {
  installOfflineVscode();
  const host = await startHost(scratch, { env, args: extensionsFolder ? ['--extensions-dir', extensionsFolder] : [] });
  const browser = await launchChromium(join(scratch, 'home'));
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const outside = collectOutsideOrigins(page);
    const { exit } = await exposeAutomation(page, join(scratch, 'console.log'));
    await page.goto(workbenchAddress(host.port, workspace, { extension, tests }));
    const code = await Promise.race([exit, lateAfter(limit)]);
    if (code === 124) await page.screenshot({ path: join(scratch, 'late.png') }).catch(() => undefined);
    if (outside.size > 0) console.error(`the workbench asked for ${[...outside].join(', ')}`);
    return outside.size > 0 ? 70 : code;
  } finally {
    await browser.close();
    host.stop();
  }
}

/** The workbench calls these two when anything in it prints and when the suite ends; both must exist before the page is loaded. */
async function exposeAutomation(page, logFile) {
  await page.exposeFunction('codeAutomationLog', (_type, args) => appendFileSync(logFile, `${args.join(' ')}\n`));
  let exited;
  const exit = new Promise((resolve) => {
    exited = resolve;
  });
  await page.exposeFunction('codeAutomationExit', (code) => exited(code));
  // In a record: a promise that is returned bare would be waited for here.
  return { exit };
}

/** Addresses that anything in the page asked for and that are not this machine. A webview's own files have a made-up address, which VS Code answers itself. */
export function collectOutsideOrigins(page) {
  const origins = new Set();
  page.on('request', (request) => {
    const { protocol, hostname, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !here.test(hostname)) origins.add(origin);
  });
  return origins;
}

function lateAfter(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, 124).unref());
}
