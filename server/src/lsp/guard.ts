import type { CancellationToken } from 'vscode-languageserver';
import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Writes one line to the server's log. Names, counts and places only, never the text of a document. */
export type Log = (message: string) => void;

/**
 * Runs the handler of one request. What it throws is logged by kind and place, without its message, which may quote the document, and answered
 * as an error; the other requests go on. Answers for a document that was cancelled meanwhile are errors too, never empty ones.
 */
export async function guard<T>(
  what: string,
  uri: string | undefined,
  token: CancellationToken | undefined,
  log: Log,
  run: () => T | Promise<T>,
): Promise<T> {
  try {
    const result = await run();
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return result;
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    logFailure(log, what, uri, error);
    throw new ResponseError(ErrorCodes.InternalError, `${what} failed; the log of the language server says where`);
  }
}

/** Logs a failure by its kind and the places it passed through. */
export function logFailure(log: Log, what: string, uri: string | undefined, error: unknown): void {
  log(`${what} failed${uri === undefined ? '' : ` for ${uri}`}: ${describeError(error)}`);
}

/** Name of the error and the functions it passed through: an error's message may hold words of the document. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6).map((frame) => frame.trim())].join(' ');
}
