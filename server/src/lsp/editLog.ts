import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../core';

/** So many edits are replayed one by one; what has had more since it was last read is read as a whole. */
const MOST_EDITS = 200;

/** What was typed into open documents since they were last read. */
export interface EditLog {
  /** Makes and changes the documents of the library that follows the client, and writes down each change. */
  readonly documents: TextDocumentsConfiguration<TextDocument>;
  /** Edits since the last call of `forget`, oldest first, each to the text that the one before left; undefined when there were too many. */
  since(uri: string): readonly TextEdit[] | undefined;
  /** The oldest `count` edits have been dealt with; without a count, all of them. */
  forget(uri: string, count?: number): void;
}

/** Starts an empty log. */
export function createEditLog(): EditLog {
  const edits = new Map<string, TextEdit[] | undefined>();
  const record = (document: TextDocument, change: TextDocumentContentChangeEvent) => {
    if (!edits.has(document.uri)) edits.set(document.uri, []);
    const log = edits.get(document.uri);
    log?.push(toEdit(document, change));
    if (log && log.length > MOST_EDITS) edits.set(document.uri, undefined);
  };
  return {
    documents: {
      create: (uri, languageId, version, text) => {
        edits.delete(uri);
        return TextDocument.create(uri, languageId, version, text);
      },
      update: (document, changes, version) => {
        // One by one: a change counts from the text that the one before left.
        for (const change of changes) {
          record(document, change);
          TextDocument.update(document, [change], version);
        }
        return TextDocument.update(document, [], version);
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

function toEdit(document: TextDocument, change: TextDocumentContentChangeEvent): TextEdit {
  if (!('range' in change)) return { start: 0, end: document.getText().length, text: change.text };
  const [start, end] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
  return { start: Math.min(start, end), end: Math.max(start, end), text: change.text };
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
