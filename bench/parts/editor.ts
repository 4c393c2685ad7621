import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import type { BenchOptions, Figure } from '../figure';
import { median, percentile } from '../measure/statistics';

const FILE = 'outline-business-case.md';
const SQUIGGLE = ['error', 'warning', 'info', 'hint'].map((kind) => `.squiggly-${kind}`).join(', ');

/** What this part uses of the helpers that the window tests are written with. */
interface WindowTests {
  readonly installOfflineVscode: () => void;
  readonly makeScratchFolder: () => Shared;
  readonly startWindows: (options: object) => Promise<Windows>;
  readonly underTest: (shared: Shared) => object;
}
interface Shared {
  readonly workspace: string;
  readonly remove: () => void;
}
interface Windows {
  readonly open: (workspace: string, file: string) => Promise<Window>;
  readonly close: () => Promise<void>;
}
interface Window {
  readonly page: { locator(selector: string): { first(): { waitFor(options: object): Promise<void> } } };
  readonly close: () => Promise<void>;
}

/** From opening a window of a real VS Code on the example case to its text, and to the first finding underlined in it. */
export async function measureEditor({ quick }: BenchOptions): Promise<readonly Figure[]> {
  const { installOfflineVscode, makeScratchFolder, startWindows, underTest } = await loadHelpers();
  installOfflineVscode();
  const shared = makeScratchFolder();
  const windows = await startWindows({ ...shared, ...underTest(shared) });
  const text: number[] = [];
  const finding: number[] = [];
  try {
    // The first window of a host is slower than all others: it is not counted.
    for (let round = -1; round < (quick ? 1 : 10); round++) {
      const started = performance.now();
      const window = await windows.open(shared.workspace, FILE);
      const shown = performance.now() - started;
      await window.page.locator(SQUIGGLE).first().waitFor({ state: 'attached', timeout: 60_000 });
      if (round >= 0) text.push(shown);
      if (round >= 0) finding.push(performance.now() - started);
      await window.close();
    }
  } finally {
    await windows.close();
    shared.remove();
  }
  const figure = (what: string, values: readonly number[]): Figure => ({
    part: 'editor',
    what,
    on: 'the example case',
    median: median(values),
    p95: percentile(values, 0.95),
    unit: 'ms',
  });
  return [
    figure('window opened, to its text', text),
    figure('window opened, to the first finding', finding),
    figure(
      'text shown, to the first finding',
      finding.map((time, at) => time - (text[at] ?? 0)),
    ),
  ];
}

/** They are plain modules beside the tests, and stay where they are: what they use is found from there. */
async function loadHelpers(): Promise<WindowTests> {
  const load = (path: string) => import(pathToFileURL(resolve(join('test/editor', path))).href);
  const [install, scratch, windows, under] = await Promise.all(
    ['offline/install.mjs', 'scratchFolder.mjs', 'window/openWindow.mjs', 'window/underTest.mjs'].map(load),
  );
  return { ...install, ...scratch, ...windows, ...under };
}
