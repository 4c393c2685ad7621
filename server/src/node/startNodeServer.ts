import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/startServer';
import { ENGINE_VERSION } from '../packs/generated/engineVersion';
import { createNodeServerHost } from './nodeServerHost';

/**
 * Starts the language server over the transport that the process's arguments name: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
 * `rulesFolder` holds the packs that ship. Throws when no transport is named.
 */
export function startNodeServer(rulesFolder: string): void {
  // Whatever writes to standard output would break the stream of messages.
  console.log = console.warn.bind(console);
  startServer(createConnection(ProposedFeatures.all), createNodeServerHost(rulesFolder), {
    name: 'inclusive-growth',
    version: ENGINE_VERSION,
  });
}
