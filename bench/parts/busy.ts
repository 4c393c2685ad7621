import { performance } from 'node:perf_hooks';
import type { BenchOptions, Figure } from '../figure';
import { nameSize } from '../figure';
import { generatePaper } from '../generatePaper';
import { type BenchServer, startServer } from '../measure/startServer';
import { median, percentile } from '../measure/statistics';

const URI = 'file:///bench/paper.md';
/** Something that every tenth paragraph refers to, and its definition at the end. */
const DEFINITION = '\n[shared source]: https://example.org/source\n';

interface GreatEdit {
  readonly what: string;
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** How long the server lets a small request wait while it opens a long paper, or reads an edit that changes everything after it. */
export async function measureBusy({ quick }: BenchOptions): Promise<readonly Figure[]> {
  const length = quick ? 100_000 : 1_000_000;
  const text = makeText(length);
  const figures: Figure[] = [];
  for (const edit of [undefined, ...listEdits(text, length)]) {
    const server = await startServer();
    const opening = server.open(URI, text).then(() => server.pull(URI));
    const whileOpening = await beatUntil(server, opening);
    if (edit === undefined) figures.push(...toFigures('opening', length, whileOpening));
    else {
      await server.type(URI, 2, edit.line, edit.character, edit.text);
      figures.push(...toFigures(edit.what, length, await beatUntil(server, server.pull(URI))));
    }
    await server.stop();
  }
  return figures;
}

function makeText(length: number): string {
  const paragraphs = generatePaper({ seed: 7, length }).split('\n\n');
  const isProse = (words: string) => /^[A-Z][a-z]/.test(words);
  return (
    paragraphs
      .map((words, at) => (at % 10 === 0 && isProse(words) ? `${words} See [shared source].` : words))
      .join('\n\n') + DEFINITION
  );
}

function listEdits(text: string, length: number): readonly GreatEdit[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith('## '));
  const paste = generatePaper({ seed: 8, length: length / 10 }).replace(/^---[\s\S]*?\n---\n/, '');
  return [
    { what: 'a fence opened at the start', line: first, character: 0, text: '~~~~~~~~\n' },
    { what: 'front matter closed earlier', line: 1, character: 0, text: '---\n' },
    { what: 'a heading added at the start', line: first, character: 0, text: '# Another part\n\n' },
    { what: 'a definition broken that is used throughout', line: lines.length - 2, character: 3, text: 'x' },
    { what: `${nameSize(length / 10)} pasted`, line: first, character: 0, text: paste },
  ];
}

/** Asks for next to nothing, again and again until the work is done: how long each answer took, in milliseconds. */
async function beatUntil(server: BenchServer, work: Promise<void>): Promise<readonly number[]> {
  let isDone = false;
  const ended = work.then(() => {
    isDone = true;
  });
  const waits: number[] = [];
  do {
    const asked = performance.now();
    await server.beat();
    waits.push(performance.now() - asked);
  } while (!isDone);
  await ended;
  return waits;
}

function toFigures(what: string, length: number, waits: readonly number[]): readonly Figure[] {
  const on = `${nameSize(length)}, ${what}`;
  return [
    {
      part: 'busy',
      what: 'a small request meanwhile',
      on,
      median: median(waits),
      p95: percentile(waits, 0.95),
      unit: 'ms',
    },
    { part: 'busy', what: 'the longest wait meanwhile', on, median: Math.max(...waits), unit: 'ms' },
  ];
}
