import { PassThrough } from 'node:stream';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  MessageConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import {
  createConnection,
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { ServerHost } from '../../../server/src/lsp/serverHost';
import { startServer } from '../../../server/src/lsp/startServer';
import type { DocumentStatus } from '../../../server/src/protocol/protocol';

/** What a test client says about itself. */
export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly name?: string;
  readonly folders?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The client is slow: it answers for its settings when this resolves. */
  readonly slow?: Promise<void>;
}

/** A client at the other end of two in-memory streams, with what the server has sent it. */
export interface TestClient {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  readonly published: readonly PublishDiagnosticsParams[];
  readonly statuses: readonly DocumentStatus[];
  readonly logged: readonly string[];
  readonly requests: readonly { readonly method: string; readonly params: unknown }[];
  /** Settings from now on; tell the server with `configure`. */
  configure(settings: Readonly<Record<string, unknown>>): Promise<void>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  change(uri: string, version: number, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** The next message that fits, or one that came already; waits for messages, never for a time. */
  waitFor<T>(find: (client: TestClient) => T | undefined): Promise<T>;
  pull(uri: string, previousResultId?: string): Promise<{ kind: string; resultId?: string; items?: Diagnostic[] }>;
  stop(): Promise<void>;
}

/** Everything that this server can make use of. */
export const FULL: ClientCapabilities = {
  textDocument: {
    diagnostic: {
      relatedInformation: true,
      tagSupport: { valueSet: [1, 2] },
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    publishDiagnostics: {
      relatedInformation: true,
      versionSupport: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      isPreferredSupport: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    textDocumentContent: {},
  },
  window: { workDoneProgress: true },
};

/** The least that an editor can be: pushed diagnostics, plain edits, nothing that the server may ask. */
export const PLAIN: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [''] } } } },
};

/** Starts the real server with a host, and a client that is initialised. */
export async function startClient(host: ServerHost, options: ClientOptions = {}): Promise<TestClient> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host, {
    name: 'test',
    version: '0',
  });
  const connection = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  const published: PublishDiagnosticsParams[] = [];
  const statuses: DocumentStatus[] = [];
  const logged: string[] = [];
  const requests: { method: string; params: unknown }[] = [];
  const waiting = new Set<() => void>();
  const heard = () => {
    for (const check of [...waiting]) check();
  };
  let settings = { delay: 0, ...options.settings };

  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    heard();
  });
  connection.onNotification('inclusiveGrowth/status', (status: DocumentStatus) => {
    statuses.push(status);
    heard();
  });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
    logged.push(message);
    heard();
  });
  connection.onNotification('$/progress', (params: unknown) => {
    requests.push({ method: '$/progress', params });
    heard();
  });
  connection.onRequest(async (method: string, params: unknown) => {
    requests.push({ method, params });
    heard();
    if (method === 'workspace/configuration') await options.slow;
    if (method === 'workspace/configuration')
      return (params as { items: readonly unknown[] }).items.map(() => settings);
    return method === 'workspace/applyEdit' ? { applied: true } : null;
  });
  connection.listen();

  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    clientInfo: { name: options.name ?? 'test client' },
    rootUri: null,
    capabilities: options.capabilities ?? FULL,
    workspaceFolders: options.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    initializationOptions: { ...settings, ownMessages: true },
  });
  await connection.sendNotification('initialized', {});

  const client: TestClient = {
    connection,
    initialized,
    published,
    statuses,
    logged,
    requests,
    async configure(changed) {
      settings = { ...settings, ...changed };
      await connection.sendNotification('workspace/didChangeConfiguration', {
        settings: { inclusiveGrowth: settings },
      });
    },
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    change: (uri, version, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    waitFor: (find) =>
      new Promise((resolve) => {
        const check = () => {
          const found = find(client);
          if (found === undefined) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
      toServer.end();
      toClient.end();
    },
  };
  return client;
}
