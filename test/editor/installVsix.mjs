// Installs the packed extension into an empty extensions folder, without network.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installOfflineVscode } from './offline/install.mjs';
import { nodeBinary, vscodeFolder } from './offline/paths.mjs';

/** Returns the extensions folder, made inside `scratch`. Throws with the server's words when the file cannot be installed. */
export function installVsix(vsix, scratch) {
  installOfflineVscode();
  const extensionsFolder = join(scratch, 'extensions');
  const args = [
    join(vscodeFolder, 'out/server-main.js'),
    '--install-extension',
    vsix,
    '--extensions-dir',
    extensionsFolder,
    '--force',
  ];
  const env = { EXTENSIONS_GALLERY: '{}', PATH: process.env.PATH, HOME: scratch, TMPDIR: scratch };
  const { status, stdout, stderr } = spawnSync(
    nodeBinary,
    [...args, '--accept-server-license-terms', '--server-data-dir', join(scratch, 'install')],
    { env, encoding: 'utf8' },
  );
  if (status !== 0 || !/successfully installed/.test(stdout))
    throw new Error(`${vsix} was not installed:\n${stdout}${stderr}`);
  return extensionsFolder;
}
