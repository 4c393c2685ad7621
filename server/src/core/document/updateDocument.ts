import type { Steps } from '../steps';
import { runSteps } from '../steps';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { DocumentModel } from './documentModel';
import { parseDocument } from './parseDocument';

/**
 * The model of the text after these edits. `document` stays what it was; the two share all that did not change, so that this,
 * and `analyze` of what it returns, cost about as much as the change is large. The result is equal to
 * `parseDocument` of the new text in every value.
 */
export function updateDocument(document: DocumentModel, edits: readonly TextEdit[]): DocumentModel {
  return runSteps(updateDocumentInSteps(document, edits));
}

/** `updateDocument` in short steps: stop asking for the next one and nothing has happened. */
// biome-ignore lint/correctness/useYield: whole for now.
export function* updateDocumentInSteps(document: DocumentModel, edits: readonly TextEdit[]): Steps<DocumentModel> {
  return parseDocument(applyEdits(document.text, edits));
}
