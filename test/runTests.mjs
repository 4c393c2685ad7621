// Runs every ring and closes with one line, `N passed, N failed`, counted from what really ran.
// A ring that runs no test counts as a failure: silence must not look like success.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import Mocha from 'mocha';
import { globSync } from 'tinyglobby';

let passed = 0;
let failed = 0;

for (const [ring, command, args] of [
  ['types', 'node', ['node_modules/typescript/bin/tsc', '-b']],
  ['lint', 'node', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['generated files', 'node', ['server/src/packs/generate/check.mjs']],
  ['build', 'node', ['esbuild.mjs', '--tests']],
]) {
  if (args.some((arg) => arg.endsWith('.mjs') && !existsSync(arg))) throw new Error(`${ring}: ${args[0]} is missing`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok' : 'FAILED'}  ${ring}`);
  if (status === 0) passed++;
  else failed++;
}

if (process.getuid?.() === 0 && !existsSync('/usr/bin/chromium') && existsSync('/usr/bin/apt-get')) {
  console.log('installing Chromium for the accessibility tests');
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync(
    'apt-get',
    ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
}

for (const ring of ['unit', 'scenarios', 'packs', 'cli', 'lsp', 'report']) {
  const files = globSync(`out/test/${ring}/**/*.test.mjs`);
  if (files.length === 0) continue;
  const mocha = new Mocha({ timeout: 120_000, forbidOnly: true, forbidPending: true, reporter: 'dot' });
  for (const file of files.sort()) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const counts = await new Promise((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  console.log(`${ring}: ${counts.passes} passed, ${counts.failures} failed`);
  passed += counts.passes;
  failed += counts.failures + (counts.passes + counts.failures === 0 ? 1 : 0);
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
