import { runSteps, type Steps } from '../steps';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { buildModel, ReadDocument } from './buildModel';
import { spliceChunks } from './chunks/spliceChunks';
import type { DocumentModel } from './documentModel';
import { readDocument } from './parseDocument';

/**
 * The model of the text after these edits. `document` stays what it was; the two share all that did not change, so that this,
 * and `analyze` of what it returns, cost about as much as the change is large. The result is equal to
 * `parseDocument` of the new text in every value. Edits do not overlap and come in any order; their offsets are into `document.text`.
 */
export function updateDocument(document: DocumentModel, edits: readonly TextEdit[]): DocumentModel {
  return runSteps(updateDocumentInSteps(document, edits));
}

/** `updateDocument` in short steps: stop asking for the next one and nothing has happened. */
export function* updateDocumentInSteps(document: DocumentModel, edits: readonly TextEdit[]): Steps<DocumentModel> {
  if (!(document instanceof ReadDocument)) return yield* readDocument(applyEdits(document.text, edits));
  let { chunked } = document;
  // From the last to the first, so that the offsets of those before stay true.
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end).reverse()) {
    chunked = yield* spliceChunks(chunked, edit);
  }
  return chunked === document.chunked ? document : yield* buildModel(chunked, document);
}
