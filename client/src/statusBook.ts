import { type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type DocumentStatus, Messages } from '../../server/src/protocol/protocol';

/** The latest word of the server on each document, by its URI. Tells those who listen when one changes. */
export class StatusBook implements Disposable {
  private readonly statuses = new Map<string, DocumentStatus>();
  private readonly changed = new EventEmitter<DocumentStatus>();
  private readonly listeners: readonly Disposable[];

  /** Fires after each analysis of a document, and when one goes out of scope. */
  readonly onDidChange = this.changed.event;

  constructor(client: LanguageClient) {
    this.listeners = [
      client.onNotification(Messages.status, (status: DocumentStatus) => this.take(status)),
      // What is gone is not kept: a list of documents must not name files that are no more.
      workspace.onDidDeleteFiles(({ files }) => {
        for (const file of files) this.statuses.delete(file.toString());
      }),
    ];
  }

  /** Undefined until the server has looked at the document. */
  find(uri: Uri): DocumentStatus | undefined {
    return this.statuses.get(uri.toString());
  }

  /** Documents that are checked, by URI. */
  checked(): readonly DocumentStatus[] {
    const checked = [...this.statuses.values()].filter(({ state }) => state === 'checked');
    return checked.sort((one, other) => one.uri.localeCompare(other.uri));
  }

  /** Also used for documents that were checked without being open. */
  take(status: DocumentStatus): void {
    // Servers escape some characters in URIs that the editor does not: one spelling, the editor's, is the key.
    this.statuses.set(Uri.parse(status.uri).toString(), status);
    this.changed.fire(status);
  }

  dispose(): void {
    this.changed.dispose();
    for (const listener of this.listeners) listener.dispose();
  }
}
