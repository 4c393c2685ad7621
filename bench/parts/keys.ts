import { performance } from 'node:perf_hooks';
import type { BenchOptions, Figure } from '../figure';
import { nameSize } from '../figure';
import { generatePaper } from '../generatePaper';
import { fullParse } from '../measure/fullParse';
import { measureHere, readProcessorTime } from '../measure/processorTime';
import type { BenchServer } from '../measure/startServer';
import { startServer } from '../measure/startServer';
import { median, percentile } from '../measure/statistics';

const WORDS = 'and so it will be for all of them in the years to come ';
const LIST_ITEM = '- Lone parents in Walsall will be taken on by the contractor, and 40 of them by 2029.\n';
const TABLE_ROW = '| Lone parents in Walsall | 1,200 | 18% by 2028 | ONS, 2024 |\n';
/** Blocks so long that a key press must not read all of them. */
const BLOCKS = [
  { name: 'a table', length: 10_000, make: makeTable },
  { name: 'a table', length: 50_000, make: makeTable },
  { name: 'a list', length: 50_000, make: (length: number) => `\n${fill(LIST_ITEM, length)}\n` },
] as const;

function makeTable(length: number): string {
  return `\n| Group | Number | Change | Source |\n| --- | --- | --- | --- |\n${fill(TABLE_ROW, length)}\n`;
}

function fill(line: string, length: number): string {
  return line.repeat(Math.ceil(length / line.length));
}

/** Key presses through the real server over a real stream, at the start, in the middle and at the end, and inside long tables and lists. */
export async function measureKeys({ quick }: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const length of quick ? [20_000, 100_000] : [100_000, 1_000_000, 5_000_000]) {
    const text = generatePaper({ seed: 7, length });
    const parse = median(Array.from({ length: 3 }, () => measureHere(() => fullParse(text))));
    figures.push({ part: 'keys', what: 'full remark-parse + GFM', on: nameSize(length), median: parse, unit: 'ms' });
    const server = await startServer();
    await open(server, text);
    for (const [place, share] of [
      ['at the start', 0.02],
      ['in the middle', 0.5],
      ['at the end', 0.97],
    ] as const) {
      const on = `${nameSize(length)}, ${place}`;
      figures.push(...(await measurePresses(server, on, findProse(text, share), quick ? 10 : 100, parse)));
    }
    await server.stop();
  }
  for (const block of BLOCKS) figures.push(...(await measureBlock(block, quick)));
  return figures;
}

async function measureBlock(
  { name, length, make }: (typeof BLOCKS)[number],
  quick: boolean,
): Promise<readonly Figure[]> {
  const paper = generatePaper({ seed: 7, length: 100_000 });
  const at = paper.indexOf('\n## 3. ');
  const block = make(length);
  const text = paper.slice(0, at) + block + paper.slice(at);
  const line = text.slice(0, at + block.length / 2).split('\n').length;
  const server = await startServer();
  await open(server, text);
  const on = `100 KB, inside ${name} of ${nameSize(length)}`;
  const figures = await measurePresses(server, on, { line, character: 3 }, quick ? 10 : 100);
  await server.stop();
  return figures;
}

const URI = 'file:///bench/paper.md';

async function open(server: BenchServer, text: string): Promise<void> {
  version = 1;
  await server.open(URI, text);
  await server.pull(URI);
}

let version = 1;

async function measurePresses(
  server: BenchServer,
  on: string,
  { line, character }: { readonly line: number; readonly character: number },
  presses: number,
  parse?: number,
): Promise<readonly Figure[]> {
  const wall: number[] = [];
  const processor: number[] = [];
  for (let press = 0; press < presses; press++) {
    const [time, used] = [performance.now(), readProcessorTime(server.pid)];
    await server.type(URI, ++version, line, character + press, WORDS[press % WORDS.length] ?? ' ');
    await server.pull(URI);
    wall.push(performance.now() - time);
    processor.push(readProcessorTime(server.pid) - used);
  }
  const figure = (what: string, values: readonly number[]): Figure => ({
    part: 'keys',
    what,
    on,
    median: median(values),
    p95: percentile(values, 0.95),
    unit: 'ms',
  });
  const figures = [figure('key press, processor time', processor), figure('key press, to diagnostics', wall)];
  if (parse === undefined) return figures;
  const ratio = parse / median(processor);
  return [...figures, { part: 'keys', what: 'full parse ÷ key press', on, median: ratio, unit: 'times' }];
}

/** The beginning of the line of prose that stands nearest to so far into the text. */
function findProse(text: string, share: number): { readonly line: number; readonly character: number } {
  const lines = text.split('\n');
  const wanted = Math.floor(lines.length * share);
  const prose = lines.flatMap((words, line) => (/^[A-Z][a-z]+ [a-z]+ [^|]{40,}$/.test(words) ? [line] : []));
  const [line] = prose.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
  if (line === undefined) throw new Error('the paper has no line of prose');
  return { line, character: 1 };
}
