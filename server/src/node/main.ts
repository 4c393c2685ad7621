import { enableCompileCache } from '../host/nodeCompileCache';

// This file is small, so that the cache is on before the server itself, the bundle beside it, is compiled.
enableCompileCache();
require('./languageServer.js').startNodeServer(__dirname);
