import { readFileSync, writeFileSync } from 'node:fs';
import type { Figures } from './collectFigures';
import { printFigures } from './printFigures';

const FILE = 'test/evaluation/figures.json';
export const PAGE = 'docs/detection.md';

/** The figures last committed. */
export function readFigures(): Figures {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** Writes the figures into the file, and figures and worked examples into the page. Figures of a corpus that is not at hand stay. */
export function writeFigures(figures: Figures, examples: string): void {
  const { corpus, pages } = readFigures();
  const kept = { ...figures, corpus: figures.corpus ?? corpus, pages: figures.pages ?? pages };
  writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`);
  const page = readFileSync(PAGE, 'utf8');
  writeFileSync(PAGE, insertBlock(insertBlock(page, 'worked examples', examples), 'figures', printFigures(kept)));
}

/** The page with a text between the two comments that name it. Throws when the page has no such comments. */
export function insertBlock(page: string, name: string, text: string): string {
  const open = `<!-- ${name}: written by \`npm run eval -- --update\` -->`;
  const close = `<!-- end of ${name} -->`;
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`${PAGE}: expected \`${open}\` and \`${close}\`, found no such pair`);
  return `${page.slice(0, start)}${open}\n\n${text}\n\n${page.slice(end)}`;
}
