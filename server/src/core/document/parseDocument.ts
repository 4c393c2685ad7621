import { runSteps, type Steps } from '../steps';
import { buildModel, type ReadDocument } from './buildModel';
import { readChunks } from './chunks/spliceChunks';

/**
 * Reads a Markdown text into the model on which everything else works: chunks of whole blocks, then sections.
 * Never throws, whatever the text holds; every offset counts UTF-16 units of `text` as it was given.
 */
export function parseDocument(text: string): ReadDocument {
  return runSteps(parseDocumentInSteps(text));
}

/** `parseDocument` in short steps, for long texts. */
export function* parseDocumentInSteps(text: string): Steps<ReadDocument> {
  return yield* buildModel(yield* readChunks(text));
}
