import type { CancellationToken, Connection, Diagnostic } from 'vscode-languageserver';
import { CancellationTokenSource } from 'vscode-languageserver';
import type { WorkspaceCheck } from '../protocol/protocol';
import type { StoredAnalysis } from './analysisStore';
import { analyzeText } from './analysisStore';
import type { ClientAbilities } from './capabilities';
import { letOthersIn, runInSlices } from './runInSlices';
import type { ServerHost } from './serverHost';
import type { SettingsStore } from './settings';
import type { Workspace } from './workspace';

export interface WorkspaceCheckParts {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly host: ServerHost;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  isOpen(uri: string): boolean;
  toDiagnostics(analysis: StoredAnalysis): readonly Diagnostic[];
  /** Called with what was found in a document that is not open and is in scope. */
  analysed(uri: string, analysis: StoredAnalysis): void;
  failed(what: string, uri: string, error: unknown): void;
}

/**
 * Checks documents that are not open and pushes what it finds. Runs when it is asked to, never in a loop of its own; a new run calls off the
 * one before. A cancelled run leaves what was pushed before as it is.
 */
export class WorkspaceDiagnostics {
  readonly #parts: WorkspaceCheckParts;
  /** URIs as they were pushed, by the file's key. */
  readonly #pushed = new Map<string, string>();
  #running: CancellationTokenSource | undefined;

  constructor(parts: WorkspaceCheckParts) {
    this.#parts = parts;
  }

  /** One file that is not open, analysed now; undefined when it is switched off, ignored or cannot be read. */
  async analyse(uri: string): Promise<StoredAnalysis | undefined> {
    const { host, settings, workspace, failed } = this.#parts;
    try {
      const own = await settings.of(uri);
      const resource = await workspace.rulesOf(uri, own.packs);
      if (!own.enable || resource.ignored) return undefined;
      const steps = analyzeText(await host.readText(uri), resource, own, host.today());
      const done = await runInSlices(steps, host, () => true);
      const result = done?.value;
      return result && { uri, version: 0, settings: own, resource, result, id: '' };
    } catch (error) {
      failed('workspace check', uri, error);
      return undefined;
    }
  }

  /** Checks all documents of all folders that are not open, with progress that can be cancelled. */
  async checkAll(): Promise<WorkspaceCheck> {
    this.#running?.cancel();
    const own = new CancellationTokenSource();
    this.#running = own;
    const { client, connection, workspace } = this.#parts;
    const progress = client.workDoneProgress ? await connection.window.createWorkDoneProgress() : undefined;
    progress?.begin('Checking documents', 0, undefined, true);
    progress?.token.onCancellationRequested(() => own.cancel());
    try {
      const found = await Promise.all(workspace.folders.map((folder) => this.#parts.host.findDocuments(folder)));
      return await this.#checkEach([...new Set(found.flat())], own.token, (done, of) =>
        progress?.report(Math.round((100 * done) / of), `${done} of ${of}`),
      );
    } finally {
      progress?.done();
      if (this.#running === own) this.#running = undefined;
    }
  }

  /** A document was opened, so that the editor speaks for it from now on, or its file is gone. */
  opened(uri: string): void {
    const key = this.#parts.host.keyOf(uri);
    const pushed = this.#pushed.get(key);
    if (pushed === undefined) return;
    this.#pushed.delete(key);
    void this.#parts.connection.sendDiagnostics({ uri: pushed, diagnostics: [] });
  }

  /** One file changed on disk, appeared, or was closed in the editor. */
  async checkFile(uri: string, token: CancellationToken): Promise<void> {
    await this.#check(uri, token);
  }

  /** The setting was switched off: what was pushed is taken back. */
  clear(): void {
    this.#running?.cancel();
    for (const uri of [...this.#pushed.values()]) this.opened(uri);
  }

  /** Calls everything off, and leaves what the client has. */
  close(): void {
    this.#running?.cancel();
  }

  async #checkEach(
    uris: readonly string[],
    token: CancellationToken,
    report: (done: number, of: number) => void,
  ): Promise<WorkspaceCheck> {
    let checked = 0;
    let openFindings = 0;
    for (const [at, uri] of uris.entries()) {
      // Between files other messages get their turn.
      await letOthersIn(this.#parts.host);
      if (token.isCancellationRequested) return { documents: uris.length, checked, openFindings, cancelled: true };
      const count = await this.#check(uri, token);
      if (count !== undefined) checked++;
      openFindings += count ?? 0;
      report(at + 1, uris.length);
    }
    return { documents: uris.length, checked, openFindings, cancelled: false };
  }

  /** The number of diagnostics; undefined when the file is not checked. Those of open documents are left to the editor. */
  async #check(uri: string, token: CancellationToken): Promise<number | undefined> {
    const { host, connection, isOpen, toDiagnostics, analysed } = this.#parts;
    const analysis = await this.analyse(uri);
    if (!analysis || token.isCancellationRequested) return undefined;
    const diagnostics = [...toDiagnostics(analysis)];
    const inScope = analysis.result.kind === 'checked';
    if (!isOpen(uri)) {
      if (inScope) analysed(uri, analysis);
      if (diagnostics.length > 0 || this.#pushed.has(host.keyOf(uri))) {
        this.#pushed.set(host.keyOf(uri), uri);
        await connection.sendDiagnostics({ uri, diagnostics });
      }
    }
    return inScope ? diagnostics.length : undefined;
  }
}
