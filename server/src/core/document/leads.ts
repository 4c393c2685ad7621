import { CAPITAL, LETTER, SMALL } from '../text/letters';
import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { type Block, type HeadingDraft, startBlock } from './blockBuilder';
import { CLAUSE_WORD, POINT_TITLE } from './clauseForms';
import type { Heading, TextUnit } from './documentModel';
import { moveSpan } from './moveBlock';
import { splitNumber } from './numbering';
import type { PlacedBlock } from './part';
import { sliceInline } from './readInline';
import { toRoman } from './romanNumber';

/** A heading that opens its paragraph, in a part: what follows it in the paragraph is text. */
export interface Lead {
  /** Index of its block. */
  readonly block: number;
  /** 1, or 2 for a point within a clause; 0 for what stands beside the heading above. */
  readonly depth: number;
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
const CLAUSE = new RegExp(
  `^(?:\\*\\*)?${CLAUSE_WORD}(\\d+(?:[.-]\\d+)*[a-z]?|[IVXL]{1,5}(?=[.:]))[.:)]?\\s+(?=[${CAPITAL}])`,
);
/** `95/20 To receive apologies`: what a minute is about goes over into what was said, so that its number alone is the heading. */
const MINUTE = new RegExp(String.raw`^(\d{1,4})\/(?:\d{2}|\d{4})(?=\s+[${CAPITAL}])`);

/** `(a) Licences: Each driver` · `B. Purpose. This`. */
const POINT = new RegExp(`^(?:\\(([a-z])\\)|([A-Z])[.)])\\s+${POINT_TITLE}(?=\\s+\\S)`);
/** A new sentence. */
const OPENS_SENTENCE = new RegExp(String.raw`^[${CAPITAL}][${SMALL}]*\s`);
const BOLD_LEAD = new RegExp(String.raw`^(?:\d{1,2}[.)] )?[${LETTER}]`);
const LONGEST_POINT = 10;
/** Words below each point, one with another. */
const SHORTEST_POINT = 15;

interface Candidate {
  readonly block: number;
  readonly kind: 'bold' | 'clause' | 'minute' | 'point';
  /** Of the unit's prose: where the heading ends, and where what follows begins. */
  readonly end: number;
  readonly restStart: number;
  readonly number?: readonly number[];
}

/**
 * Headings that open paragraphs: `**Coordination** -- words`, and the numbers of clauses and minutes. Several of one kind in a part, with
 * text of their own, make a structure. `above`: the heading of the blocks.
 */
export function findLeads(blocks: readonly PlacedBlock[], above?: Heading): readonly Lead[] {
  const found = blocks.flatMap(({ block }, at) => readCandidate(block, at) ?? []);
  if (found.length < FEWEST) return findNextNumbers(found, blocks, above);
  const ofKind = (wanted: Candidate['kind']) => found.filter(({ kind }) => kind === wanted);
  const clauses = [ofKind('clause'), ofKind('minute')].find((own) => own.length >= FEWEST && isInOrder(own)) ?? [];
  const points = keepRuns(ofKind('point'));
  const hasPoints = points.length >= FEWEST && isLongEnough(points, SHORTEST_POINT, blocks);
  if (clauses.length > 0 || hasPoints) {
    const below = clauses.length > 0 ? 2 : 1;
    return [...clauses, ...(hasPoints ? points : [])]
      .sort((a, b) => a.block - b.block)
      .flatMap((candidate) => toLead(candidate, candidate.kind === 'point' ? below : 1, blocks) ?? []);
  }
  const bold = ofKind('bold');
  return bold.length >= FEWEST && isLongEnough(bold, SHORTEST, blocks)
    ? bold.flatMap((candidate) => toLead(candidate, 1, blocks) ?? [])
    : findNextNumbers(found, blocks, above);
}

/** Fields with numbers in bold, which go on from the number of the one above in bold: what they hold is so short that it stands beside them. */
function findNextNumbers(
  found: readonly Candidate[],
  blocks: readonly PlacedBlock[],
  above: Heading | undefined,
): readonly Lead[] {
  if (above?.form !== 'bold' || !/^\d+$/.test(above.number ?? '')) return [];
  let last = Number(above.number);
  return found.flatMap((candidate) => {
    const lead = candidate.kind === 'bold' ? toLead(candidate, 0, blocks) : undefined;
    if (lead?.heading.number !== String(last + 1)) return [];
    last++;
    return [lead];
  });
}

/** The bold words that open a block of a part and end in a colon, as a label on the line of what it announces. */
export function readColonLead(blocks: readonly PlacedBlock[], at: number): Lead | undefined {
  const { block, subheading } = blocks[at] ?? {};
  const unit = block?.kind === 'paragraph' && !block.heading && !subheading ? block.units[0] : undefined;
  const candidate = unit && unit.kind === 'paragraph' && !unit.quoted ? readBoldLead(unit, at) : undefined;
  if (!unit || !candidate || !unit.prose.text.slice(0, candidate.restStart).trimEnd().endsWith(':')) return undefined;
  return toLead(candidate, 1, blocks);
}

/** The words that open a paragraph of a part, up to `end`, in UTF-16 units of its text: a comma behind them is of neither. */
export function readLead(blocks: readonly PlacedBlock[], at: number, end: number): Lead | undefined {
  const text = blocks[at]?.block.units[0]?.prose.text ?? '';
  const restStart = end + (/^,?\s*/.exec(text.slice(end))?.[0].length ?? 0);
  return toLead({ block: at, kind: 'clause', end, restStart }, 1, blocks);
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
  const point = POINT.exec(text);
  if (point && countWords(point[0]) <= LONGEST_POINT) {
    const end = point[0].length;
    const letter = (point[1] ?? point[2] ?? '').toUpperCase();
    return { block: at, kind: 'point', end, restStart: end + 1, number: [letter.charCodeAt(0) - 64] };
  }
  return readBoldLead(unit, at);
}

function toNumbers(number: string | undefined): readonly number[] {
  return (number ?? '').split(/[.-]/).map((part) => toRoman(part) ?? Number.parseFloat(part));
}

/** Bold words that open a paragraph and end in a colon, before a dash, or before a new sentence. */
function readBoldLead({ prose: { text }, marks }: TextUnit, at: number): Candidate | undefined {
  const [first] = marks;
  if (first?.kind !== 'strong' || first.start !== 0 || first.end >= text.length) return undefined;
  const lead = text.slice(0, first.end).trimEnd();
  const gap = /^\s*(?::|[\u2013\u2014-]{1,3}(?=\s))?\s*/.exec(text.slice(first.end))?.[0] ?? '';
  const restStart = first.end + gap.length;
  const isSetOff = lead.endsWith(':') || gap.trim() !== '' || OPENS_SENTENCE.test(text.slice(restStart));
  if (!isSetOff || /[.;,!]$/.test(lead) || !BOLD_LEAD.test(lead) || countWords(lead) > LONGEST_LEAD) return undefined;
  // Bold words on both sides are lines of a title page.
  if (marks.some(({ kind, start }) => kind === 'strong' && start > 0 && start <= restStart)) return undefined;
  return { block: at, kind: 'bold', end: lead.length, restStart };
}

function isLongEnough(candidates: readonly Candidate[], shortest: number, blocks: readonly PlacedBlock[]): boolean {
  const words = candidates.reduce((sum, { block, restStart }) => {
    const text = blocks[block]?.block.units[0]?.prose.text ?? '';
    return sum + countWords(text.slice(restStart));
  }, 0);
  return words / candidates.length >= shortest;
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

/**
 * Those whose letter comes after the one before, or is the first of a new row. A row of one is speech, as of a witness (`A. Yes, it did.`).
 */
function keepRuns(candidates: readonly Candidate[]): readonly Candidate[] {
  const letters = candidates.map(({ number: [letter = 0] = [] }) => letter);
  return candidates.filter((_, at) => {
    const letter = letters[at] ?? 0;
    return letter === 1 ? letters[at + 1] === 2 : letter === (letters[at - 1] ?? 0) + 1;
  });
}

function toLead(
  { block: at, kind, end, restStart }: Candidate,
  depth: number,
  blocks: readonly PlacedBlock[],
): Lead | undefined {
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
    depth,
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
