// Installs the offline VS Code: its server and workbench, and the Node that they need, from npm packages alone.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { nodeBinary, nodeHome, offlineFolder, vscodeFolder } from './paths.mjs';

const lockfile = fileURLToPath(new URL('package-lock.json', import.meta.url));
const marker = join(offlineFolder, 'installed-from.json');

/** Only what no test and no reader of a document needs; it halves the size and quickens the start. */
const unneeded = [
  'node_modules/@github/copilot*',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/windows-*',
  'node_modules/@vscode/sqlite3',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/ms-vscode.*',
  'extensions/microsoft-authentication',
  'extensions/github-authentication',
  'node_modules/node-pty/prebuilds/!(linux-x64)',
];

/** Installs once: the lockfile it was installed from is kept beside it and compared. Throws when a step fails. */
export function installOfflineVscode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The offline VS Code runs on Linux x64 only. Here, run the suite with: npm run test:editor -- --download',
    );
  }
  const wanted = readFileSync(lockfile, 'utf8');
  if (existsSync(marker) && existsSync(nodeBinary) && readFileSync(marker, 'utf8') === wanted) return;
  console.log('installing the offline VS Code (about a minute, 400 MB, once)');
  rmSync(offlineFolder, { recursive: true, force: true });
  mkdirSync(offlineFolder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(fileURLToPath(new URL(name, import.meta.url)), join(offlineFolder, name));
  }
  npm(offlineFolder, 'ci', '--ignore-scripts');
  // Its own lockfile does not list all peers, which a plain `npm ci` refuses.
  npm(vscodeFolder, 'ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps');
  buildNativeModules();
  for (const path of globSync(unneeded, { cwd: vscodeFolder, onlyDirectories: true, expandDirectories: false })) {
    rmSync(join(vscodeFolder, path), { recursive: true, force: true });
  }
  writeFileSync(marker, wanted);
}

function npm(cwd, ...args) {
  const { status, stderr } = runNpm(cwd, args);
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${stderr}`);
}

/** Log files and the parent watchdog: without a compiler everything still runs, with stack traces in the log. */
function buildNativeModules() {
  const { status } = runNpm(vscodeFolder, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog'], {
    PATH: `${join(nodeHome, 'bin')}:${process.env.PATH}`,
    npm_config_nodedir: nodeHome,
  });
  if (status !== 0) console.log('no compiler for two optional native modules: going on without them');
}

function runNpm(cwd, args, extra = {}) {
  const env = { ...process.env, ...extra };
  // Inside `npm run`, npm names the outer project here, and would install into that.
  for (const name of Object.keys(env))
    if (/^npm_config_(local_)?prefix$|^npm_package_|^INIT_CWD$/.test(name)) delete env[name];
  return spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env, encoding: 'utf8' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installOfflineVscode();
