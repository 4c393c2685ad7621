import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFileSystem } from '../host/nodeFileSystem';
import { openPrebuilt } from '../host/prebuiltSource';
import { startServer } from '../lsp/startServer';
import { ENGINE_VERSION } from '../packs/generated/engineVersion';
import { createNodeServerHost } from './nodeServerHost';

/**
 * Starts the language server over the transport that the process's arguments name: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
 * `bundles` is the folder of the bundles: the packs that ship are beside it. Throws when no transport is named.
 */
export function startNodeServer(bundles: string): void {
  // Whatever writes to standard output would break the stream of messages.
  console.log = console.warn.bind(console);
  const packs = { rulesFolder: join(bundles, '..', 'rules'), prebuilt: openPrebuilt(bundles, nodeFileSystem) };
  startServer(createConnection(ProposedFeatures.all), createNodeServerHost(packs), {
    name: 'inclusive-growth',
    version: ENGINE_VERSION,
  });
}
