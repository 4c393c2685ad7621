import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze, parseDocument } from '../../server/src/core';
import { loadShippedRules } from '../../test/support/shippedRules';
import type { BenchOptions, Figure } from '../figure';
import { nameSize } from '../figure';
import { generatePaper } from '../generatePaper';
import { fullParse } from '../measure/fullParse';
import { measureHere } from '../measure/processorTime';
import { runProcess } from '../measure/runProcess';
import { median, percentile } from '../measure/statistics';
import { readVariedPapers } from '../variedPapers';

const OPTIONS = { type: 'business-case', stage: 'OBC', today: '2026-11-01' };

/** A first check of a text against reading it with remark-parse + GFM alone, in one process, by turns. */
export async function measureFirstCheck({ quick }: BenchOptions): Promise<readonly Figure[]> {
  const { rules } = await loadShippedRules();
  const figures: Figure[] = [];
  for (const [length, rounds] of quick
    ? ([
        [20_000, 2],
        [100_000, 2],
      ] as const)
    : ([
        [10_000, 40],
        [100_000, 15],
        [1_000_000, 5],
        [5_000_000, 3],
      ] as const)) {
    const text = generatePaper({ seed: 3, length });
    const check = () => analyze(parseDocument(text), rules, OPTIONS);
    // Both are warmed up: what starting costs is measured on whole processes.
    check();
    fullParse(text);
    const times: { readonly parse: number; readonly read: number; readonly check: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const parse = measureHere(() => fullParse(text));
      times.push({ parse, read: measureHere(() => parseDocument(text)), check: measureHere(check) });
    }
    const on = nameSize(length);
    figures.push(
      toFigure(
        'full remark-parse + GFM',
        on,
        times.map((t) => t.parse),
        'ms',
      ),
      toFigure(
        'first check',
        on,
        times.map((t) => t.check),
        'ms',
      ),
      toFigure(
        'first check ÷ full parse',
        on,
        times.map((t) => t.check / t.parse),
        'times',
      ),
      toFigure(
        'reading alone ÷ full parse',
        on,
        times.map((t) => t.read / t.parse),
        'times',
      ),
    );
    figures.push(...measureCmark(text, on));
  }
  return [...figures, ...measureVaried(quick, (text) => analyze(parseDocument(text), rules, OPTIONS))];
}

/** The same over papers of many words: all of them, again and again. */
function measureVaried(quick: boolean, check: (text: string) => void): readonly Figure[] {
  const papers = readVariedPapers(quick ? 10 : 1);
  const runs = Array.from({ length: quick ? 2 : 5 }, () => ({
    parse: measureHere(() => papers.map(fullParse)),
    check: measureHere(() => papers.map(check)),
  }));
  const on = `${papers.length} papers of our own fixtures`;
  return [
    toFigure(
      'full remark-parse + GFM',
      on,
      runs.map((run) => run.parse),
      'ms',
    ),
    toFigure(
      'check',
      on,
      runs.map((run) => run.check),
      'ms',
    ),
    toFigure(
      'check ÷ full parse',
      on,
      runs.map((run) => run.check / run.parse),
      'times',
    ),
  ];
}

function toFigure(what: string, on: string, values: readonly number[], unit: Figure['unit']): Figure {
  return { part: 'first-check', what, on, median: median(values), p95: percentile(values, 0.95), unit };
}

/** cmark-gfm, where it is installed: as fast as reading Markdown can be. */
function measureCmark(text: string, on: string): readonly Figure[] {
  if (spawnSync('cmark-gfm', ['--version']).error) return [];
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    writeFileSync(join(folder, 'paper.md'), text);
    const command = ['cmark-gfm', '--to', 'xml', '--sourcepos', '-e', 'table', 'paper.md'];
    const costs = Array.from({ length: 5 }, () => runProcess(command, folder));
    return [
      {
        part: 'first-check',
        what: 'cmark-gfm, whole process',
        on,
        median: median(costs.map((c) => c.processor)) * 1000,
        unit: 'ms',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
