import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { type Block, type HeadingDraft, moveIndices } from './blockBuilder';
import type { Heading, Section } from './documentModel';
import { cutPassages } from './passages';
import type { Source } from './source';

/** What will be a section: where it begins, and the blocks of its own body. */
interface Part {
  readonly firstLine: number;
  readonly heading?: Heading;
  readonly level: number;
  /** Belongs where the part before it belongs: what a reader sees as apart from the heading above. */
  readonly apart: boolean;
  readonly blocks: readonly Block[];
}

/** Shorter text after a list is its closing line, not a text of its own. */
const SHORTEST_APART = 30;

/**
 * Builds the sections of a document: one per heading, one for the text before the first heading, and two kinds that a reader
 * sees although no heading says so: ordinary text after a box of key points (`startsApart`), and the passages of a long
 * stretch without headings (`cutPassages`). From `bodyStart`, the end of the front matter, every line that is not a blank
 * line before the first section belongs to exactly one section.
 */
export function buildSections(blocks: readonly Block[], source: Source, bodyStart: number): readonly Section[] {
  return connect(splitParts(groupByHeading(blocks, source, bodyStart), source), source);
}

function groupByHeading(blocks: readonly Block[], source: Source, bodyStart: number): readonly Part[] {
  const firstLine = findFirstLine(source, bodyStart);
  if (firstLine === undefined) return [];
  const parts: { firstLine: number; heading?: Heading; level: number; apart: boolean; blocks: Block[] }[] = [];
  const headings: Heading[] = [];
  for (const block of blocks) {
    const line = source.lines.placeAt(block.span.start).line;
    const last = parts.at(-1);
    // A second heading on one line cannot have lines of its own.
    if (block.heading && (last === undefined || line > last.firstLine)) {
      if (last === undefined && line > firstLine) parts.push({ firstLine, level: 0, apart: false, blocks: [] });
      const heading = withLevel(block.heading, headings);
      headings.push(heading);
      parts.push({ firstLine: line, heading, level: heading.level, apart: false, blocks: [] });
    } else if (last) last.blocks.push(block);
    else if (block.span.end > bodyStart || block.units.length > 0)
      parts.push({ firstLine, level: 0, apart: false, blocks: [block] });
  }
  return parts.length > 0 ? parts : [{ firstLine, level: 0, apart: false, blocks: [] }];
}

function findFirstLine(source: Source, bodyStart: number): number | undefined {
  const offset = source.text.slice(bodyStart).search(/\S/);
  return offset < 0 ? undefined : source.lines.placeAt(bodyStart + offset).line;
}

/**
 * The level of a heading that has none of its own: that of the nearest heading above with numbering of as many parts
 * (`4.3` in bold stands beside `## 4.2`), else one below the nearest real heading above.
 */
function withLevel(heading: HeadingDraft, above: readonly Heading[]): Heading {
  if (heading.level !== undefined && heading.form !== 'atx-no-space') return { ...heading, level: heading.level };
  const depth = countNumberParts(heading);
  const beside = depth > 1 ? above.findLast((other) => countNumberParts(other) === depth) : undefined;
  const real = above.findLast((other) => other.form !== 'bold' && other.form !== 'label');
  return { ...heading, level: beside?.level ?? heading.level ?? Math.min((real?.level ?? 0) + 1, 6) };
}

/** 2 for `4.3`; 0 without numbering, and for numbering in words or letters. */
function countNumberParts({ number }: HeadingDraft): number {
  return number !== undefined && /^[\d.]+$/.test(number) ? number.split('.').length : 0;
}

function splitParts(parts: readonly Part[], source: Source): readonly Part[] {
  return parts.flatMap((part) => {
    if (!part.heading) return splitPassages(part, source);
    const at = part.heading.text.endsWith(':') ? findApart(part.blocks) : undefined;
    const begin = at === undefined ? undefined : part.blocks[at];
    if (at === undefined || !begin) return [part];
    const rest = {
      ...part,
      heading: undefined,
      apart: true,
      firstLine: lineOf(begin, source),
      blocks: part.blocks.slice(at),
    };
    return [{ ...part, blocks: part.blocks.slice(0, at) }, ...splitPassages(rest, source)];
  });
}

