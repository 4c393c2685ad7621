import { findLastAtMost } from '../../text/findLastAtMost';
import type { Chunk } from './chunk';
import { type ChunkGroup, groupChunks } from './chunkGroup';

/** A chunk, and what stands before it. */
export interface ChunkPlace {
  readonly index: number;
  readonly chunk: Chunk | undefined;
  readonly start: number;
  readonly linesBefore: number;
}

/** Chunks of a group, about: they are looked at one by one when one of them has changed. */
export const GROUP_SIZE = 64;

/** The chunks of a text in order, in groups. Immutable: a changed list shares all groups that have not changed. */
export class ChunkList {
  readonly groups: readonly ChunkGroup[];
  readonly #groupSize: number;
  /** By group: how many chunks, units of text and lines stand before it; one more than there are groups. */
  readonly #firsts: readonly number[];
  readonly #starts: readonly number[];
  readonly #linesBefore: readonly number[];

  constructor(groups: readonly ChunkGroup[], groupSize: number) {
    this.groups = groups;
    this.#groupSize = groupSize;
    this.#firsts = addUp(groups.map(({ chunks }) => chunks.length));
    this.#starts = addUp(groups.map(({ starts }) => starts.at(-1) ?? 0));
    this.#linesBefore = addUp(groups.map(({ linesBefore }) => linesBefore.at(-1) ?? 0));
  }

  /** How many chunks there are. */
  get count(): number {
    return this.#firsts.at(-1) ?? 0;
  }

  /** Of the whole text. */
  get length(): number {
    return this.#starts.at(-1) ?? 0;
  }

  get lineCount(): number {
    return this.#linesBefore.at(-1) ?? 0;
  }

  /** A chunk by its index; undefined beyond the last. */
  at(index: number): Chunk | undefined {
    const group = findLast(this.#firsts, index);
    return this.groups[group]?.chunks[index - (this.#firsts[group] ?? 0)];
  }

  startOf(index: number): number {
    const group = findLast(this.#firsts, index);
    return (this.#starts[group] ?? 0) + (this.groups[group]?.starts[index - (this.#firsts[group] ?? 0)] ?? 0);
  }

  startOfGroup(group: number): number {
    return this.#starts[group] ?? 0;
  }

  linesBeforeGroup(group: number): number {
    return this.#linesBefore[group] ?? 0;
  }

  /** The chunk that holds an offset; an offset on a boundary belongs to the chunk that begins there. */
  find(offset: number): ChunkPlace {
    const group = findLast(this.#starts, offset);
    return this.#place(group, findLast(this.groups[group]?.starts ?? [0], offset - (this.#starts[group] ?? 0)));
  }

  /** The chunk that holds a line, counted from 0. */
  findLine(line: number): ChunkPlace {
    const group = findLast(this.#linesBefore, line);
    return this.#place(group, findLast(this.groups[group]?.linesBefore ?? [0], line - (this.#linesBefore[group] ?? 0)));
  }

  slice(from: number, to: number): readonly Chunk[] {
    const found: Chunk[] = [];
    for (let index = from; index < to; ) {
      const group = findLast(this.#firsts, index);
      const first = this.#firsts[group] ?? 0;
      const own = this.groups[group]?.chunks.slice(index - first, to - first) ?? [];
      for (const chunk of own) found.push(chunk);
      if (own.length === 0) break;
      index += own.length;
    }
    return found;
  }

  /** The list with the chunks from `from` up to `to` replaced. */
  splice(from: number, to: number, fresh: readonly Chunk[]): ChunkList {
    let first = findLast(this.#firsts, from);
    let after = to > from ? findLast(this.#firsts, to - 1) + 1 : Math.min(first + 1, this.groups.length);
    const join = () => [
      ...this.slice(this.#firsts[first] ?? 0, from),
      ...fresh,
      ...this.slice(to, this.#firsts[after] ?? 0),
    ];
    // What would be a small group goes together with a neighbour.
    if (join().length < this.#groupSize / 2) {
      if (after < this.groups.length) after++;
      else if (first > 0) first--;
    }
    const fitted = groupChunks(join(), this.#groupSize);
    return new ChunkList([...this.groups.slice(0, first), ...fitted, ...this.groups.slice(after)], this.#groupSize);
  }

  /** The list with other chunks in some places. */
  replace(chunks: ReadonlyMap<number, Chunk>): ChunkList {
    if (chunks.size === 0) return this;
    const groups = this.groups.map((group, at) => {
      const first = this.#firsts[at] ?? 0;
      const isSame = group.chunks.every((_, i) => !chunks.has(first + i));
      if (isSame) return group;
      return groupChunks(
        group.chunks.map((chunk, i) => chunks.get(first + i) ?? chunk),
        this.#groupSize,
      );
    });
    return new ChunkList(groups.flat(), this.#groupSize);
  }

  /** Offset of the last `-->` in the chunks up to `to`, but for those before `from`; -1 without one. */
  findLastClose(from: number, to: number): number {
    for (let group = findLast(this.#firsts, Math.max(to - 1, 0)); group >= 0; group--) {
      const first = this.#firsts[group] ?? 0;
      const start = this.#starts[group] ?? 0;
      const { chunks = [], starts = [], lastClose = -1 } = this.groups[group] ?? {};
      if (first + chunks.length <= from) return -1;
      if (lastClose < 0) continue;
      for (let i = Math.min(chunks.length, to - first) - 1; i >= Math.max(from - first, 0); i--) {
        const close = chunks[i]?.commentMarks.lastClose ?? -1;
        if (close >= 0) return start + (starts[i] ?? 0) + close;
      }
    }
    return -1;
  }

  /** Whether what stands at the start of a chunk stands right under the title, as far as the chunks before say so. */
  followsTitle(index: number): boolean {
    let group = findLast(this.#firsts, index);
    const chunks = this.groups[group]?.chunks.slice(0, index - (this.#firsts[group] ?? 0)) ?? [];
    const near = chunks.findLast(({ leavesTitle }) => leavesTitle !== undefined)?.leavesTitle;
    if (near !== undefined) return near;
    while (--group >= 0) {
      const leaves = this.groups[group]?.leavesTitle;
      if (leaves !== undefined) return leaves;
    }
    return true;
  }

  #place(group: number, at: number): ChunkPlace {
    const own = this.groups[group];
    return {
      index: (this.#firsts[group] ?? 0) + at,
      chunk: own?.chunks[at],
      start: (this.#starts[group] ?? 0) + (own?.starts[at] ?? 0),
      linesBefore: (this.#linesBefore[group] ?? 0) + (own?.linesBefore[at] ?? 0),
    };
  }
}

/** 0, and the sums of the first one, two and so on. */
function addUp(values: readonly number[]): readonly number[] {
  const sums = [0];
  let sum = 0;
  for (const value of values) {
    sum += value;
    sums.push(sum);
  }
  return sums;
}

/** Index of the last of some sums, but for the total, that is not above a value. */
function findLast(sums: readonly number[], value: number): number {
  return findLastAtMost(sums, value, sums.length - 2);
}
