import { runSteps, type Steps } from '../steps';
import { buildModel, type ReadDocument } from './buildModel';
import { readChunks } from './chunks/spliceChunks';
import type { DocumentModel } from './documentModel';

/**
 * Reads a Markdown text into the model on which everything else works: chunks of whole blocks, then sections.
 * Never throws, whatever the text holds; every offset counts UTF-16 units of `text` as it was given.
 */
export function parseDocument(text: string): DocumentModel {
  return runSteps(readDocument(text));
}

/** `parseDocument` in short steps, for long texts. */
export function parseDocumentInSteps(text: string): Steps<DocumentModel> {
  return readDocument(text);
}

/** A model with all that the core keeps beside what others may see. */
export function* readDocument(text: string): Steps<ReadDocument> {
  return yield* buildModel(yield* readChunks(text));
}
