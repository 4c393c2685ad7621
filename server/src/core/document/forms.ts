import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { type Block, type BlockBuilder, startBlock } from './blockBuilder';
import type { Cell, Row, Table, TextUnit } from './documentModel';
import { buildHeading } from './headings';
import { moveSpan } from './moveBlock';
import { type InlineWords, sliceInline } from './readInline';
import type { Source } from './source';

/** A longer first cell is no label. */
const LONGEST_LABEL = 25;
/** A longer label in the cell of its answer is a sentence, unless it is a question. */
const LONGEST_INNER_LABEL = 10;
/** Words of a cell that is a passage rather than an entry. */
const SHORTEST_ANSWER = 25;
/** Words of all answers together: a shorter form is one passage to a reader, whatever its fields. */
const SHORTEST_FORM = 150;
const FEWEST_FIELDS = 3;
const FEWEST_QUESTIONS = 2;
/** What a header says over the labels and over the answers of a form. */
const OVER_LABELS =
  /^(?:\p{L}+ ){0,3}(?:question|field|item|section|heading|part|topic|prompt|criterion|criteria|requirement|category)s?$/iu;
const OVER_ANSWERS =
  /^(?:(?:your |the )?(?:answer|response|entry|reply|comment)s?|value|details?|information|description|text|content|input)$/i;
