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

/** Puts the tables of the parts that were measured into the page on performance; those of other parts stay as they stand there. */
export function writeTables(results: ReadonlyMap<string, PartResult>): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(START);
  const [old, after] = rest?.split(END) ?? [];
  if (before === undefined || old === undefined || after === undefined) {
    throw new Error(`${PAGE} lacks the place for the figures`);
  }
  const parts = new Map<string, string>();
  for (const part of old.split(/^### /m).slice(1)) parts.set(part.slice(0, part.indexOf('\n')), part.trim());
  for (const [name, { about, figures }] of results) {
    const machine = `Node ${about.node.slice(1)}, ${about.processors} processors (${about.model.trim()}).`;
    const warning = about.quick ? ' **Tried out on small inputs: these figures mean nothing.**' : '';
    parts.set(name, `${name}\n\n${machine}${warning}\n\n${printTable(figures)}`);
  }
  const tables = [...parts.values()].map((part) => `### ${part}\n`);
  writeFileSync(PAGE, `${before}${START}\n\n${tables.join('\n')}\n${END}${after}`);
}
