import { join } from 'node:path';
import { loadBundle } from '../host/loadBundle';
import { tuneNode } from '../host/tuneNode';
import type * as commands from './commands';
import { TOOL } from './version';

// This file is all that `--version` loads. The commands and the language server are bundles of their own beside this one.
const [command] = process.argv.slice(2);
if (command === '--version' || command === '-V') {
  process.stdout.write(`${TOOL.version}\n`);
} else if (command === 'lsp') {
  require('./server.js');
} else {
  tuneNode();
  loadBundle<typeof commands>(join(__dirname, 'commands.js')).runProcess(__dirname);
}
