import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';

import { followContributing, listContributing } from './contributingExtensions';

/**
 * Markdown wherever it can be edited, and YAML files, any of which may be part of a pack: the server says nothing of those that are not.
 * Not: previews, comparisons, output.
 */
const documentSelector = [
  ...['file', 'untitled', 'vscode-vfs'].map((scheme) => ({ scheme, language: 'markdown' })),
  { scheme: 'file', pattern: '**/*.{yaml,yml}' },
  { scheme: 'vscode-vfs', pattern: '**/.inclusive-growth.{yaml,yml}' },
];

/** Starts the language server in a process of its own. `ready` rejects, after a line in the log, when it cannot be started. */
export function startClient(
  context: ExtensionContext,
  log: LogOutputChannel,
): { client: LanguageClient; ready: Promise<void> } {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const options: LanguageClientOptions = {
    documentSelector,
    outputChannel: log,
    // This client takes the server's own messages, and has the commands that its code lenses name.
    initializationOptions: { ownMessages: true, contributingExtensions: listContributing() },
    // A failing request is told where it was asked for; the log never pops up over what somebody is writing.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
    workspaceFolder: workspace.workspaceFolders?.[0],
  };
  const client = new LanguageClient(
    'inclusiveGrowth',
    'Inclusive Growth',
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    options,
  );
  const ready = client.start().catch((error: unknown) => {
    log.error(`The language server did not start: ${error instanceof Error ? error.message : String(error)}`);
    throw error;
  });
  followContributing(client, ready, context);
  // Whoever waits is told; nobody has to wait.
  ready.catch(() => undefined);
  return { client, ready };
}
