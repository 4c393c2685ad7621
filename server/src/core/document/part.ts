import type { Block, HeadingDraft } from './blockBuilder';
import type { ChunkGroup } from './chunks/chunkGroup';
import type { ChunkList } from './chunks/chunkList';
import type { Heading } from './documentModel';
import { isPlacedByOthers } from './headings';
import type { GroupSegments, Layout } from './layout';
import type { Segment } from './segments';

/** A heading with all that stands under it, or the text before the first heading: before a reader's eye cuts it further. */
export interface Part {
  /** With its level; its offsets count within the chunk of the first segment. */
  readonly heading?: Heading;
  /** Level of the heading, 0 without one. */
  readonly level: number;
  /** Those after the first one that have a heading are lines in bold, which may be labels within the section (see `splitPart.ts`). */
  readonly segments: readonly Segment[];
  /** Where in the first segment the part begins: what stands before are blank lines at the start of a document. */
  readonly start: number;
  readonly firstLine: number;
}

/** A block with its place in a part: offsets count from the part's start, and so do lines, from 0. */
export interface PlacedBlock {
  readonly block: Block;
  /** The heading that its line in bold may be; counts in the segment's chunk, as `block` does. */
  readonly subheading?: HeadingDraft;
  readonly segment: Segment;
  /** What to add to the offsets of the block. */
  readonly offset: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Where its first line starts. */
  readonly lineStart: number;
}

/** A part in its place. Offsets and lines count from the start of the document. */
export interface PlacedPart {
  readonly part: Part;
  readonly start: number;
  /** 1-based. */
  readonly line: number;
}

/** Where the chunks of a group stand in it. */
type Offsets = Pick<ChunkGroup, 'chunks' | 'starts' | 'linesBefore'>;

/** Puts the segments of a document together to parts, in order. */
export function groupParts({ groups }: Layout, chunks: ChunkList): readonly PlacedPart[] {
  const placed: PlacedPart[] = [];
  let state: ReadingState = { isOpen: false, takesSubheadings: false, levels: NO_LEVELS };
  groups.forEach((segments, at) => {
    const own = groupSegments(segments, chunks.groups[at] ?? NO_OFFSETS, state);
    const last = placed.at(-1);
    if (last && own.lead.length > 0) {
      const { part } = last;
      placed[placed.length - 1] = { ...last, part: { ...part, segments: [...part.segments, ...own.lead] } };
    }
    const start = chunks.startOfGroup(at);
    const lines = chunks.linesBeforeGroup(at);
    for (const one of own.parts) placed.push({ part: one.part, start: start + one.start, line: lines + one.line });
    state = own.after;
  });
  return placed;
}

const NO_OFFSETS: Offsets = { chunks: [], starts: [], linesBefore: [] };

/** What is known of the segments before, when one is read. */
interface ReadingState {
  /** There is a part that takes in what follows. */
  readonly isOpen: boolean;
  /** A line in bold without a number may be a label within the part that is open (`Part.segments`). */
  readonly takesSubheadings: boolean;
  readonly levels: Levels;
}

/** The parts that begin in a group of chunks. Places count from its start. */
interface GroupedSegments {
  readonly before: ReadingState;
  /** Segments that belong to the part which was open before. */
  readonly lead: readonly Segment[];
  readonly parts: readonly PlacedPart[];
  readonly after: ReadingState;
}

const kept = new WeakMap<GroupSegments, GroupedSegments>();

/** The parts of a group, found again only when it, or what it goes by, has changed. */
function groupSegments(segments: GroupSegments, offsets: Offsets, before: ReadingState): GroupedSegments {
  const known = kept.get(segments);
  if (known && isSameState(known.before, before)) return known;
  const lead: Segment[] = [];
  const parts: { readonly part: Part; readonly segments: Segment[]; readonly start: number; readonly line: number }[] =
    [];
  const levels = startLevels(before.levels);
  let { isOpen, takesSubheadings } = before;
  let at = 0;
  for (const segment of segments.segments) {
    while (offsets.chunks[at] !== segment.chunk && at < offsets.chunks.length) at++;
    const begin = (
      heading: Heading | undefined,
      level: number,
      { start, firstLine }: Pick<Part, 'start' | 'firstLine'>,
    ) => {
      const own = [segment];
      const part = { heading, level, segments: own, start, firstLine };
      const line = (offsets.linesBefore[at] ?? 0) + firstLine;
      parts.push({ part, segments: own, start: (offsets.starts[at] ?? 0) + start, line });
      isOpen = true;
    };
    const isSubheading = takesSubheadings && segment.asWords !== undefined && segment.heading?.number === undefined;
    if (segment.isMetadata) {
      isOpen = false;
      takesSubheadings = false;
    } else if (segment.heading && !isSubheading) {
      const heading = levels.place(segment.heading);
      begin(heading, heading.level, segment);
      takesSubheadings = mayHoldSubheadings(heading);
    } else if (segment.opensLevel !== undefined) {
      begin(undefined, segment.opensLevel, segment);
      takesSubheadings = false;
    } else if (isOpen) (parts.at(-1)?.segments ?? lead).push(segment);
    else {
      const first = findFirstWord(segment);
      if (first) begin(undefined, 0, first);
    }
  }
  const found = { before, lead, parts, after: { isOpen, takesSubheadings, levels: levels.state } };
  kept.set(segments, found);
  return found;
}

