import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { runIn, SHIPPED_RULES } from '../support/runCli';

const FIXTURES = join(process.cwd(), 'test/cli/fixtures/papers');
const EXAMPLES = join(process.cwd(), 'examples');

describe('the HTML report in a browser', () => {
  let browser: Browser;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'inclusive-growth-html-'));
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, from, args, rulesFolder] of [
      ['one document', FIXTURES, ['case.md'], undefined],
      ['several documents, problems and a file out of scope', FIXTURES, ['.', 'case.md', 'gone.md'], undefined],
      ['the example outline business case', EXAMPLES, ['outline-business-case.md'], SHIPPED_RULES],
    ] as const) {
      it(`has no accessibility violations for ${name} (${colorScheme})`, async () => {
        const { stdout } = await runIn(from, ['check', ...args, '--format', 'html'], { rulesFolder });
        assert.deepEqual(await findViolations(stdout, colorScheme), []);
      });
    }
  }

  it('would be told of a violation, so that the check checks something', async () => {
    const { stdout } = await runIn(FIXTURES, ['check', 'case.md', '--format', 'html']);
    const violations = await findViolations(stdout.replace('<html lang="en-GB">', '<html>'), 'light');
    assert.deepEqual(violations, ['html-has-lang: <html>']);
  });

  it('fetches nothing and runs nothing', async () => {
    const { stdout } = await runIn(FIXTURES, ['check', 'case.md', '--format', 'html']);
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const url = write(stdout);
    await page.goto(url);
    assert.deepEqual(requests, [url]);
    assert.equal(await page.locator('script').count(), 0);
    await page.close();
  });

  it('leads from a cell of the coverage table to the finding', async () => {
    const { stdout } = await runIn(FIXTURES, ['check', 'case.md', '--format', 'html']);
    const page = await browser.newPage();
    await page.goto(write(stdout));
    await page.locator('table a', { hasText: 'missing' }).click();
    await page.locator(':target', { hasText: 'Good work: not dealt with in this section.' }).waitFor({ timeout: 5000 });
    const broken = await page.evaluate(
      "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))",
    );
    assert.deepEqual(broken, []);
    await page.close();
  });

  function write(html: string): string {
    const path = join(folder, 'report.html');
    writeFileSync(path, html);
    return pathToFileURL(path).href;
  }

  async function findViolations(html: string, colorScheme: 'light' | 'dark'): Promise<readonly string[]> {
    // The page forbids scripts: only the check itself may add one.
    const page = await browser.newPage({ colorScheme, bypassCSP: true });
    await page.goto(write(html));
    await page.addScriptTag({ content: axe.source });
    const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
    await page.close();
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 200).split('>')[0]}>`),
    );
  }
});
