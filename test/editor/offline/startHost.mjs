// Starts the VS Code server, the part that serves the workbench and runs the extension host.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, vscodeFolder } from './paths.mjs';

const listening = /Extension host agent listening on (\d+)/;

/** What makes every run the same: nothing is fetched, nothing pops up. */
const settings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/**
 * Starts the server on a port that the system picks. `scratch` takes all that it writes; `args` and `env` are added to its own.
 * Rejects with the server's output when it does not listen within half a minute. Call `stop` in any case.
 */
export async function startHost(scratch, { args = [], env = {}, port = 0, userSettings = {} } = {}) {
  const data = join(scratch, 'server');
  writeSettings(join(data, 'data/Machine'), settings);
  writeSettings(join(data, 'data/User'), userSettings);
  mkdirSync(join(scratch, 'home'), { recursive: true });
  const child = spawn(nodeBinary, [join(vscodeFolder, 'out/server-main.js'), ...serverArguments(data, port), ...args], {
    // A process group of its own, so that extension hosts and language servers end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      // Without a gallery, nothing outside is asked.
      EXTENSIONS_GALLERY: '{}',
      PATH: process.env.PATH,
      LANG: 'C.UTF-8',
      HOME: join(scratch, 'home'),
      TMPDIR: scratch,
      ...env,
    },
  });
  const stop = () => endGroup(child.pid);
  process.once('exit', stop);
  try {
    return { port: await portOf(child), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function serverArguments(data, port) {
  return [
    ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', data, '--telemetry-level', 'off'],
    ...['--without-connection-token', '--accept-server-license-terms', '--disable-workspace-trust'],
    // Without this the workbench ignores the addresses of extensions under development and of tests.
    '--enable-smoke-test-driver',
  ];
}

function writeSettings(folder, value) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(value, null, 2));
}

function portOf(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(() => reject(new Error(`The VS Code server did not start in 30 s:\n${output}`)), 30_000);
    const read = (chunk) => {
      output += chunk;
      const found = listening.exec(output);
      if (!found) return;
      clearTimeout(late);
      resolve(Number(found[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The VS Code server ended with ${code}:\n${output}`)));
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
