// Serves VS Code with this extension and the examples, for a browser on this machine: `node test/editor/openEditor.mjs [--port N]`.
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installOfflineVscode } from './offline/install.mjs';
import { projectFolder } from './offline/paths.mjs';
import { startHost } from './offline/startHost.mjs';
import { workbenchAddress } from './offline/workbenchAddress.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const folder = join(projectFolder, '.vscode-test/try');
const workspace = join(folder, 'examples');

installOfflineVscode();
mkdirSync(folder, { recursive: true });
// A copy, kept between starts: what is tried out must not change the examples.
if (!existsSync(workspace)) cpSync(join(projectFolder, 'examples'), workspace, { recursive: true });
const { port } = await startHost(folder, { port: Number(values.port) });
const file = join(workspace, 'outline-business-case.md');
console.log(`Open this address in a browser (Ctrl+C here ends it). The files are a copy, in ${workspace}.\n`);
console.log(workbenchAddress(port, workspace, { extension: projectFolder, file }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
await new Promise(() => setInterval(() => undefined, 1 << 30));
