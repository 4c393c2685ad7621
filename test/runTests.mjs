// Runs every ring and closes with one line, `N passed, N failed`, counted from what really ran.
// A ring in which no test ran counts as a failure: silence must not look like success.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import Mocha from 'mocha';
import { globSync } from 'tinyglobby';

const VSIX = 'out/inclusive-growth.vsix';
const totals = { passed: 0, failed: 0 };

for (const [step, ...command] of [
  ['types', 'node_modules/typescript/bin/tsc', '-b'],
  ['lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  ['generated files', 'server/src/packs/generate/check.mjs'],
  ['build', 'esbuild.mjs', '--tests'],
]) {
  const passed = runNode(command);
  console.log(`${passed ? 'ok' : 'FAILED'}  ${step}`);
  add({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
}

installChromium();
for (const ring of ['unit', 'incremental', 'scenarios', 'packs', 'evaluation', 'cli', 'lsp']) {
  await runMocha(ring, globSync(`out/test/${ring}/**/*.test.mjs`));
}
runEditor('editor, from source', []);
// The grammar tests use the tokeniser of the VS Code that the editor ring has installed.
await runMocha('grammar and launcher', globSync(['test/grammar/*.test.mjs', 'test/editor/*.test.mjs']));
await runMocha('window', globSync('test/editor/window/*.test.mjs'));
if (packExtension()) runEditor('editor, from the package', ['--vsix', VSIX]);
else add({ passed: 0, failed: 1 });

console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

function add({ passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
}

function runNode(args) {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0;
}

/** Runs files in this process, one ring at a time. */
async function runMocha(ring, files) {
  const mocha = new Mocha({ timeout: 120_000, forbidOnly: true, forbidPending: true, reporter: 'dot' });
  for (const file of files.sort()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const { passes, failures } = await new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  console.log(`${ring}: ${passes} passed, ${failures} failed`);
  add({ passed: passes, failed: failures + (passes + failures === 0 ? 1 : 0) });
}

/** Runs the suite inside a real VS Code, which writes down what ran. No such file counts as a failure. */
function runEditor(ring, args) {
  mkdirSync('out', { recursive: true });
  const summary = 'out/editor-summary.json';
  rmSync(summary, { force: true });
  console.log(ring);
  runNode(['test/editor/run.mjs', '--summary', summary, ...args]);
  const { passed, failed } = existsSync(summary) ? JSON.parse(readFileSync(summary, 'utf8')) : { passed: 0, failed: 1 };
  add({ passed, failed: failed + (passed + failed === 0 ? 1 : 0) });
}

function packExtension() {
  const args = ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository'];
  return runNode(['node_modules/@vscode/vsce/vsce', ...args, '--out', VSIX]);
}

/** Chromium is needed for the pages and for VS Code's window; Debian has it. Elsewhere its absence shows as failing tests. */
function installChromium() {
  if (existsSync('/usr/bin/chromium') || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('installing Chromium');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
}
