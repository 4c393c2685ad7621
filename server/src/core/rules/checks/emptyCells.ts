import type { Table } from '../../document/documentModel';
import { buildTermMatchers } from '../../signals/term';
import { hasLetterOrNumber } from '../../text/letters';
import type { Check } from '../check';
import { firstLine } from '../check';

/** Header cells whose cells a reader needs. */
const NEEDED = buildTermMatchers([
  'target(s)',
  'baseline(s)',
  'owner(s)',
  'measure(s)',
  'indicator(s)',
  'value(s)',
  'date',
  'by when',
  'timescale(s)',
  'timing',
  'due',
  'responsib*',
  'lead',
  'mitigat*',
  'source',
  'evidence',
  'target date',
  'number',
  'amount',
  'who',
  'action(s)',
  'benefit(s)',
  'kpi(s)',
  'outcome(s)',
]);

/** Tables whose needed cells are empty or say "to be developed": one finding for each table. */
export const emptyCellsCheck: Check = {
  kind: 'empty-cells',
  inSection(_rule, { content, matches: { section, units } }) {
    return section.tables.flatMap((table, at) => {
      const isPutOff = (row: number, column: number) => {
        const cell = table.rows[row]?.cells[column];
        const contexts = units[table.rows[row]?.unit ?? -1]?.contexts ?? [];
        return contexts.some(
          (c) =>
            cell &&
            (c.effect === 'placeholder' || c.effect === 'defer') &&
            !c.excused &&
            c.start >= cell.start &&
            c.end <= cell.end,
        );
      };
      const told = tellUnfilled(findUnfilled(table, isPutOff)) ?? tellBlank(table);
      if (!told) return [];
      const { message, about } = told;
      const span = firstLine(table.span, content);
      return [{ category: 'placeholder' as const, message, span, about: `table ${at} ${about}` }];
    });
  },
};

interface Told {
  readonly message: string;
  readonly about: string;
}

function tellUnfilled({ cells, of, headers }: ReturnType<typeof findUnfilled>): Told | undefined {
  if (cells === 0) return undefined;
  return {
    message: `Table: ${cells} of ${of} cells under ${headers.join(', ')} ${cells === 1 ? 'is' : 'are'} empty or still to be filled in.`,
    about: headers.join(' '),
  };
}

/** Most rows hold nothing at all, whatever their columns are called: a template that nobody has filled in. */
function tellBlank({ rows }: Table): Told | undefined {
  const blank = rows.filter(({ cells }) => cells.every(({ text }) => isEmpty(text))).length;
  if (blank < 2 || blank * 2 < rows.length) return undefined;
  return { message: `Table: ${blank} of ${rows.length} rows are empty.`, about: 'rows' };
}

function isEmpty(text: string): boolean {
  return !hasLetterOrNumber(text);
}

/** Cells that say "to be developed" count in any column but the first; empty ones where a reader needs what the header promises. */
function findUnfilled(table: Table, isPutOff: (row: number, column: number) => boolean) {
  let cells = 0;
  let of = 0;
  const headers: string[] = [];
  table.header.forEach((header, column) => {
    if (column === 0) return;
    const needed = NEEDED.some((m) => header.text.search(m) >= 0);
    const unfilled = table.rows.filter((row, at) => {
      return isPutOff(at, column) || (needed && isEmpty(row.cells[column]?.text ?? ''));
    }).length;
    if (unfilled === 0) return;
    of += table.rows.length;
    cells += unfilled;
    headers.push(header.text ? `“${header.text}”` : `column ${column + 1}`);
  });
  return { cells, of, headers };
}