function splitPassages(part: Part, source: Source): readonly Part[] {
  const cuts = cutPassages(part.blocks).filter((cut) => opensLine(part.blocks[cut], part.blocks[cut - 1], source));
  return [0, ...cuts].map((from, i) => {
    const first = part.blocks[from];
    const firstLine = i === 0 || !first ? part.firstLine : lineOf(first, source);
    return { ...part, firstLine, blocks: part.blocks.slice(from, cuts[i]) };
  });
}

function opensLine(block: Block | undefined, before: Block | undefined, source: Source): boolean {
  if (!block || !before) return false;
  return lineOf(block, source) > source.lines.placeAt(Math.max(before.span.start, before.span.end - 1)).line;
}

function lineOf(block: Block, source: Source): number {
  return source.lines.placeAt(block.span.start).line;
}

/**
 * A heading that ends in a colon announces its list; what follows the list is no longer under it. Index of the first block
 * that stands apart: after at most one paragraph and a list, ordinary paragraphs.
 */
function findApart(blocks: readonly Block[]): number | undefined {
  const content = blocks.map((block, index) => ({ block, index })).filter(({ block }) => block.units.length > 0);
  const list = content.findIndex(({ block }) => block.kind === 'list');
  if (list < 0 || list > 1 || (list === 1 && content[0]?.block.kind !== 'paragraph')) return undefined;
  const next = content.slice(list).findIndex(({ block }) => block.kind !== 'list');
  const after = next < 0 ? undefined : content[list + next];
  if (!after || !isOrdinary(after.block)) return undefined;
  const words = blocks.slice(after.index).reduce((sum, block) => sum + countBlockWords(block), 0);
  return words >= SHORTEST_APART ? after.index : undefined;
}

function isOrdinary(block: Block): boolean {
  return block.kind === 'paragraph' && block.units.some((unit) => unit.kind === 'paragraph');
}

/** Words of all units of a block. */
export function countBlockWords(block: Block): number {
  return block.units.reduce((sum, unit) => sum + countWords(unit.prose.text), 0);
}

function connect(parts: readonly Part[], source: Source): readonly Section[] {
  const children = parts.map((): number[] => []);
  const open: { readonly level: number; readonly index: number }[] = [];
  return parts.map((part, index): Section => {
    if (part.level > 0) while ((open.at(-1)?.level ?? 0) >= part.level) open.pop();
    const parent = part.level > 0 ? open.at(-1)?.index : undefined;
    if (parent !== undefined) children[parent]?.push(index);
    if (part.level > 0) open.push({ level: part.level, index });
    const next = parts[index + 1]?.firstLine;
    const lastLine = next === undefined ? source.lines.count : next - 1;
    const span: Span = {
      start: source.lines.startOf(part.firstLine),
      end: next === undefined ? source.text.length : source.lines.startOf(next),
    };
    return {
      index,
      heading: part.heading,
      level: part.level,
      parent,
      children: children[index] ?? [],
      span,
      lineNumbers: [part.firstLine, lastLine],
      ...gather(part.blocks),
    };
  });
}

function gather(blocks: readonly Block[]): Pick<Section, 'units' | 'tables' | 'lists'> {
  const units: Section['units'][number][] = [];
  const tables: Section['tables'][number][] = [];
  const lists: Section['lists'][number][] = [];
  for (const block of blocks) {
    const moved = moveIndices(block, { units: units.length, tables: tables.length, lists: lists.length });
    for (const unit of moved.units) units.push(unit);
    for (const table of moved.tables) tables.push(table);
    for (const list of moved.lists) lists.push(list);
  }
  return { units, tables, lists };
}
