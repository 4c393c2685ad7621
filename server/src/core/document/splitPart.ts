import { type Block, countBlockWords } from './blockBuilder';
import type { Comment, Footnote, Heading, Section } from './documentModel';
import { byOffset, moveBlock, moveHeading, moveSpan } from './moveBlock';
import { type Part, type PlacedBlock, placeBlocks } from './part';
import { cutPassages } from './passages';
import { findPlainHeadings } from './plainHeadings';
import { makeSectionContent, type SectionContent } from './sectionContent';

/** Shorter text after a list is its closing line, not a text of its own. */
const SHORTEST_APART = 30;

/** Where a section of a part begins, counted in the part; lines from 0. */
interface Start {
  /** Index of its first block. */
  readonly block: number;
  readonly offset: number;
  readonly line: number;
  /** The heading that its first block is to a reader. Its level counts from that of the part. */
  readonly heading?: Heading;
}

/**
 * The sections of a part: one, unless a reader sees more although no heading says so. Lines that only read as headings open sections
 * (`findPlainHeadings`), ordinary text after a box of key points stands apart from it, and a long stretch without headings falls into
 * passages (`cutPassages`).
 */
export function splitPart(part: Part): readonly SectionContent[] {
  const blocks = placeBlocks(part);
  const starts = findStarts(part, blocks);
  const size = measure(part);
  const readText = startReading(part);
  return starts.map((start, at) => {
    const next = starts[at + 1];
    const end = next?.offset ?? size.length;
    const own = blocks.slice(start.heading ? start.block + 1 : start.block, next?.block);
    const footnotes = own.flatMap(({ block, offset }): Footnote[] =>
      block.footnote ? [{ ...block.footnote, span: moveSpan(block.span, offset - start.offset), section: 0 }] : [],
    );
    return makeSectionContent({
      ...findHeading(part, start, at === 0),
      ...gather(own, start.offset),
      comments: findComments(part, start.offset, end),
      footnotes,
      length: end - start.offset,
      lineCount: (next?.line ?? size.lines) - start.line,
      readText: () => readText(start.offset, end),
    });
  });
}

function findHeading(part: Part, start: Start, isFirst: boolean): Pick<Section, 'heading' | 'level'> {
  const { level } = part;
  if (start.heading) {
    const heading = { ...start.heading, level: Math.min(6, level + start.heading.level) };
    return { heading: moveHeading(heading, -start.offset), level: heading.level };
  }
  return { heading: isFirst ? part.heading && moveHeading(part.heading, -part.start) : undefined, level };
}

function findStarts(part: Part, blocks: readonly PlacedBlock[]): readonly Start[] {
  const first: Start = { block: 0, offset: 0, line: 0 };
  const plain = findPlainHeadings(blocks, part.level <= 1);
  if (plain.length > 0) {
    const starts = plain.flatMap(({ block, heading }): readonly Start[] => {
      const start = startAt(blocks, block);
      return start ? [{ ...start, heading }] : [];
    });
    return starts[0]?.offset === 0 && !part.heading ? starts : [first, ...starts];
  }
  if (!part.heading) return [first, ...findPassages(blocks, 0)];
  const apart =
    part.heading.form === 'cell'
      ? findAfterField(blocks)
      : part.heading.text.endsWith(':')
        ? findApart(blocks)
        : undefined;
  return apart === undefined
    ? [first]
    : [first, startAt(blocks, apart), ...findPassages(blocks, apart)].flatMap((s) => s ?? []);
}

function startAt(blocks: readonly PlacedBlock[], index: number): Start | undefined {
  const placed = blocks[index];
  return placed && { block: index, offset: placed.lineStart, line: placed.firstLine };
}

/** Where the passages after the first one begin; only at the start of a line. */
function findPassages(blocks: readonly PlacedBlock[], from: number): readonly Start[] {
  return cutPassages(blocks.slice(from).map(({ block }) => block)).flatMap((cut) => {
    const before = blocks[from + cut - 1];
    const start = startAt(blocks, from + cut);
    return start && before && start.line > before.lastLine ? [start] : [];
  });
}

