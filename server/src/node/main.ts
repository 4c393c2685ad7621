import { join } from 'node:path';
import { startNodeServer } from './startNodeServer';

// The bundle is dist/server.js; the packs that ship are beside dist.
startNodeServer(join(__dirname, '..', 'rules'));
