import type { Coverage, CoverageCell, CoverageSection, State } from '../../../../server/src/protocol/protocol';
import { stateWords } from '../../coverageWords';
import { element } from './element';

/** Beside the words, never instead of them. */
const marks: Readonly<Record<State, string>> = {
  present: '●',
  thin: '◐',
  missing: '○',
  waived: '⊘',
  'not-expected': '',
};

/**
 * The matrix: a row for each of `sections`, a column for each consideration. Every cell has one button, marked with `data-row` and `data-column`,
 * both from 0 and counting the headers. Row headers and cells carry `data-range`, column headers `data-consideration`.
 */
export function renderTable({ considerations }: Coverage, sections: readonly CoverageSection[]): HTMLTableElement {
  const corner = element('th', { scope: 'col' }, 'Section');
  const headers = considerations.map(({ id, question, title }, column) =>
    element(
      'th',
      { scope: 'col' },
      button(
        0,
        column + 1,
        { 'data-consideration': id, title: `${question} Opens the guidance.`, class: 'heading' },
        title,
      ),
    ),
  );
  const rows = sections.map((section, row) => renderRow(section, row + 1));
  return element(
    'table',
    { role: 'grid', 'aria-label': 'Sections by considerations' },
    element('thead', {}, element('tr', {}, corner, ...headers)),
    element('tbody', {}, ...rows),
  );
}

/** Puts the states of the same sections and considerations into a table that is there already, so that a reader's place in it is kept. */
export function updateTable(table: HTMLTableElement, sections: readonly CoverageSection[]): void {
  sections.forEach((section, row) => {
    const heading = findButton(table, row + 1, 0);
    heading?.setAttribute('data-range', JSON.stringify(section.range));
    section.cells.forEach((cell, column) => {
      const shown = findButton(table, row + 1, column + 1);
      const { range, ...face } = cellAttributes(cell);
      shown?.setAttribute('data-range', range);
      if (!shown || shown.getAttribute('aria-label') === face['aria-label']) return;
      for (const [name, value] of Object.entries(face)) shown.setAttribute(name, value);
      shown.replaceChildren(...cellFace(cell));
    });
  });
}

/** The button at a place, counted as in `renderTable`. */
export function findButton(table: HTMLElement, row: number, column: number): HTMLButtonElement | null {
  return table.querySelector(`button[data-row="${row}"][data-column="${column}"]`);
}

function renderRow(section: CoverageSection, row: number): HTMLTableRowElement {
  const heading = button(
    row,
    0,
    {
      class: 'heading',
      'data-range': JSON.stringify(section.range),
      title: section.kindTitle && `Taken for: ${section.kindTitle}`,
    },
    section.heading,
  );
  const cells = section.cells.map((cell, column) => {
    const { range, ...face } = cellAttributes(cell);
    return element('td', {}, button(row, column + 1, { ...face, 'data-range': range }, ...cellFace(cell)));
  });
  return element(
    'tr',
    {},
    element('th', { scope: 'row', class: `level-${Math.min(section.level, 6)}` }, heading),
    ...cells,
  );
}

function button(
  row: number,
  column: number,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  return element(
    'button',
    { type: 'button', tabindex: '-1', 'data-row': `${row}`, 'data-column': `${column}`, ...attributes },
    ...children,
  );
}

function cellAttributes({ range, state, words }: CoverageCell): {
  readonly [name: string]: string;
  readonly range: string;
} {
  const label = words.startsWith(stateWords[state]) ? words : `${stateWords[state]}: ${words}`;
  return { range: JSON.stringify(range), class: `state ${state}`, 'aria-label': label, title: label };
}

function cellFace({ state }: CoverageCell): readonly (Node | string)[] {
  if (state === 'not-expected') return [element('span', { 'aria-hidden': 'true' }, '–')];
  return [
    element('span', { class: 'mark', 'aria-hidden': 'true' }, marks[state]),
    element('span', {}, stateWords[state]),
  ];
}
