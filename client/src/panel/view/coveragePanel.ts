import type { Coverage, CoverageSection } from '../../../../server/src/protocol/protocol';
import { countStates, describeCounts } from '../../coverageWords';
import type { FromPanel, ToPanel } from '../messages';
import { element } from './element';
import { moveWithKeys } from './moveFocus';
import { renderTable, updateTable } from './renderTable';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPanel): void;
  setState(state: { readonly uri: string }): void;
};

const vscode = acquireVsCodeApi();
const main = document.getElementById('panel') ?? document.body;
const title = element('h1', {}, 'Coverage');
const about = element('p', {});
// Said aloud when it changes, and only then: once per change of state, not per key.
const totals = element('p', { role: 'status' });
const onlyOpen = element('input', { type: 'checkbox', id: 'only-open' });
const choice = element('p', {}, element('label', { for: 'only-open' }, onlyOpen, ' Only sections with something open'));
const scroll = element('div', { class: 'scroll' });
const detail = element('p', { class: 'detail' });
let latest: Coverage | null = null;
let shape = '';

main.append(element('header', {}, title, about, totals, choice), scroll, detail);
onlyOpen.addEventListener('change', () => show(latest, ''));
main.addEventListener('click', ({ target }) =>
  answerClick(target instanceof Element ? target.closest('button') : null),
);
main.addEventListener('focusin', ({ target }) => describe(target));
main.addEventListener('mouseover', ({ target }) => describe(target));
window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => show(data.coverage, data.words));
vscode.postMessage({ kind: 'ready' });

function show(coverage: Coverage | null, words: string): void {
  latest = coverage;
  choice.hidden = scroll.hidden = detail.hidden = coverage === null;
  if (!coverage) {
    title.textContent = 'Coverage';
    about.textContent = words;
    totals.textContent = '';
    return;
  }
  vscode.setState({ uri: coverage.uri });
  title.textContent = coverage.title ?? 'Coverage';
  about.textContent = [coverage.typeTitle, coverage.stageTitle].filter((part) => part !== undefined).join(', ');
  setChanged(totals, describeCounts(countStates(coverage.sections.flatMap(({ cells }) => cells))));
  showTable(coverage, coverage.sections.filter(isShown));
}

function showTable(coverage: Coverage, sections: readonly CoverageSection[]): void {
  const wanted = JSON.stringify([
    coverage.uri,
    coverage.considerations,
    sections.map(({ heading, level, kindTitle }) => [heading, level, kindTitle]),
  ]);
  const table = scroll.querySelector('table');
  if (table && wanted === shape) {
    updateTable(table, sections);
    return;
  }
  shape = wanted;
  const made = renderTable(coverage, sections);
  moveWithKeys(made);
  scroll.replaceChildren(made);
}

function isShown({ cells }: CoverageSection): boolean {
  return !onlyOpen.checked || cells.some(({ state }) => state === 'missing' || state === 'thin');
}

function answerClick(button: HTMLButtonElement | null): void {
  const { consideration, range } = button?.dataset ?? {};
  if (consideration) vscode.postMessage({ kind: 'guidance', consideration });
  if (range && latest) vscode.postMessage({ kind: 'show', uri: latest.uri, range: JSON.parse(range) });
}

/** The words of the cell under focus or pointer, for those who see no tooltip. A screen reader has them from the button. */
function describe(target: EventTarget | null): void {
  const button = target instanceof Element ? target.closest('button') : null;
  const cell = button?.closest('td');
  const heading = cell?.closest('tr')?.querySelector('th')?.textContent;
  const consideration = latest?.considerations[(cell?.cellIndex ?? 0) - 1]?.title;
  if (button && cell) detail.textContent = `${heading}, ${consideration}: ${button.getAttribute('aria-label')}`;
}

function setChanged(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
