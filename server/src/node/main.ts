import { join } from 'node:path';
import { loadBundle } from '../host/loadBundle';
import { tuneNode } from '../host/tuneNode';
import type * as languageServer from './startNodeServer';

// This file is small, so that Node is set up before the server itself, the bundle beside it, is compiled.
tuneNode();
loadBundle<typeof languageServer>(join(__dirname, 'languageServer.js')).startNodeServer(__dirname);
