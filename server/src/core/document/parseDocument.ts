import { runSteps, type Steps } from '../steps';
import { buildModel } from './buildModel';
import { readChunks } from './chunks/spliceChunks';
import type { DocumentModel } from './documentModel';

/**
 * Reads a Markdown text into the model on which everything else works: chunks of whole blocks, then sections.
 * Never throws, whatever the text holds; every offset counts UTF-16 units of `text` as it was given.
 */
export function parseDocument(text: string): DocumentModel {
  return runSteps(parseDocumentInSteps(text));
}

/** `parseDocument` in short steps, for long texts. */
export function* parseDocumentInSteps(text: string): Steps<DocumentModel> {
  return buildModel(yield* readChunks(text));
}
