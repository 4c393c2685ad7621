import { type ExtensionContext, window } from 'vscode';
import { registerCommands } from './commands';
import { CoveragePanel } from './coveragePanel';
import { registerCoverageTree } from './coverageTree';
import { offerToMapFiles } from './mapFile';
import { registerPages } from './pages';
import { SignalPreview } from './signalPreview';
import { startClient } from './startClient';
import { StatusBook } from './statusBook';
import { registerStatusItem } from './statusItem';
import { Toolkit } from './toolkit';

/** What other extensions, and the tests, can rely on. */
export interface ExtensionApi {
  /** Resolves when the language server answers; rejects when it could not be started. */
  readonly ready: Promise<void>;
  readonly toolkit: Toolkit;
}

let running: Toolkit | undefined;

/** Called by VS Code at the first Markdown document, command or view of ours. Returns at once: the server starts meanwhile. */
export function activate(context: ExtensionContext): ExtensionApi {
  const log = window.createOutputChannel('Inclusive Growth', { log: true });
  const { client, ready } = startClient(context, log);
  const toolkit = new Toolkit(client, ready, new StatusBook(client), log, context);
  running = toolkit;
  context.subscriptions.push(
    log,
    toolkit.statuses,
    registerPages(),
    registerStatusItem(toolkit),
    registerCoverageTree(toolkit),
    CoveragePanel.register(toolkit),
    offerToMapFiles(toolkit),
    registerCommands(toolkit),
    { dispose: () => SignalPreview.end() },
  );
  return { ready, toolkit };
}

/** Called by VS Code at the end; the server is given the time to leave. */
export async function deactivate(): Promise<void> {
  const ended = running;
  running = undefined;
  await ended?.stop();
}
