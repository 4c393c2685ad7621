import { CAPITAL, hasLetter, LETTER } from '../text/letters';
import { countWords } from '../text/words';
import type { Cell } from './documentModel';

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
const OVER_LABELS = new RegExp(
  `^(?:[${LETTER}]+ ){0,3}(?:question|field|item|section|heading|part|topic|prompt|criterion|criteria|requirement|category)s?$`,
  'i',
);
const OVER_ANSWERS =
  /^(?:(?:your |the )?(?:answer|response|entry|reply|comment)s?|value|details?|information|description|text|content|input)$/i;
/** A header of three columns says so of a list of questions with their answers: `No.`, `Question`, `Our response`. */
const OVER_NUMBERS = /^(?:(?:question|q)? ?(?:#|no\.?|nr\.?|number|ref\.?|reference|id)|q|question)?$/i;
const OVER_QUESTIONS = new RegExp(`^(?:[${LETTER}]+ ){0,3}questions?(?: text| wording)?$`, 'i');
const OVER_REPLIES = new RegExp(String.raw`^(?:[${LETTER}\d'\u2019]+ ){0,3}(?:answer|response|reply)s?$`, 'i');
/** The heading of a question that goes on. */
const FIRST_SENTENCE = /^[^.?!:]+(?:[.?!:](?!\s)[^.?!:]+)*[.?!:](?=\s)/u;
/** A question that a body asks of all goes on with the answers to choose from. */
const LONGEST_LISTED = 200;
/** A number, or a reference such as `B2` or `3.1`, in a cell of its own before the label. */
const REFERENCE = /^[A-Z]{0,2}\d{0,3}(?:[.)-]\d{0,3})*[.):]?$/i;
/** One question or several at the beginning of a cell, and what is answered. */
const INNER_QUESTION = /^((?:[^?|]{3,200}\?["')\]]*\s+)+)(?=\S)/u;
const INNER_NAME = new RegExp(String.raw`^([${CAPITAL}\d][^:|.?!]{2,80}):\s+(?=\S)`);

type CellText = Pick<Cell, 'text'>;
interface RowText {
  readonly cells: readonly CellText[];
}

/** A stretch of one cell, in UTF-16 units of its text; to its end where none is given. */
export interface CellPart {
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

/**
 * How a table is read as a form; undefined when it is data. It is a form where labels stand before answers in whole passages: beside them,
 * many labels being questions unless the columns have no names; at the beginning of the same cell, as questions or before a colon; or above
 * them. All else is data: where a header says what stands in a column, where cells hold a word or two, and where all of it is one passage.
 */
export function findForm(header: readonly CellText[], rows: readonly RowText[]): Form | undefined {
  return findPairs(header, rows) ?? findListed(header, rows) ?? findLoose(header, rows);
}

/** The same for a table whose header is marked as one, as in HTML: it is never a field. One that is no row of names says nothing. */
export function findMarkedForm(header: readonly CellText[], rows: readonly RowText[]): Form | undefined {
  const names = header.length === 2 ? header : [];
  return findPairs(names, rows, true) ?? findListed(header, rows) ?? findLoose([], rows);
}

/** Three columns that say what they are: numbers, questions of any length, and answers. */
function findListed(header: readonly CellText[], rows: readonly RowText[]): Form | undefined {
  const [numbers, questions, replies] = header.map(({ text }) => text.trim());
  if (header.length !== 3 || !OVER_NUMBERS.test(numbers ?? '')) return undefined;
  if (!OVER_QUESTIONS.test(questions ?? '') || !OVER_REPLIES.test(replies ?? '')) return undefined;
  const isListed = ({ cells: [number, question] }: RowText) =>
    number !== undefined && question !== undefined && isReference(number) && isLabel(question.text, LONGEST_LISTED);
  if (!rows.every(isListed)) return undefined;
  const fields = rows.map(({ cells }, row): Field => {
    const end = FIRST_SENTENCE.exec(cells[1]?.text ?? '')?.[0].length;
    return { row, label: { cell: 1, start: 0, end }, answerRow: row, answers: [{ cell: 2, start: 0 }] };
  });
  // The same may be asked of several things: what differs is the number.
  const isTold = new Set(rows.map(({ cells: [number] }) => number?.text.trim())).size === rows.length;
  return isTold && isLongEnough(fields, rows) ? { hasHeader: false, fields } : undefined;
}

function isReference({ text }: CellText): boolean {
  return /\d/.test(text) && REFERENCE.test(text.trim());
}

/** Two columns: labels, and beside them answers. */
function findPairs(header: readonly CellText[], rows: readonly RowText[], isMarked = false): Form | undefined {
  if ((header.length !== 2 && header.length !== 0) || rows.some(({ cells }) => cells.length > 2)) return undefined;
  const hasHeader = !isMarked && isField(header);
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
  return new Set(fields.map((field) => labelOf(field, rows))).size === fields.length && isLongEnough(fields, rows);
}

function isLongEnough(fields: readonly Field[], rows: readonly RowText[]): boolean {
  if (fields.length < FEWEST_FIELDS) return false;
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

function isLabel(text: string, longest = LONGEST_LABEL): boolean {
  return hasLetter(text) && countWords(text) <= longest;
}
