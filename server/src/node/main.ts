import { tuneNode } from '../host/tuneNode';

// This file is small, so that the cache is on before the server itself, the bundle beside it, is compiled.
tuneNode();
require('./languageServer.js').startNodeServer(__dirname);
