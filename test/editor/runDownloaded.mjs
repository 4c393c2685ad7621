// The same suite in a desktop VS Code that @vscode/test-electron downloads.
import { join } from 'node:path';
import { runTests, runVSCodeCommand } from '@vscode/test-electron';
import { offlineFolder } from './offline/paths.mjs';

const cachePath = join(offlineFolder, '../downloaded');

/** Whether VS Code can be downloaded and has a display to run on. Asks the address that it is downloaded from, for five seconds at most. */
export async function canDownload() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Takes what `runOffline` takes; returns an exit code. `vsix` is installed first when given. */
export async function runDownloaded({ extension, extensionsFolder, vsix, tests, workspace, scratch, env }) {
  const profile = [
    '--user-data-dir',
    join(scratch, 'user-data'),
    ...(extensionsFolder ? ['--extensions-dir', extensionsFolder] : []),
  ];
  if (vsix) await runVSCodeCommand([...profile, '--install-extension', vsix], { cachePath });
  try {
    return await runTests({
      cachePath,
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: env,
      launchArgs: [workspace, ...profile, '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    });
  } catch (error) {
    console.error(String(error));
    return 1;
  }
}
