import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import type { TextEdit } from '../core';
import { OpenDocument } from './openDocument';

/** So many edits are replayed one by one; what has had more since it was last read is read as a whole. */
const MOST_EDITS = 200;

/** What was typed into open documents since they were last read. */
export interface EditLog {
  /** Makes and changes the documents of the library that follows the client, and writes down each change. */
  readonly documents: TextDocumentsConfiguration<OpenDocument>;
  /** Edits since the last call of `forget`, oldest first, each to the text that the one before left; undefined when there were too many. */
  since(uri: string): readonly TextEdit[] | undefined;
  /** The oldest `count` edits have been dealt with; without a count, all of them. */
  forget(uri: string, count?: number): void;
}

/** Starts an empty log; `changed` is told of each change as the client made it. */
export function createEditLog(
  changed: (uri: string, change: TextDocumentContentChangeEvent) => void = () => {},
): EditLog {
  const edits = new Map<string, TextEdit[] | undefined>();
  const record = (uri: string, edit: TextEdit) => {
    if (!edits.has(uri)) edits.set(uri, []);
    const log = edits.get(uri);
    log?.push(edit);
    if (log && log.length > MOST_EDITS) edits.set(uri, undefined);
  };
  return {
    documents: {
      create: (uri, languageId, version, text) => {
        edits.delete(uri);
        return new OpenDocument(uri, languageId, version, text);
      },
      update: (document, changes, version) => {
        // One by one: a change counts from the text that the one before left.
        for (const change of changes) {
          record(document.uri, document.change(change));
          changed(document.uri, change);
        }
        document.version = version;
        return document;
      },
    },
    since: (uri) => (edits.has(uri) ? edits.get(uri) : []),
    forget(uri, count) {
      const log = edits.get(uri);
      if (count === undefined || !log || count >= log.length) edits.delete(uri);
      else log.splice(0, count);
    },
  };
}

/** Where an offset stood before the edits; undefined inside what they wrote. */
export function moveBack(offset: number, edits: readonly TextEdit[]): number | undefined {
  let at = offset;
  for (const { start, end, text } of [...edits].reverse()) {
    if (at < start) continue;
    if (at < start + text.length) return undefined;
    at += end - start - text.length;
  }
  return at;
}
