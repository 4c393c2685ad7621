import type { Chunk } from './chunks/chunk';
import { findRepeatedLines, findRunningHeaders, markRunningHeaders } from './furniture';
import { cutSegments, type Segment } from './segments';

/** The segments of all chunks, as they are once running headers are known. */
export interface Layout {
  readonly chunks: readonly Chunk[];
  /** By chunk. */
  readonly segments: readonly (readonly Segment[])[];
  /** Some short line is met so often that it may be a running header. */
  readonly hasRepeats: boolean;
  /** Keys of running headers. */
  readonly running: ReadonlySet<string>;
}

/** Lays out chunks; those that stood in `last` too keep their segments, unless running headers have come or gone. */
export function layOut(chunks: readonly Chunk[], last?: Layout): Layout {
  const change = last && findChange(last.chunks, chunks);
  const headers = last && change && keepsShortLines(last, chunks, change) ? last : findHeaders(chunks);
  const { running, hasRepeats } = headers;
  const cut = (chunk: Chunk, index: number) => cutSegments(chunk, markRunningHeaders(chunk, running), index === 0);
  if (!last || !change || !isSame(running, last.running)) {
    return { chunks, running, hasRepeats, segments: chunks.map(cut) };
  }
  const fresh = chunks.slice(change.first, change.after).map((chunk, i) => cut(chunk, change.first + i));
  const segments = [...last.segments.slice(0, change.first), ...fresh, ...last.segments.slice(change.before)];
  return { chunks, running, hasRepeats, segments };
}

function findHeaders(chunks: readonly Chunk[]): Pick<Layout, 'hasRepeats' | 'running'> {
  const repeated = findRepeatedLines(chunks);
  return { hasRepeats: repeated.size > 0, running: findRunningHeaders(chunks, repeated) };
}

/** No line has come or gone that counts, and there was none to count. */
function keepsShortLines(last: Layout, chunks: readonly Chunk[], { first, before, after }: Change): boolean {
  const isQuiet = ({ shortLines }: Chunk) => shortLines.length === 0;
  return (
    !last.hasRepeats && last.chunks.slice(first, before).every(isQuiet) && chunks.slice(first, after).every(isQuiet)
  );
}

/** Where two lists of chunks differ: all before `first` are the same, and so are all from `before` and from `after` on. */
interface Change {
  readonly first: number;
  readonly before: number;
  readonly after: number;
}

function findChange(before: readonly Chunk[], after: readonly Chunk[]): Change {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first++;
  let tail = 0;
  while (tail < most - first && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { first, before: before.length - tail, after: after.length - tail };
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const key of a) if (!b.has(key)) return false;
  return true;
}
