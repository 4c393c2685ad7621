import type { Chunk } from './chunks/chunk';
import type { ChunkGroup } from './chunks/chunkGroup';
import type { ChunkList } from './chunks/chunkList';
import {
  countShortLines,
  findMarked,
  findRunningHeaders,
  isSameMeetings,
  type Meetings,
  markRunningHeaders,
} from './furniture';
import { cutSegments, type Segment } from './segments';

/** The segments of all chunks, as they are once running headers are known. */
export interface Layout {
  /** By group of chunks. */
  readonly groups: readonly GroupSegments[];
  /** Keys of running headers. */
  readonly running: ReadonlySet<string>;
  /** The short lines of each group, which tell them. */
  readonly meetings: readonly Meetings[];
}

/** The segments of a group of chunks: the same object for as long as they are the same. */
export interface GroupSegments {
  readonly running: ReadonlySet<string>;
  readonly opensBody: boolean;
  readonly segments: readonly Segment[];
}

interface KeptSegments {
  readonly marked: string;
  readonly opensBody: boolean;
  readonly segments: readonly Segment[];
}

interface KeptMeetings {
  readonly before: boolean;
  readonly after: boolean;
  readonly meetings: Meetings;
}

const ofGroups = new WeakMap<ChunkGroup, GroupSegments>();
const ofChunks = new WeakMap<Chunk, KeptSegments>();
const met = new WeakMap<ChunkGroup, KeptMeetings>();

/** Lays out chunks. What is the same as in `last` is the same object. */
export function layOut({ groups }: ChunkList, last?: Layout): Layout {
  const meetings = groups.map((_, at) => meetShortLines(groups, at));
  const running = findRunning(meetings, last);
  return { running, meetings, groups: groups.map((group, at) => cutGroup(group, running, at === 0)) };
}

/** Counted over the whole document only when a short line has come or gone. */
function findRunning(meetings: readonly Meetings[], last: Layout | undefined): ReadonlySet<string> {
  const areSame = (one: Meetings, at: number) => isSameMeetings(one, last?.meetings[at] ?? new Map());
  if (last?.meetings.length === meetings.length && meetings.every(areSame)) return last.running;
  const found = findRunningHeaders(meetings);
  return last && isSame(found, last.running) ? last.running : found;
}

function cutGroup(group: ChunkGroup, running: ReadonlySet<string>, opensBody: boolean): GroupSegments {
  const before = ofGroups.get(group);
  if (before?.running === running && before.opensBody === opensBody) return before;
  const segments = group.chunks.flatMap((chunk, at) => cutChunk(chunk, running, opensBody && at === 0));
  const now = { running, opensBody, segments };
  ofGroups.set(group, now);
  return now;
}

/** A chunk keeps its segments as long as the same of its lines are running headers. */
function cutChunk(chunk: Chunk, running: ReadonlySet<string>, opensBody: boolean): readonly Segment[] {
  const headers = findMarked(chunk, running);
  const marked = headers.join();
  const before = ofChunks.get(chunk);
  if (before?.marked === marked && before.opensBody === opensBody) return before.segments;
  const segments = cutSegments(chunk, markRunningHeaders(chunk, headers), opensBody);
  ofChunks.set(chunk, { marked, opensBody, segments });
  return segments;
}

function meetShortLines(groups: readonly ChunkGroup[], at: number): Meetings {
  const group = groups[at];
  if (!group) return new Map();
  const before = isFurnitureNear(groups, at, -1);
  const after = isFurnitureNear(groups, at, 1);
  const known = met.get(group);
  if (known?.before === before && known.after === after) return known.meetings;
  const meetings = countShortLines(group.chunks, { before, after });
  met.set(group, { before, after, meetings });
  return meetings;
}

/** Whether the nearest block in other groups is a page number or a break. */
function isFurnitureNear(groups: readonly ChunkGroup[], from: number, step: 1 | -1): boolean {
  for (let at = from + step; groups[at] !== undefined; at += step) {
    const { chunks = [] } = groups[at] ?? {};
    const near = step === 1 ? chunks.find(hasBlocks)?.blocks[0] : chunks.findLast(hasBlocks)?.blocks.at(-1);
    if (near) return near.kind === 'furniture';
  }
  return false;
}

function hasBlocks({ blocks }: Chunk): boolean {
  return blocks.length > 0;
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const key of a) if (!b.has(key)) return false;
  return true;
}
