import type { Block, HeadingDraft } from './blockBuilder';
import type { Chunk } from './chunks/chunk';

/** The blocks of a chunk from one heading to the next, or to the chunk's end. Offsets and lines count within the chunk. */
export interface Segment {
  readonly chunk: Chunk;
  /** Absent for what stands before the first heading of the chunk. */
  readonly heading?: HeadingDraft;
  /** The heading's line as words, where it may turn out to be that. */
  readonly asWords?: Block;
  /** Without that of the heading. */
  readonly blocks: readonly Block[];
  readonly start: number;
  readonly end: number;
  /** Lines of front matter that belong to no section. */
  readonly isMetadata: boolean;
  /** The level of a section that begins here without a heading. */
  readonly opensLevel?: number;
  /** 1-based line at which it starts, and the one at which what follows starts. */
  readonly firstLine: number;
  readonly endLine: number;
}

/** Cuts the blocks of a chunk at their headings; the segments cover the chunk. `opensBody`: no other chunk with words stands before. */
export function cutSegments(chunk: Chunk, blocks: readonly Block[], opensBody: boolean): readonly Segment[] {
  const drafts: Draft[] = [...cutFrontMatter(chunk)];
  for (const block of blocks) {
    const line = chunk.lines.placeAt(block.span.start).line;
    const last = drafts.at(-1);
    const startsBelow = (drafts.length === 1 && !opensBody) || startsOnNewLine(line, last, chunk);
    if (block.heading && startsBelow)
      drafts.push({ ...NO_CONTENT, heading: block.heading, asWords: block.asWords, blocks: [], firstLine: line });
    else last?.blocks.push(block);
  }
  return drafts.map((draft, at): Segment => {
    const next = drafts[at + 1]?.firstLine;
    return {
      chunk,
      heading: draft.heading,
      asWords: draft.asWords,
      blocks: draft.blocks,
      isMetadata: draft.isMetadata,
      opensLevel: draft.opensLevel,
      firstLine: draft.firstLine,
      start: at === 0 ? 0 : chunk.lines.startOf(draft.firstLine),
      end: next === undefined ? chunk.text.length : chunk.lines.startOf(next),
      endLine: next ?? chunk.lines.count + 1,
    };
  });
}

interface Draft extends Pick<Segment, 'heading' | 'asWords' | 'isMetadata' | 'opensLevel' | 'firstLine'> {
  readonly blocks: Block[];
}

const NO_CONTENT = { isMetadata: false } as const;

/** Segments for the texts in front matter, and a last one to take what stands in the body before its first heading. */
function cutFrontMatter({ frontMatterBlocks, lines, bodyStart, text }: Chunk): readonly Draft[] {
  const drafts: Draft[] = [{ ...NO_CONTENT, blocks: [], firstLine: 1 }];
  for (const block of frontMatterBlocks) {
    const firstLine = lines.placeAt(block.span.start).line;
    const isMetadata = block.kind === 'metadata';
    const { heading, level: opensLevel } = block;
    const opens = heading !== undefined || opensLevel !== undefined || isMetadata;
    if (opens && firstLine > (drafts.at(-1)?.firstLine ?? 0))
      drafts.push({ heading, isMetadata, opensLevel, blocks: [], firstLine });
    else drafts.at(-1)?.blocks.push(block);
  }
  const next = lines.placeAt(bodyStart).line + 1;
  if (drafts.length > 1 && next <= lines.count && bodyStart < text.length)
    drafts.push({ ...NO_CONTENT, blocks: [], firstLine: next });
  return drafts;
}

/**
 * Whether a heading can have lines of its own: a second one on the same line cannot. What stands before the first one begins with its first
 * words, and gives all its lines away when there are none.
 */
function startsOnNewLine(line: number, before: Draft | undefined, chunk: Chunk): boolean {
  if (!before) return true;
  if (before.heading || before.isMetadata) return line > before.firstLine;
  const [first] = before.blocks;
  return first === undefined || line > chunk.lines.placeAt(first.span.start).line;
}