/** A number, or a reference such as `B2` or `3.1`, in a cell of its own before the label. */
const REFERENCE = /^[A-Z]{0,2}\d{0,3}(?:[.)-]\d{0,3})*[.):]?$/i;
/** One question or several at the beginning of a cell, and what is answered. */
const INNER_QUESTION = /^((?:[^?|]{3,200}\?["')\]]*\s+)+)(?=\S)/u;
const INNER_NAME = /^([\p{Lu}\d][^:|.?!]{2,80}):\s+(?=\S)/u;

type CellText = Pick<Cell, 'text'>;
interface RowText {
  readonly cells: readonly CellText[];
}

/** A stretch of one cell, in UTF-16 units of its text; to its end where none is given. */
interface CellPart {
  readonly cell: number;
  readonly start: number;
  readonly end?: number;
}

/** Where a field stands in a table: its label, and in the same row or in the next one what is answered. */
interface Field {
  readonly row: number;
  readonly label: CellPart;
  readonly answerRow: number;
  readonly answers: readonly CellPart[];
}

/** How a table is read as a form. Rows of the header count before all others when `hasHeader`. */
export interface Form {
  readonly hasHeader: boolean;
  readonly fields: readonly Field[];
}

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
 * How a table is read as a form; undefined when it is data. It is a form where labels stand before answers in whole passages: beside them,
 * many labels being questions unless the columns have no names; at the beginning of the same cell, as questions or before a colon; or above
 * them. All else is data: where a header says what stands in a column, where cells hold a word or two, and where all of it is one passage.
 */
export function findForm(header: readonly CellText[], rows: readonly RowText[]): Form | undefined {
  return findPairs(header, rows) ?? findLoose(header, rows);
}

/** Two columns: labels, and beside them answers. */
function findPairs(header: readonly CellText[], rows: readonly RowText[]): Form | undefined {
  if ((header.length !== 2 && header.length !== 0) || rows.some(({ cells }) => cells.length > 2)) return undefined;
  const hasHeader = isField(header);
  const all = hasHeader ? [{ cells: header }, ...rows] : rows;
  const fields = all.flatMap(({ cells }, row): Field[] =>
    cells.length === 2 ? [{ row, label: { cell: 0, start: 0 }, answerRow: row, answers: [{ cell: 1, start: 0 }] }] : [],
  );
  if (fields.some(({ row }) => !isLabel(all[row]?.cells[0]?.text ?? ''))) return undefined;
  if (!isWithoutNames(header) && countQuestions(fields, all) < FEWEST_QUESTIONS) return undefined;
  return isAnswered(fields, all) ? { hasHeader, fields } : undefined;
}

/** Labels and answers in one cell, one above the other, or in more than two columns: here labels are told by what they say. */
function findLoose(header: readonly CellText[], rows: readonly RowText[]): Form | undefined {
  const withHeader = [{ cells: header }, ...rows];
  // Most tables ask nothing: they are not looked at any further.
  if (withHeader.filter(({ cells }) => cells.some(({ text }) => text.includes('?'))).length < FEWEST_QUESTIONS) return;
  const hasHeader = findLooseField(withHeader, 0) !== undefined;
  const all = hasHeader ? withHeader : rows;
  const fields = findLooseFields(all);
  if (countQuestions(fields, all) < FEWEST_QUESTIONS || !isAnswered(fields, all)) return;
  // Rows that are no fields are words between them: of more words than the fields, they are the table.
  const words = all.reduce((sum, { cells }) => sum + countAll(cells), 0);
  const ofFields = fields.reduce((sum, field) => sum + countAll(textsOf(field, all)), 0);
  return ofFields * 2 >= words ? { hasHeader, fields } : undefined;
}

function findLooseFields(rows: readonly RowText[]): readonly Field[] {
  const fields: Field[] = [];
  for (let row = 0; row < rows.length; row++) {
    const field = findLooseField(rows, row);
    if (!field) continue;
    fields.push(field);
    row = field.answerRow;
  }
  return fields;
}

function findLooseField(rows: readonly RowText[], row: number): Field | undefined {
  const filled = listFilled(rows[row]);
  const [first, ...others] = filled.length > 1 && REFERENCE.test(filled[0]?.text ?? '') ? filled.slice(1) : filled;
  if (!first) return undefined;
  const place = { row, answerRow: row };
  const label = { cell: first.cell, start: 0 };
  if (others.length > 0) {
    // Beside it, in one column or several.
    const answers = others.map(({ cell }) => ({ cell, start: 0 }));
    return isQuestion(first.text) ? { ...place, label, answers } : undefined;
  }
  const inner = (INNER_QUESTION.exec(first.text) ?? INNER_NAME.exec(first.text))?.[0];
  if (inner !== undefined && countWords(inner) <= (inner.includes('?') ? 2 * LONGEST_LABEL : LONGEST_INNER_LABEL)) {
    const rest = first.text.slice(inner.length);
    const end = inner.trimEnd().length;
    if (isPassage({ text: rest })) {
      return { ...place, label: { ...label, end }, answers: [{ cell: first.cell, start: inner.length }] };
    }
  }
  // Above it, in the next row.
  const below = listFilled(rows[row + 1]);
  const [answer] = below;
  if (!answer || below.length > 1 || !isQuestion(first.text) || !isPassage(answer)) return undefined;
  return { row, answerRow: row + 1, label, answers: [{ cell: answer.cell, start: 0 }] };
}

function listFilled(row: RowText | undefined): readonly { readonly cell: number; readonly text: string }[] {
  return (row?.cells ?? []).flatMap(({ text }, cell) => (text.trim() === '' ? [] : [{ cell, text }]));
}

function isQuestion(text: string): boolean {
  return isLabel(text) && /[?:]["')\]]*$/.test(text.trim());
}

function isPassage({ text }: CellText): boolean {
  return countWords(text) >= SHORTEST_ANSWER;
}

function countQuestions(fields: readonly Field[], rows: readonly RowText[]): number {
  return fields.filter((field) => labelOf(field, rows).endsWith('?')).length;
}

function labelOf({ row, label }: Field, rows: readonly RowText[]): string {
  return (rows[row]?.cells[label.cell]?.text ?? '').slice(label.start, label.end).trim();
}

function textsOf({ answerRow, answers }: Field, rows: readonly RowText[]): readonly CellText[] {
  return answers.map(({ cell, start, end }) => ({
    text: (rows[answerRow]?.cells[cell]?.text ?? '').slice(start, end),
  }));
}

function countAll(cells: readonly CellText[]): number {
  return cells.reduce((sum, { text }) => sum + countWords(text), 0);
}

/** Enough fields, each under a label of its own, with passages for answers, and more of them than one passage. */
function isAnswered(fields: readonly Field[], rows: readonly RowText[]): boolean {
  if (fields.length < FEWEST_FIELDS) return false;
  if (new Set(fields.map((field) => labelOf(field, rows))).size < fields.length) return false;
  const answers = fields.map((field) => countAll(textsOf(field, rows)));
  return (
    answers.filter((words) => words >= SHORTEST_ANSWER).length * 2 >= answers.length &&
    answers.reduce((sum, words) => sum + words, 0) >= SHORTEST_FORM
  );
}

/** Whether a header is itself a field: a converted form has its first one there. */
function isField([label, answer]: readonly CellText[]): boolean {
  return label !== undefined && answer !== undefined && isLabel(label.text) && !OVER_LABELS.test(label.text.trim());
}

/** Whether nobody has said what stands in the columns. */
function isWithoutNames(header: readonly CellText[]): boolean {
  const [label = '', answer = ''] = header.map(({ text }) => text.trim());
  return (
    answer === '' || countWords(answer) >= SHORTEST_ANSWER || (OVER_LABELS.test(label) && OVER_ANSWERS.test(answer))
  );
}

function isLabel(text: string): boolean {
  return /\p{L}/u.test(text) && countWords(text) <= LONGEST_LABEL;
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
