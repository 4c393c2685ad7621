import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/** The shipped server in a process of its own, over standard input and output. */
export interface BenchServer {
  readonly pid: number;
  open(uri: string, text: string): Promise<void>;
  /** Writes `text` at a place of the document, as a key press does. */
  type(uri: string, version: number, line: number, character: number, text: string): Promise<void>;
  /** Resolves when the diagnostics of the document as it stands have arrived. */
  pull(uri: string): Promise<void>;
  /** Asks for something that the server does not know, which it says as soon as it looks at its messages. */
  beat(): Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(): Promise<BenchServer> {
  const child = spawn(process.execPath, [resolve('dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const { stdin, stdout } = child as ChildProcess & { stdin: NodeJS.WritableStream; stdout: NodeJS.ReadableStream };
  const connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly unknown[] }) => items.map(() => ({})));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
  });
  await connection.sendNotification('initialized', {});
  const results = new Map<string, string | undefined>();
  return {
    pid: child.pid ?? 0,
    open: (uri, text) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      }),
    type: (uri, version, line, character, text) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text }],
      }),
    async pull(uri) {
      const report = await connection.sendRequest<{ resultId?: string }>('textDocument/diagnostic', {
        textDocument: { uri },
        previousResultId: results.get(uri),
      });
      results.set(uri, report.resultId);
    },
    async beat() {
      await connection.sendRequest('bench/beat').catch(() => {});
    },
    async stop() {
      const ended = new Promise((done) => child.on('exit', done));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}
