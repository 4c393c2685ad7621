import { type Block, countBlockWords } from './blockBuilder';
import type { Comment, Footnote, Heading, Section } from './documentModel';
import { findItalicTitles } from './italicTitles';
import { findLeads } from './leads';
import { byOffset, moveBlock, moveHeading, moveSpan } from './moveBlock';
import { findOperativePart } from './operativePart';
import { type Part, type PlacedBlock, placeBlocks } from './part';
import { cutPassages } from './passages';
import { findPlainHeadings } from './plainHeadings';
import { makeSectionContent, type SectionContent } from './sectionContent';
import { findSubsections } from './subsections';
import { type Field, findFields } from './templateFields';

/** Shorter text after a list is its closing line, not a text of its own. */
const SHORTEST_APART = 30;

/** Where a section of a part begins, counted in the part; lines from 0. */
interface Start {
  /** Index of its first block. */
  readonly block: number;
  readonly offset: number;
  readonly line: number;
  /** The heading that its first block is to a reader. */
  readonly heading?: Heading;
  readonly level: number;
  /** What its first block says besides the heading. */
  readonly rest?: Block;
}

type Place = Pick<Start, 'block' | 'offset' | 'line'>;
type Found = Place & Pick<Start, 'heading' | 'rest'>;

/**
 * The sections of a part: one, unless a reader sees more although no heading says so. Lines in bold open sections where enough stands below
 * them (`findSubsections`), and so do lines that only read as headings (`findPlainHeadings`); ordinary text after a box of key points
 * stands apart from it, and a long stretch without headings falls into passages (`cutPassages`).
 */
export function splitPart(part: Part): readonly SectionContent[] {
  const blocks = placeBlocks(part);
  const starts = findStarts(part, blocks);
  const size = measure(part);
  const readText = startReading(part);
  return starts.map((start, at) => {
    const next = starts[at + 1];
    const end = next?.offset ?? size.length;
    const own = listBlocks(blocks, start, next?.block);
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

function listBlocks(
  blocks: readonly PlacedBlock[],
  { block: first, heading, rest }: Start,
  end: number | undefined,
): readonly PlacedBlock[] {
  const placed = blocks[first];
  const own = blocks.slice(heading ? first + 1 : first, end);
  return placed && rest ? [{ ...placed, block: rest }, ...own] : own;
}

function findHeading(part: Part, start: Start, isFirst: boolean): Pick<Section, 'heading' | 'level'> {
  const { heading, level } = start;
  if (heading) return { heading: moveHeading(heading, -start.offset), level };
  return { heading: isFirst ? part.heading && moveHeading(part.heading, -part.start) : undefined, level };
}

/** A heading with the blocks below it, up to the next one. */
interface Stretch {
  readonly start: Start;
  /** Absent before the first heading of a document. */
  readonly heading?: Heading;
  readonly level: number;
  readonly blocks: readonly PlacedBlock[];
  /** Index of the first of them in the part. */
  readonly from: number;
}

function findStarts(part: Part, blocks: readonly PlacedBlock[]): readonly Start[] {
  const { heading, level } = part;
  const cuts = findSubsections(blocks);
  const start = { block: 0, offset: 0, line: 0, level };
  const fields = cuts.length > 0 ? [] : findFields(blocks);
  if (fields.length > 0) return [start, ...fields.flatMap((field) => startField(field, blocks, level) ?? [])];
  const first = { start, heading, level, blocks: blocks.slice(0, cuts[0]), from: 0 };
  const others = cuts.flatMap((cut, at): readonly Stretch[] => {
    const own = startBelow(blocks, cut, level);
    const below = { blocks: blocks.slice(cut + 1, cuts[at + 1]), from: cut + 1 };
    return own ? [{ start: own, heading: own.heading, level: own.level, ...below }] : [];
  });
  return [first, ...others].flatMap(splitStretch);
}

/** Where the section of a line in bold begins. */
function startBelow(blocks: readonly PlacedBlock[], at: number, level: number): Start | undefined {
  const { subheading, offset = 0 } = blocks[at] ?? {};
  const place = startAt(blocks, at);
  if (!subheading || !place) return undefined;
  const heading = { ...moveHeading(subheading, offset), level: Math.min(6, level + 1) };
  return { ...place, heading, level: heading.level };
}

function startField({ block, lead }: Field, blocks: readonly PlacedBlock[], level: number): Start | undefined {
  if (!lead) return startBelow(blocks, block, level);
  const place = startAt(blocks, block);
  const heading = { ...lead.heading, level: Math.min(6, level + 1) };
  return place && { ...place, heading, level: heading.level, rest: lead.rest };
}

function splitStretch({ start, heading, level, blocks, from }: Stretch): readonly Start[] {
  const found = findStartsBelow(blocks, heading, level).map(
    (below): Start => ({ ...below, block: from + below.block, level: below.heading?.level ?? level }),
  );
  return found[0]?.offset === 0 && !heading ? found : [start, ...found];
}

/** Where sections begin below a heading; `block` counts in the blocks given. */
function findStartsBelow(blocks: readonly PlacedBlock[], above: Heading | undefined, level: number): readonly Found[] {
  const plain = findPlainHeadings(blocks, level <= 1);
  const titles = plain.length > 0 ? plain : findItalicTitles(blocks);
  if (titles.length > 0)
    return titles.flatMap(({ block, heading }): readonly Found[] => {
      const start = startAt(blocks, block);
      return start ? [{ ...start, heading: { ...heading, level: Math.min(6, level + heading.level) } }] : [];
    });
  const found = findLeads(blocks, above);
  const leads = found.length > 0 ? found : findOperativePart(blocks);
  if (leads.length > 0)
    return leads.flatMap(({ block, depth, heading, rest }): readonly Found[] => {
      const start = startAt(blocks, block);
      return start ? [{ ...start, heading: { ...heading, level: Math.min(6, level + depth) }, rest }] : [];
    });
  if (!above) return findPassages(blocks, 0);
  const apart =
    above.form === 'cell' ? findAfterField(blocks) : above.text.endsWith(':') ? findApart(blocks) : undefined;
  return apart === undefined ? [] : [startAt(blocks, apart), ...findPassages(blocks, apart)].flatMap((s) => s ?? []);
}

function startAt(blocks: readonly PlacedBlock[], index: number): Place | undefined {
  const placed = blocks[index];
  return placed && { block: index, offset: placed.lineStart, line: placed.firstLine };
}

/** Where the passages after the first one begin; only at the start of a line. */
function findPassages(blocks: readonly PlacedBlock[], from: number): readonly Place[] {
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