/** Under a title lines in bold are the headings of the paper, and under a box of key points they begin what stands apart from it. */
function mayHoldSubheadings(heading: Heading): boolean {
  return heading.level > 1 && !isPlacedByOthers(heading) && !heading.text.endsWith(':');
}

/** Where the body begins; undefined as long as there are only front matter and blank lines. */
function findFirstWord({ chunk, blocks, start, end }: Segment): Pick<Part, 'start' | 'firstLine'> | undefined {
  const from = Math.max(start, chunk.bodyStart);
  const offset = chunk.text.slice(from, end).search(/\S/);
  if (offset < 0) return undefined;
  // A line of special spaces is none to a reader, but may begin a paragraph in Markdown.
  const first = Math.min(from + offset, blocks[0]?.span.start ?? end);
  const firstLine = chunk.lines.placeAt(first).line;
  return { start: chunk.lines.startOf(firstLine), firstLine };
}

/** The levels of headings above, by which those below may go. */
interface Levels {
  /** Level of the nearest real heading. */
  readonly real: number;
  /** Level of the nearest heading with numbering of so many parts. */
  readonly byDepth: ReadonlyMap<number, number>;
}

const NO_LEVELS: Levels = { real: 0, byDepth: new Map() };

function isSameState(a: ReadingState, b: ReadingState): boolean {
  return a.isOpen === b.isOpen && a.takesSubheadings === b.takesSubheadings && isSameLevels(a.levels, b.levels);
}

function isSameLevels(a: Levels, b: Levels): boolean {
  if (a === b) return true;
  if (a.real !== b.real || a.byDepth.size !== b.byDepth.size) return false;
  for (const [depth, level] of a.byDepth) if (b.byDepth.get(depth) !== level) return false;
  return true;
}

/**
 * Gives headings their levels in order. One that has none of its own takes that of the nearest heading above with numbering of as
 * many parts (`4.3` in bold stands beside `## 4.2`), else one below the nearest real heading above.
 */
function startLevels(before: Levels) {
  const byDepth = new Map(before.byDepth);
  let { real } = before;
  const find = (heading: HeadingDraft, depth: number) => {
    if (heading.level !== undefined && heading.form !== 'atx-no-space') return heading.level;
    const beside = depth > 1 ? byDepth.get(depth) : undefined;
    return beside ?? heading.level ?? Math.min(real + 1, 6);
  };
  return {
    place(draft: HeadingDraft): Heading {
      const depth = countNumberParts(draft);
      const level = find(draft, depth);
      byDepth.set(depth, level);
      if (!isPlacedByOthers(draft)) real = level;
      return { ...draft, level };
    },
    get state(): Levels {
      return { real, byDepth };
    },
  };
}

/** 2 for `4.3`, 1 for `4` and `4A`; 0 without numbering, and for numbering in words or letters. */
function countNumberParts({ number }: HeadingDraft): number {
  return number !== undefined && /^[\d.]+[A-Ha-h]?$/.test(number) ? number.split('.').length : 0;
}

/** The blocks of a part with their places. */
export function placeBlocks({ segments, start, firstLine }: Part): readonly PlacedBlock[] {
  const placed: PlacedBlock[] = [];
  let offset = -start;
  let lines = -firstLine;
  segments.forEach((segment, at) => {
    if (at > 0) {
      offset -= segment.start;
      lines -= segment.firstLine;
    }
    const { lines: index } = segment.chunk;
    const { heading, asWords } = segment;
    const place = (block: Block, subheading?: HeadingDraft) => {
      const { start: from, end } = block.span;
      const line = index.placeAt(from).line;
      placed.push({
        block,
        subheading,
        segment,
        offset,
        firstLine: line + lines,
        lastLine: index.placeAt(Math.max(from, end - 1)).line + lines,
        lineStart: index.startOf(line) + offset,
      });
    };
    if (at > 0 && asWords) place(asWords, heading);
    for (const block of segment.blocks) place(block);
    offset += segment.end;
    lines += segment.endLine;
  });
  return placed;
}
