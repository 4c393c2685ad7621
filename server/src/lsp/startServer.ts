import type { Connection, InitializeParams } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { Messages } from '../protocol/protocol';
import type { StoredAnalysis } from './analysisStore';
import { createAnalysisStore } from './analysisStore';
import { followPackFiles } from './authoring/followPackFiles';
import { createPackStudio } from './authoring/packStudio';
import { offerCapabilities, readAbilities } from './capabilities';
import { DiagnosticsPublisher } from './diagnosticsPublisher';
import { createEditLog } from './editLog';
import { linkGuidance } from './features/guidance';
import { createPackDiagnostics } from './features/packDiagnostics';
import { describeStatus } from './features/status';
import { followClient } from './followClient';
import { GivenDiagnostics } from './givenDiagnostics';
import { logFailure } from './guard';
import { readContributing } from './readContributing';
import type { ServerParts } from './registerFeatures';
import { registerFeatures } from './registerFeatures';
import type { ServerHost, ServerIdentity } from './serverHost';
import { createSettings } from './settings';
import { toDiagnostics } from './toLsp';
import { createWorkspace, trimSlash } from './workspace';
import { WorkspaceDiagnostics } from './workspaceDiagnostics';

/** An analysis of up to so many milliseconds does not disturb typing. */
const SHORT = 20;

/** Starts the language server on a connection. It ends when the connection does. */
export function startServer(connection: Connection, host: ServerHost, identity: ServerIdentity): void {
  connection.onInitialize((params) => {
    const parts = build(connection, host, params, identity);
    registerFeatures(parts);
    return { capabilities: offerCapabilities(parts.client), serverInfo: identity };
  });
  connection.listen();
}

function build(
  connection: Connection,
  host: ServerHost,
  params: InitializeParams,
  identity: ServerIdentity,
): ServerParts {
  const client = readAbilities(params);
  const log = (message: string) => connection.console.warn(message);
  const failed = (what: string, uri: string, error: unknown) => logFailure(log, what, uri, error);
  const given = new GivenDiagnostics();
  const edits = createEditLog((uri, change) => given.touch(uri, change));
  const documents = new TextDocuments(edits.documents);
  const settings = createSettings(connection, client.configuration, params.initializationOptions);
  const publishProblems = createPackDiagnostics(connection);
  const overlay = (key: string) =>
    documents
      .all()
      .find((document) => host.keyOf(document.uri) === key)
      ?.getText();
  const tellProblems = () => publishProblems([...workspace.problems(), ...studio.problems()]);
  const workspace = createWorkspace(host, overlay, tellProblems, (folder, error) =>
    failed('loading packs', folder, error),
  );
  workspace.setContributed(readContributing(params.initializationOptions));
  workspace.setFolders(
    params.workspaceFolders?.map((folder) => trimSlash(folder.uri)) ??
      (params.rootUri ? [trimSlash(params.rootUri)] : []),
  );
  const studio = createPackStudio(documents, host, workspace, overlay);
  const store = createAnalysisStore({ documents, edits, settings, workspace, host });
  const asDiagnostics = (analysis: Parameters<typeof toDiagnostics>[0]) =>
    toDiagnostics(analysis, client, linkGuidance(analysis.resource.rules.ruleSet, client));
  const isOpen = (uri: string) => documents.keys().some((open) => host.keyOf(open) === host.keyOf(uri));
  const analysed = (uri: string, analysis: StoredAnalysis | undefined) => {
    if (client.ownMessages) void connection.sendNotification(Messages.status, describeStatus(uri, analysis));
  };
  const workspaceDiagnostics = new WorkspaceDiagnostics({
    connection,
    client,
    host,
    settings,
    workspace,
    isOpen,
    toDiagnostics: asDiagnostics,
    analysed,
    failed,
  });
  const publisher = new DiagnosticsPublisher({
    connection,
    client,
    store,
    given,
    host,
    // Short work is done at once: waiting would only make it late.
    delayOf: async (uri) => (store.costOf(uri) <= SHORT ? 0 : (await settings.of(uri)).delay),
    toDiagnostics: asDiagnostics,
    analysed,
    failed,
  });
  const parts = {
    connection,
    client,
    host,
    identity,
    documents,
    settings,
    workspace,
    store,
    workspaceDiagnostics,
    studio,
    tellProblems,
    log,
  };
  followClient(parts, publisher);
  followPackFiles(parts);
  return parts;
}
