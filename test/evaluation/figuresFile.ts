import { readFileSync, writeFileSync } from 'node:fs';
import type { Figures } from './collectFigures';
import { printFigures } from './printFigures';

const FILE = 'test/evaluation/figures.json';
export const PAGE = 'docs/detection.md';
const BLOCK = /(<!-- figures: written by `npm run eval -- --update` -->\n)[\s\S]*?(<!-- end of figures -->)/;

/** The figures last committed. */
export function readFigures(): Figures {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}

/** Writes the figures into the file and the page. Figures of a corpus that is not at hand stay what they were. */
export function writeFigures(figures: Figures): void {
  const kept = { ...figures, corpus: figures.corpus ?? readFigures().corpus };
  writeFileSync(FILE, `${JSON.stringify(kept, null, 2)}\n`);
  writeFileSync(PAGE, insertFigures(readFileSync(PAGE, 'utf8'), kept));
}

/** The page with the figures in their place. Throws when the page has no such place. */
export function insertFigures(page: string, figures: Figures): string {
  if (!BLOCK.test(page)) throw new Error(`${PAGE}: expected the comments that stand around the figures, found none`);
  return page.replace(BLOCK, (_, open: string, close: string) => `${open}\n${printFigures(figures)}\n\n${close}`);
}
