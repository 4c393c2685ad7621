import type { ExtensionContext, LogOutputChannel } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { StatusBook } from './statusBook';

/** What every part of the extension is given: the connection, what is known of the documents, the log, and the context to keep things in. */
export class Toolkit {
  constructor(
    readonly client: LanguageClient,
    private readonly started: Promise<void>,
    readonly statuses: StatusBook,
    readonly log: LogOutputChannel,
    readonly context: ExtensionContext,
  ) {}

  /**
   * Sends one of the `Messages` and returns its answer. Waits for the server to be there.
   * Rejects when the server could not be started, has ended, or answers with an error.
   */
  async ask<Answer>(message: string, params: object = {}): Promise<Answer> {
    await this.started;
    return this.client.sendRequest<Answer>(message, params);
  }

  /** Runs one of the server's `Commands`; edits come back through the editor. */
  async run<Answer>(command: string, ...args: readonly unknown[]): Promise<Answer> {
    await this.started;
    return this.client.sendRequest<Answer>('workspace/executeCommand', { command, arguments: args });
  }

  /** Ends the server. Safe when it never started. */
  async stop(): Promise<void> {
    if (this.client.needsStop()) await this.client.stop();
  }
}
