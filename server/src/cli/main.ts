import { tuneNode } from '../host/tuneNode';
import { TOOL } from './version';

// This file is all that `--version` loads. The commands and the language server are bundles of their own beside this one.
const [command] = process.argv.slice(2);
if (command === '--version' || command === '-V') {
  process.stdout.write(`${TOOL.version}\n`);
} else if (command === 'lsp') {
  require('./server.js');
} else {
  tuneNode();
  require('./commands.js').runProcess(__dirname);
}
