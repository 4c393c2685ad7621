import {
  CancellationToken,
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver';
import { Messages, SETTINGS_SECTION } from '../protocol/protocol';
import { offerAuthoring } from './authoring/registerAuthoring';
import type { DiagnosticsPublisher } from './diagnosticsPublisher';
import { guard, logFailure } from './guard';
import { readContributing } from './readContributing';
import type { ServerParts } from './registerFeatures';
import { trimSlash } from './workspace';

/** Follows what happens to documents, settings, folders and files, and sees to it that diagnostics follow as well. */
export function followClient(parts: ServerParts, publisher: DiagnosticsPublisher): void {
  const { connection, client, settings, workspaceDiagnostics, log } = parts;
  const reload = (uris?: readonly string[]) => runQuietly('reload', parts, () => reloadRules(uris, parts, publisher));
  followDocuments(parts, publisher, reload);
  connection.onInitialized(() => void runQuietly('start', parts, () => start(parts, reload)));
  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    settings.clear(pushed);
    void runQuietly('settings', parts, async () => {
      await refresh(parts, publisher);
      await checkWorkspaceIfWanted(parts);
    });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    void recheckPacks(parts);
    const ours = changes.map((change) => change.uri).filter((uri) => parts.workspace.dependsOn(uri));
    if (ours.length > 0) void reload(ours);
    else for (const { uri, type } of changes) void recheck(uri, type === FileChangeType.Deleted, parts);
  });
  connection.onNotification(Messages.contributingExtensions, (extensions: unknown) => {
    parts.workspace.setContributed(readContributing(extensions));
    void recheckPacks(parts);
    void reload();
  });
  if (client.pullDiagnostics) {
    connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
      guard('diagnostics', textDocument.uri, token, log, () =>
        publisher.pull(textDocument.uri, previousResultId, token),
      ),
    );
  }
  connection.onShutdown(() => {
    publisher.close();
    workspaceDiagnostics.close();
  });
}

/** Packs that are being written may extend what has changed outside. */
function recheckPacks(parts: ServerParts): Promise<void> {
  return runQuietly('packs', parts, async () => {
    await parts.studio.refresh();
    parts.tellProblems();
  });
}

function followDocuments(
  parts: ServerParts,
  publisher: DiagnosticsPublisher,
  reload: (uris?: readonly string[]) => Promise<void>,
): void {
  const { connection, documents, host, settings, store, workspace, workspaceDiagnostics } = parts;
  // The library tells an opened document as a changed one as well.
  const fresh = new Set<string>();
  const waiting = new Map<string, () => void>();
  documents.onDidOpen(({ document: { uri } }) => {
    fresh.add(uri);
    workspaceDiagnostics.opened(uri);
    publisher.opened(uri);
  });
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (fresh.delete(uri)) return;
    if (!workspace.dependsOn(uri)) {
      void publisher.changed(uri);
      return;
    }
    // A pack or configuration that is being edited: read after a time of quiet, saved or not.
    void settings.of(uri).then(({ delay }) => {
      waiting.get(uri)?.();
      waiting.set(
        uri,
        host.after(delay, () => void reload([uri])),
      );
    });
  });
  documents.onDidClose(({ document: { uri } }) => {
    store.forget(uri);
    publisher.closed(uri);
    if (workspace.dependsOn(uri)) void reload([uri]);
    else void recheck(uri, false, parts);
  });
  documents.listen(connection);
}

async function start(parts: ServerParts, reload: (uris?: readonly string[]) => Promise<void>): Promise<void> {
  const { connection, client, settings, workspace } = parts;
  if (client.dynamicConfiguration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
  if (client.dynamicWatchers) {
    const watchers = [
      '**/.inclusive-growth.yaml',
      '**/*.{yaml,yml}',
      '**/*.{md,markdown}',
      '**/inclusive-growth.lock',
      '**/*.{zip,tgz}',
    ].map((globPattern) => ({
      globPattern,
    }));
    await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  await offerAuthoring(parts);
  if (client.workspaceFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = removed.map((folder) => trimSlash(folder.uri));
      workspace.setFolders([
        ...workspace.folders.filter((uri) => !gone.includes(uri)),
        ...added.map((folder) => trimSlash(folder.uri)),
      ]);
      void reload();
    });
  }
  // Loaded before the first document is opened, so that faults in packs and configuration show without one.
  for (const folder of workspace.folders) await workspace.rulesOf(`${folder}/`, (await settings.of(folder)).packs);
  await checkWorkspaceIfWanted(parts);
}

async function reloadRules(
  uris: readonly string[] | undefined,
  parts: ServerParts,
  publisher: DiagnosticsPublisher,
): Promise<void> {
  await parts.workspace.reload(uris);
  await refresh(parts, publisher);
  await checkWorkspaceIfWanted(parts);
}

async function refresh({ connection, client, documents }: ServerParts, publisher: DiagnosticsPublisher): Promise<void> {
  if (client.codeLensRefresh) void connection.sendRequest(CodeLensRefreshRequest.type);
  await publisher.refresh(documents.keys());
}

async function checkWorkspaceIfWanted({ settings, workspaceDiagnostics }: ServerParts): Promise<void> {
  if ((await settings.of()).workspaceDiagnostics) await workspaceDiagnostics.checkAll();
  else workspaceDiagnostics.clear();
}

/** A Markdown file changed on disk, or was closed in the editor: while the whole workspace is checked, so is it. */
async function recheck(uri: string, isGone: boolean, parts: ServerParts): Promise<void> {
  const { documents, settings, workspace, workspaceDiagnostics } = parts;
  if (isGone) workspaceDiagnostics.opened(uri);
  if (
    isGone ||
    documents.get(uri) ||
    !/\.(?:md|markdown)$/i.test(uri) ||
    !workspace.folders.some((folder) => uri.startsWith(`${folder}/`))
  )
    return;
  await runQuietly('workspace check', parts, async () => {
    if ((await settings.of()).workspaceDiagnostics) await workspaceDiagnostics.checkFile(uri, CancellationToken.None);
  });
}

/** Runs what nobody waits for: a failure is logged and ends nothing else. */
async function runQuietly(what: string, { log }: ServerParts, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    logFailure(log, what, undefined, error);
  }
}
