import type { Span } from '../text/span';
import { countWords } from '../text/words';
import { type Block, startBlock } from './blockBuilder';
import type { Cell, Row, Table, TextUnit } from './documentModel';
import { buildHeading } from './headings';
import type { InlineWords } from './readInline';
import type { Source } from './source';

/** A longer first cell is no label. */
const LONGEST_LABEL = 25;
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

type CellText = Pick<Cell, 'text'>;
interface RowText {
  readonly cells: readonly CellText[];
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
 * Whether a table is a form: labels, many of them questions unless the columns have no names, and beside them answers in whole passages.
 * All else is data: where a header says what stands in a column, where cells hold a word or two, and where all of it is one passage.
 */
export function isForm(header: readonly CellText[], rows: readonly RowText[]): boolean {
  if ((header.length !== 2 && header.length !== 0) || rows.some(({ cells }) => cells.length > 2)) return false;
  const fields = [...(isField(header) ? [{ cells: header }] : []), ...rows].filter(({ cells }) => cells.length === 2);
  if (fields.length < FEWEST_FIELDS) return false;
  const labels = fields.map(({ cells }) => cells[0]?.text.trim() ?? '');
  const answers = fields.map(({ cells }) => countWords(cells[1]?.text ?? ''));
  if (!labels.every(isLabel) || new Set(labels).size < labels.length) return false;
  if (!isWithoutNames(header) && labels.filter((label) => label.endsWith('?')).length < FEWEST_QUESTIONS) return false;
  return (
    answers.filter((words) => words >= SHORTEST_ANSWER).length * 2 >= answers.length &&
    answers.reduce((sum, words) => sum + words, 0) >= SHORTEST_FORM
  );
}

/** Whether a header is itself a field: a converted form has its first one there. */
export function isField([label, answer]: readonly CellText[]): boolean {
  return label !== undefined && answer !== undefined && isLabel(label.text) && !OVER_LABELS.test(label.text.trim());
}

/** Whether nobody has said what stands in the columns. */
function isWithoutNames(header: readonly CellText[]): boolean {
  const [label = '', answer = ''] = header.map(({ text }) => text.trim());
  return (
    answer === '' || countWords(answer) >= SHORTEST_ANSWER || (OVER_LABELS.test(label) && OVER_ANSWERS.test(answer))
  );
}

/**
 * The fields of a form as a reader takes them: each label is a heading, and the answer beside it is what stands below. Undefined where two
 * of them stand on one line, on which no second section can begin.
 */
export function readFields(rows: readonly ReadRow[], source: Source): readonly Block[] | undefined {
  const isApart = rows.every(({ row }, at) => startsBelow(row.span, rows[at - 1]?.row.span, source));
  return isApart ? rows.flatMap((read) => readField(read, source)) : undefined;
}

function isLabel(text: string): boolean {
  return /\p{L}/u.test(text) && countWords(text) <= LONGEST_LABEL;
}

/** On a line of its own: only there may a section begin. */
function startsBelow(span: Span, before: Span | undefined, { lines }: Source): boolean {
  return (
    before === undefined || lines.placeAt(span.start).line > lines.placeAt(Math.max(before.start, before.end - 1)).line
  );
}

function readField({ row, units }: ReadRow, source: Source): readonly Block[] {
  const [label, answer] = row.cells;
  const [words, ...images] = units;
  if (!label || !words) return [];
  const body = startBlock();
  const place = { quoted: false };
  const addImages = () => {
    for (const image of images) body.addImage(image.prose, image.span, place);
  };
  if (!answer) {
    body.addWords(sliceWords(words, label), label.span, place);
    addImages();
    return [body.build('other', row.span)];
  }
  const { prose } = sliceWords(words, label);
  const heading = buildHeading({ form: 'cell', span: label.span, prose }, source);
  body.addWords(sliceWords(words, answer), answer.span, place);
  addImages();
  const end = Math.max(label.span.end, row.span.start);
  return [
    ...(heading ? [startBlock().build('heading', { start: row.span.start, end }, { heading })] : []),
    body.build('other', { start: end, end: Math.max(row.span.end, end) }),
  ];
}

/** The words of one cell out of those of its row. */
function sliceWords({ prose, marks }: TextUnit, { start, end }: Cell): InlineWords {
  return {
    prose: { text: prose.text.slice(start, end), toSource: (from, to) => prose.toSource(start + from, start + to) },
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
    images: [],
  };
}
