import { findButton } from './renderTable';

/** Makes the table one stop for the Tab key, with arrow keys, Home, End and their Ctrl forms inside. */
export function moveWithKeys(table: HTMLTableElement): void {
  makeStop(table, findButton(table, 1, 0) ?? findButton(table, 0, 1));
  table.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement) makeStop(table, target);
  });
  table.addEventListener('keydown', (event) => {
    const from = event.target;
    if (!(from instanceof HTMLButtonElement) || event.altKey || event.metaKey) return;
    const to = findTarget(table, from, event.key, event.ctrlKey);
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}

function findTarget(
  table: HTMLTableElement,
  from: HTMLButtonElement,
  key: string,
  ctrl: boolean,
): HTMLButtonElement | null {
  const row = Number(from.dataset.row);
  const column = Number(from.dataset.column);
  const lastRow = table.rows.length - 1;
  const lastColumn = (table.rows[0]?.cells.length ?? 1) - 1;
  switch (key) {
    case 'ArrowUp':
      return findButton(table, row - 1, column);
    case 'ArrowDown':
      return findButton(table, row + 1, column);
    case 'ArrowLeft':
      return findButton(table, row, column - 1);
    case 'ArrowRight':
      return findButton(table, row, column + 1);
    case 'Home':
      return ctrl ? findButton(table, 0, 1) : findButton(table, row, row === 0 ? 1 : 0);
    case 'End':
      return findButton(table, ctrl ? lastRow : row, lastColumn);
    default:
      return null;
  }
}

function makeStop(table: HTMLTableElement, button: HTMLButtonElement | null): void {
  for (const other of table.querySelectorAll('button[tabindex="0"]')) other.setAttribute('tabindex', '-1');
  button?.setAttribute('tabindex', '0');
}
