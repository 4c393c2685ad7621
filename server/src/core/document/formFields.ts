import type { Span } from '../text/span';
import { type Block, type BlockBuilder, startBlock } from './blockBuilder';
import type { Row, Table, TextUnit } from './documentModel';
import type { CellPart, Form } from './forms';
import { buildHeading } from './headings';
import { moveSpan } from './moveBlock';
import { type InlineWords, sliceInline } from './readInline';
import type { Source } from './source';

/** A row of a table with what was read in it: the unit of its words first, then its images. */
export interface ReadRow {
  readonly row: Pick<Row, 'span' | 'cells'>;
  readonly units: readonly TextUnit[];
}

/** The rows of a table with their units, which are those of its block. */
export function rowsOf({ rows }: Table, units: readonly TextUnit[]): readonly ReadRow[] {
  return rows.map((row, at) => ({ row, units: units.slice(row.unit, rows[at + 1]?.unit) }));
}

/**
 * The fields of a form as a reader takes them: each label is a heading, and the answer is what stands below. `rows`: all of its rows, the
 * header before them where the form has one. Undefined where two of them stand on one line, on which no second section can begin.
 */
export function readFields({ fields }: Form, rows: readonly ReadRow[], source: Source): readonly Block[] | undefined {
  const isApart = rows.every(({ row }, at) => startsBelow(row.span, rows[at - 1]?.row.span, source));
  if (!isApart) return undefined;
  const labels = new Map(fields.map((field) => [field.row, field.label]));
  const answers = new Map(fields.map((field) => [field.answerRow, field.answers]));
  const blocks: Block[] = [];
  let body = startBlock();
  let span = { start: rows[0]?.row.span.start ?? 0, end: 0 };
  const endBody = () => {
    if (span.end > 0) blocks.push(body.build('other', span));
    body = startBlock();
  };
  rows.forEach((read, at) => {
    const { row } = read;
    const label = labels.get(at);
    const labelSpan = label && spanOfPart(label, read);
    if (labelSpan) {
      endBody();
      const prose = sliceWords(read, label)?.prose;
      const heading = prose && buildHeading({ form: 'cell', span: labelSpan, prose }, source);
      const end = Math.max(labelSpan.end, row.span.start);
      if (heading) blocks.push(startBlock().build('heading', { start: row.span.start, end }, { heading }));
      span = { start: end, end };
    }
    const parts = answers.get(at) ?? (label ? [] : row.cells.map((_, cell) => ({ cell, start: 0 })));
    addParts(body, read, parts);
    span = { start: span.start, end: Math.max(row.span.end, span.end) };
  });
  endBody();
  return blocks;
}

function addParts(body: BlockBuilder, read: ReadRow, parts: readonly CellPart[]): void {
  const place = { quoted: false };
  for (const part of parts) {
    const words = sliceWords(read, part);
    const span = spanOfPart(part, read);
    if (words && span) body.addWords(words, span, place);
  }
  for (const image of read.units.slice(1)) body.addImage(image.prose, image.span, place);
}

/** On a line of its own: only there may a section begin. */
function startsBelow(span: Span, before: Span | undefined, { lines }: Source): boolean {
  return (
    before === undefined || lines.placeAt(span.start).line > lines.placeAt(Math.max(before.start, before.end - 1)).line
  );
}

/** Where a part of a cell stands in the words of its row. */
function placeOf({ cell, start, end }: CellPart, { cells }: ReadRow['row']): Span | undefined {
  const found = cells[cell];
  return found && { start: found.start + start, end: end === undefined ? found.end : found.start + end };
}

/** Where a part of a cell stands in the source: with the markup of the cell on the sides where it reaches to its ends. */
function spanOfPart(part: CellPart, read: ReadRow): Span | undefined {
  const inRow = read.row.cells[part.cell]?.span;
  const cell = inRow && moveSpan(inRow, read.row.span.start);
  const words = sliceWords(read, part)?.prose;
  if (!cell || !words || (part.start === 0 && part.end === undefined)) return cell;
  const inner = words.toSource(0, words.text.length);
  return { start: part.start === 0 ? cell.start : inner.start, end: part.end === undefined ? cell.end : inner.end };
}

/** The words of a part of a cell, out of those of its row. */
function sliceWords({ row, units: [unit] }: ReadRow, part: CellPart): InlineWords | undefined {
  const place = placeOf(part, row);
  return unit && place && sliceInline(unit, place.start, place.end);
}
