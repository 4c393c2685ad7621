import type { CancellationToken, Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { AnalysisStore, StoredAnalysis } from './analysisStore';
import type { ClientAbilities } from './capabilities';
import type { GivenDiagnostics } from './givenDiagnostics';
import type { ServerHost } from './serverHost';

/** What the publisher needs to know of the server. */
export interface PublisherParts {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly store: AnalysisStore;
  readonly given: GivenDiagnostics;
  readonly host: Pick<ServerHost, 'after'>;
  /** Milliseconds of quiet for a resource. */
  delayOf(uri: string): Promise<number>;
  toDiagnostics(analysis: StoredAnalysis): readonly Diagnostic[];
  /** Called with every analysis that a client was given, and with `undefined` for a document that is not checked. */
  analysed(uri: string, analysis: StoredAnalysis | undefined): void;
  failed(what: string, uri: string, error: unknown): void;
}

/**
 * Gives clients the diagnostics of open documents: when they ask, or, where they cannot, by itself after a time of quiet. What is stale or
 * cancelled is never given, and a cancelled answer is an error, never an empty list.
 */
export class DiagnosticsPublisher {
  readonly #parts: PublisherParts;
  /** Calls off the timer of a document. */
  readonly #timers = new Map<string, () => void>();
  /** When the latest change of a document has been quiet for long enough. */
  readonly #quiet = new Map<string, Promise<void>>();
  readonly #sent = new Map<string, string>();
  #closed = false;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** A document was opened: nothing is being typed, so there is nothing to wait for. */
  opened(uri: string): void {
    this.#schedule(uri, 0);
  }

  /** A document was changed: its quiet begins again. */
  async changed(uri: string): Promise<void> {
    this.#schedule(uri, await this.#parts.delayOf(uri));
  }

  /** A document was closed: its timer is called off and its list is emptied. */
  closed(uri: string): void {
    this.#quiet.delete(uri);
    this.#timers.get(uri)?.();
    this.#timers.delete(uri);
    this.#sent.delete(uri);
    this.#parts.given.forget(uri);
    if (!this.#parts.client.pullDiagnostics) void this.#parts.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Rules or settings have changed: every open document is due again. */
  async refresh(uris: readonly string[]): Promise<void> {
    const { client, connection } = this.#parts;
    if (client.pullDiagnostics && client.diagnosticRefresh) await connection.languages.diagnostics.refresh();
    for (const uri of uris) this.#schedule(uri, 0);
  }

  /** Answers `textDocument/diagnostic`. Rejects as cancelled when the token says so, or when the document moved on meanwhile. */
  async pull(
    uri: string,
    previousResultId: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    // A change meanwhile begins a new quiet, which is waited for too.
    for (let quiet = this.#quiet.get(uri); quiet; quiet = this.#quiet.get(uri)) await quiet;
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const analysis = await this.#parts.store.get(uri);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (analysis && !this.#parts.store.isCurrent(analysis)) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'the document has changed', { retriggerRequest: true });
    }
    this.#parts.analysed(uri, analysis);
    if (!analysis) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    return this.#parts.given.answer(uri, previousResultId, analysis.id, () => this.#parts.toDiagnostics(analysis));
  }

  /** Calls everything off. */
  close(): void {
    this.#closed = true;
    this.#quiet.clear();
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #schedule(uri: string, delay: number): void {
    if (this.#closed) return;
    this.#quiet.delete(uri);
    this.#timers.get(uri)?.();
    this.#timers.delete(uri);
    if (delay === 0) {
      void this.#push(uri);
      return;
    }
    const quiet = new Promise<void>((resolve) => {
      const cancel = this.#parts.host.after(delay, () => {
        this.#timers.delete(uri);
        this.#quiet.delete(uri);
        resolve();
        void this.#push(uri);
      });
      this.#timers.set(uri, () => {
        cancel();
        resolve();
      });
    });
    this.#quiet.set(uri, quiet);
  }

  /** For clients that do not ask. Clients that do still get the document's standing. */
  async #push(uri: string): Promise<void> {
    const { client, store, connection } = this.#parts;
    if (client.pullDiagnostics) return;
    try {
      const analysis = await store.get(uri);
      if (analysis && !store.isCurrent(analysis)) return;
      this.#parts.analysed(uri, analysis);
      const diagnostics = analysis ? [...this.#parts.toDiagnostics(analysis)] : [];
      const key = JSON.stringify([analysis?.version, diagnostics]);
      if (this.#closed || this.#sent.get(uri) === key) return;
      if (!analysis && !this.#sent.has(uri)) return;
      this.#sent.set(uri, key);
      await connection.sendDiagnostics({ uri, version: analysis?.version, diagnostics });
    } catch (error) {
      this.#parts.failed('diagnostics', uri, error);
    }
  }
}
