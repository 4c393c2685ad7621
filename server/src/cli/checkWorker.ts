import { join } from 'node:path';
import { loadBundle } from '../host/loadBundle';
import type * as commands from './commands';

// What a thread begins with.
loadBundle<typeof commands>(join(__dirname, 'commands.js')).checkInThread(__dirname);
