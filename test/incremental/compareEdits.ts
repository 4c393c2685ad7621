import { isDeepStrictEqual } from 'node:util';
import { makeRandom } from '../../bench/random';
import {
  applyEdits,
  type DocumentModel,
  runSteps,
  type Steps,
  type TextEdit,
  updateDocument,
} from '../../server/src/core';
import { buildModel, type ReadDocument } from '../../server/src/core/document/buildModel';
import { readChunks } from '../../server/src/core/document/chunks/spliceChunks';
import { describeModel } from './describeModel';
import { ANY_TEXTS, type EditedTexts } from './randomEdits';

/** An edit after which the updated model and the model of the whole text differ. */
export interface Mismatch {
  readonly before: string;
  readonly edit: TextEdit;
  readonly difference: string;
}

export interface ComparisonOptions {
  readonly seed: number;
  readonly edits: number;
  /** Length of the shortest chunks; 1 makes as many cuts as there can be. */
  readonly shortest: number;
  readonly texts?: EditedTexts;
  /** Says more of a model than what `describeModel` does: its findings. */
  readonly judge?: (model: DocumentModel) => unknown;
  /** Stop after as many mismatches. */
  readonly most?: number;
}

const EDITS_OF_TEXT = 40;
/** Longer than any text here: all of it is one chunk, read in one go. */
const WHOLE = Number.MAX_SAFE_INTEGER;

/** Makes random edits, one after the other, on random texts, and compares each time with a reading of the whole text that cuts nothing. */
export function compareEdits({
  seed,
  edits,
  shortest,
  texts = ANY_TEXTS,
  judge,
  most = 1,
}: ComparisonOptions): readonly Mismatch[] {
  const random = makeRandom(seed);
  const found: Mismatch[] = [];
  const describe = (model: DocumentModel) => ({ model: describeModel(model), judged: judge?.(model) });
  for (let done = 0; done < edits && found.length < most; ) {
    let text = texts.makeText(random);
    const history = [text];
    let model: DocumentModel = runSteps(readInChunks(text, shortest));
    for (let i = 0; i < EDITS_OF_TEXT && done < edits && found.length < most; i++, done++) {
      const edit = texts.makeEdit(random, text, history);
      const after = applyEdits(text, [edit]);
      const updated = updateDocument(model, [edit]);
      const difference = findDifference(describe(updated), describe(readWhole(after)));
      if (difference !== undefined) found.push({ before: text, edit, difference });
      text = after;
      model = difference === undefined ? updated : runSteps(readInChunks(text, shortest));
      if (i % 5 === 0) history.push(text);
    }
  }
  return found;
}

/** Reads a text in chunks each at least `shortest` long; in groups so small that short texts have several. */
export function* readInChunks(text: string, shortest: number): Steps<ReadDocument> {
  return yield* buildModel(yield* readChunks(text, shortest, 3));
}

export function readWhole(text: string): DocumentModel {
  return runSteps(readInChunks(text, WHOLE));
}

/** The first place where two values differ, with both values; undefined when they are equal. */
function findDifference(a: unknown, b: unknown, path = ''): string | undefined {
  if (isDeepStrictEqual(a, b)) return undefined;
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [left, right] = [(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]];
      const inner = findDifference(left, right, `${path}/${key}`);
      if (inner !== undefined) return inner;
    }
  }
  return `${path}: ${JSON.stringify(a)?.slice(0, 200)} instead of ${JSON.stringify(b)?.slice(0, 200)}`;
}
