import type { Block, HeadingDraft } from './blockBuilder';
import type { Heading } from './documentModel';
import type { Segment } from './segments';

/** A heading with all that stands under it, or the text before the first heading: before a reader's eye cuts it further. */
export interface Part {
  /** With its level; its offsets count within the chunk of the first segment. */
  readonly heading?: Heading;
  /** Level of the heading, 0 without one. */
  readonly level: number;
  readonly segments: readonly Segment[];
  /** Where in the first segment the part begins: what stands before are blank lines at the start of a document. */
  readonly start: number;
  readonly firstLine: number;
}

/** A block with its place in a part: offsets count from the part's start, and so do lines, from 0. */
export interface PlacedBlock {
  readonly block: Block;
  readonly segment: Segment;
  /** What to add to the offsets of the block. */
  readonly offset: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Where its first line starts. */
  readonly lineStart: number;
}

/** Puts the segments of a document together to parts, in order. */
export function groupParts(segments: Iterable<Segment>): readonly Part[] {
  const parts: { heading?: Heading; level: number; segments: Segment[]; start: number; firstLine: number }[] = [];
  const levels = startLevels();
  let afterMetadata = false;
  for (const segment of segments) {
    const last = afterMetadata ? undefined : parts.at(-1);
    if (segment.isMetadata) {
      afterMetadata = true;
      continue;
    }
    if (segment.heading) {
      afterMetadata = false;
      const heading = levels.place(segment.heading);
      const { start, firstLine } = segment;
      parts.push({ heading, level: heading.level, segments: [segment], start, firstLine });
    } else if (last) last.segments.push(segment);
    else {
      const begin = findFirstWord(segment);
      if (!begin) continue;
      afterMetadata = false;
      parts.push({ level: 0, segments: [segment], ...begin });
    }
  }
  return parts;
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

/**
 * Gives headings their levels in order. One that has none of its own takes that of the nearest heading above with numbering of as
 * many parts (`4.3` in bold stands beside `## 4.2`), else one below the nearest real heading above.
 */
function startLevels() {
  const byDepth = new Map<number, number>();
  let real = 0;
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
      if (draft.form !== 'bold' && draft.form !== 'label') real = level;
      return { ...draft, level };
    },
  };
}

/** 2 for `4.3`; 0 without numbering, and for numbering in words or letters. */
function countNumberParts({ number }: HeadingDraft): number {
  return number !== undefined && /^[\d.]+$/.test(number) ? number.split('.').length : 0;
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
    for (const block of segment.blocks) {
      const { start: from, end } = block.span;
      const line = index.placeAt(from).line;
      placed.push({
        block,
        segment,
        offset,
        firstLine: line + lines,
        lastLine: index.placeAt(Math.max(from, end - 1)).line + lines,
        lineStart: index.startOf(line) + offset,
      });
    }
    offset += segment.end;
    lines += segment.endLine;
  });
  return placed;
}
