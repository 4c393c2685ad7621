import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { type Block, type HeadingDraft, startBlock } from './blockBuilder';
import type { TextUnit } from './documentModel';
import { moveSpan } from './moveBlock';
import { splitNumber } from './numbering';
import type { PlacedBlock } from './part';
import { sliceInline } from './readInline';

/** A heading that opens its paragraph, in a part: what follows it in the paragraph is text. */
export interface Lead {
  /** Index of its block. */
  readonly block: number;
  /** Without a level. Offsets count from the part's start. */
  readonly heading: Omit<HeadingDraft, 'level'>;
  /** The paragraph without the heading; its offsets count as those of the block do. */
  readonly rest: Block;
}

/** Fewer are words made bold, or numbers that a sentence begins with. */
const FEWEST = 3;
/** A longer lead is a statement. */
const LONGEST_LEAD = 14;
/** Words of each, one with another: fewer are the fields of a title page, or the entries of a list. */
const SHORTEST = 40;
/** `§ 4.01 Definitions.` · `Section 3. Review.` · `Article 2: Aims.` · `**Sec. 4. Terms. ** In this`, which a space keeps from being bold. */
const CLAUSE =
  /^(?:\*\*)?(?:§+ ?|(?:Section|SECTION|Sec\.|SEC\.|Article|ARTICLE) +)(\d+(?:[.-]\d+)*[a-z]?)[.:)]?\s+(?=\p{Lu})/u;
/** `95/20 To receive apologies`: what a minute is about goes over into what was said, so that its number alone is the heading. */
const MINUTE = /^(\d{1,4})\/(?:\d{2}|\d{4})(?=\s+\p{Lu})/u;

interface Candidate {
  readonly block: number;
  readonly kind: 'bold' | 'clause' | 'minute';
  /** Of the unit's prose: where the heading ends, and where what follows begins. */
  readonly end: number;
  readonly restStart: number;
  readonly number?: readonly number[];
}

/**
 * Headings that open paragraphs: `**Coordination** -- words`, and the numbers of clauses and minutes. Several of one kind in a part, with
 * text of their own, make a structure.
 */
export function findLeads(blocks: readonly PlacedBlock[]): readonly Lead[] {
  const found = blocks.flatMap(({ block }, at) => readCandidate(block, at) ?? []);
  for (const kind of ['clause', 'minute', 'bold'] as const) {
    const own = found.filter((candidate) => candidate.kind === kind);
    if (own.length >= FEWEST && (kind === 'bold' ? isLongEnough(own, blocks) : isInOrder(own)))
      return own.flatMap((candidate) => toLead(candidate, blocks) ?? []);
  }
  return [];
}

function readCandidate({ kind, units: [unit], heading }: Block, at: number): Candidate | undefined {
  if (kind !== 'paragraph' || heading || !unit || unit.kind !== 'paragraph' || unit.quoted) return undefined;
  const { text } = unit.prose;
  const clause = CLAUSE.exec(text);
  if (clause) {
    // `§ 4.01 DEFINITIONS. As used here`: the title goes to its full stop.
    const title = /^[^.:;]{2,80}[.:](?: ?\*\*)?/.exec(text.slice(clause[0].length))?.[0] ?? '';
    const end = countWords(title) <= LONGEST_LEAD ? clause[0].length + title.length : clause[0].trimEnd().length;
    return { block: at, kind: 'clause', end, restStart: end, number: toNumbers(clause[1]) };
  }
  const minute = MINUTE.exec(text);
  if (minute) {
    const end = minute[0].length;
    return { block: at, kind: 'minute', end, restStart: end, number: toNumbers(minute[1]) };
  }
  return readBoldLead(unit, at);
}

function toNumbers(number: string | undefined): readonly number[] {
  return (number ?? '').split(/[.-]/).map(Number.parseFloat);
}

/** Bold words that open a paragraph and end in a colon, before a dash, or before a new sentence. */
function readBoldLead({ prose: { text }, marks }: TextUnit, at: number): Candidate | undefined {
  const [first] = marks;
  if (first?.kind !== 'strong' || first.start !== 0 || first.end >= text.length) return undefined;
  const lead = text.slice(0, first.end).trimEnd();
  const gap = /^\s*(?::|[\u2013\u2014-]{1,3}(?=\s))?\s*/.exec(text.slice(first.end))?.[0] ?? '';
  const restStart = first.end + gap.length;
  const isSetOff = lead.endsWith(':') || gap.trim() !== '' || /^\p{Lu}\p{Ll}*\s/u.test(text.slice(restStart));
  if (!isSetOff || /[.;,!]$/.test(lead) || !/^\p{L}/u.test(lead) || countWords(lead) > LONGEST_LEAD) return undefined;
  // Bold words on both sides are lines of a title page.
  if (marks.some(({ kind, start }) => kind === 'strong' && start > 0 && start <= restStart)) return undefined;
  return { block: at, kind: 'bold', end: lead.length, restStart };
}

function isLongEnough(candidates: readonly Candidate[], blocks: readonly PlacedBlock[]): boolean {
  const words = candidates.reduce((sum, { block, restStart }) => {
    const text = blocks[block]?.block.units[0]?.prose.text ?? '';
    return sum + countWords(text.slice(restStart));
  }, 0);
  return words / candidates.length >= SHORTEST;
}

/** Each number comes after the one before. */
function isInOrder(candidates: readonly Candidate[]): boolean {
  return candidates.every(({ number = [] }, at) => {
    const before = candidates[at - 1]?.number;
    if (!before) return true;
    const differs = number.findIndex((part, place) => part !== before[place]);
    return differs >= 0 && (number[differs] ?? 0) > (before[differs] ?? 0);
  });
}

function toLead({ block: at, kind, end, restStart }: Candidate, blocks: readonly PlacedBlock[]): Lead | undefined {
  const placed = blocks[at];
  const unit = placed?.block.units[0];
  if (!placed || !unit) return undefined;
  const { block, segment, offset } = placed;
  const written = unit.prose.text.slice(0, end).trimEnd();
  const text = written.replaceAll('**', '').trimEnd();
  const { lines } = segment.chunk;
  const onFirstLine = (span: Span): Span => {
    const lineEnd = lines.endOf(lines.placeAt(span.start).line);
    return moveSpan({ start: span.start, end: Math.min(span.end, lineEnd) }, offset);
  };
  const words = unit.prose.toSource(0, written.length);
  const marked = kind === 'bold' ? unit.marks[0]?.span : undefined;
  const rest = startBlock();
  if (restStart < unit.prose.text.length) {
    const inline = sliceInline(unit, restStart, unit.prose.text.length);
    const { start } = inline.prose.toSource(0, 1);
    rest.addWords(inline, { start, end: unit.span.end }, { quoted: unit.quoted });
  }
  for (const image of block.units.slice(1)) rest.addImage(image.prose, image.span, { quoted: image.quoted });
  return {
    block: at,
    heading: {
      form: 'lead',
      span: onFirstLine(marked ?? words),
      textSpan: onFirstLine(words),
      text,
      ...splitNumber(text),
    },
    rest: rest.build('paragraph', block.span),
  };
}