/**
 * A heading that ends in a colon announces its list; what follows the list is no longer under it. Index of the first block
 * that stands apart: after at most one paragraph and a list, ordinary paragraphs.
 */
function findApart(blocks: readonly PlacedBlock[]): number | undefined {
  const content = blocks.map(({ block }, index) => ({ block, index })).filter(({ block }) => block.units.length > 0);
  const list = content.findIndex(({ block }) => block.kind === 'list');
  if (list < 0 || list > 1 || (list === 1 && content[0]?.block.kind !== 'paragraph')) return undefined;
  const next = content.slice(list).findIndex(({ block }) => block.kind !== 'list');
  const after = next < 0 ? undefined : content[list + next];
  if (!after || !isOrdinary(after.block)) return undefined;
  const words = blocks.slice(after.index).reduce((sum, { block }) => sum + countBlockWords(block), 0);
  return words >= SHORTEST_APART ? after.index : undefined;
}

/** What follows a form is no longer under its last label. Index of the first block after the answer; it says something. */
function findAfterField(blocks: readonly PlacedBlock[]): number | undefined {
  const answer = blocks[0];
  const after = blocks.findIndex(
    ({ block, firstLine }, at) =>
      at > 0 && block.units.length > 0 && block.kind !== 'footnote' && firstLine > (answer?.lastLine ?? 0),
  );
  return after < 0 ? undefined : after;
}

function isOrdinary(block: Block): boolean {
  return block.kind === 'paragraph' && block.units.some((unit) => unit.kind === 'paragraph');
}

function measure({ segments, start, firstLine }: Part): { readonly length: number; readonly lines: number } {
  let length = -start;
  let lines = -firstLine;
  segments.forEach((segment, at) => {
    length += segment.end - (at === 0 ? 0 : segment.start);
    lines += segment.endLine - (at === 0 ? 0 : segment.firstLine);
  });
  return { length, lines };
}

/** Reads a range of a part's text when it is first asked for. */
function startReading({ segments, start }: Part): (from: number, to: number) => string {
  return (from, to) => {
    let text = '';
    let at = 0;
    for (const [index, segment] of segments.entries()) {
      const begin = index === 0 ? start : segment.start;
      const length = segment.end - begin;
      if (at + length > from && at < to) {
        text += segment.chunk.text.slice(begin + Math.max(from - at, 0), begin + Math.min(to - at, length));
      }
      at += length;
    }
    return text;
  };
}

/** Comments that begin in a range of a part; offsets of what is returned count from `from`. */
function findComments({ segments, start }: Part, from: number, to: number): readonly Comment[] {
  const found: Comment[] = [];
  let at = 0;
  for (const [index, segment] of segments.entries()) {
    const begin = index === 0 ? start : segment.start;
    const offset = at - begin;
    for (const { span, textSpan } of segment.chunk.comments) {
      if (span.start < begin || span.start >= segment.end) continue;
      if (span.start + offset < from || span.start + offset >= to) continue;
      found.push({ span: moveSpan(span, offset - from), textSpan: moveSpan(textSpan, offset - from), section: 0 });
    }
    at += segment.end - begin;
  }
  return found;
}

function gather(blocks: readonly PlacedBlock[], start: number): Pick<Section, 'units' | 'tables' | 'lists'> {
  const units: Section['units'][number][] = [];
  const tables: Section['tables'][number][] = [];
  const lists: Section['lists'][number][] = [];
  for (const { block, offset } of blocks) {
    if (block.units.length + block.tables.length + block.lists.length === 0) continue;
    const before = { units: units.length, tables: tables.length, lists: lists.length };
    const moved = moveBlock(block, { ...byOffset(offset - start), ...before });
    for (const unit of moved.units) units.push(unit);
    for (const table of moved.tables) tables.push(table);
    for (const list of moved.lists) lists.push(list);
  }
  return { units, tables, lists };
}
