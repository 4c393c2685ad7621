import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure, PartResult } from './figure';

const PAGE = 'docs/performance.md';
const START = '<!-- figures: written by `npm run bench -- --write` -->';
const END = '<!-- end of figures -->';

/** Figures as a Markdown table. */
export function printTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, on, median, p95, unit }) => {
    const percentile = p95 === undefined ? '' : show(p95);
    return `| ${what} | ${on} | ${show(median)} | ${percentile} | ${unit} |`;
  });
  return ['| what | on | median | 95th percentile | unit |', '| --- | --- | ---: | ---: | --- |', ...rows].join('\n');
}

/** Three figures that count. */
function show(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/** Puts the tables of all parts into the page on performance, in the place of those that stand there. */
export function writeTables(results: ReadonlyMap<string, PartResult>): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE} lacks the place for the figures`);
  const parts = [...results].map(([name, { about, figures }]) => {
    const machine = `Node ${about.node.slice(1)}, ${about.processors} processors (${about.model.trim()}).`;
    const warning = about.quick ? ' **Tried out on small inputs: these figures mean nothing.**' : '';
    return `### ${name}\n\n${machine}${warning}\n\n${printTable(figures)}\n`;
  });
  writeFileSync(PAGE, `${before}${START}\n\n${parts.join('\n')}\n${END}${after}`);
}
