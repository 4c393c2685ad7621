import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { BenchOptions, Figure } from '../figure';
import { generatePaper } from '../generatePaper';
import { readProcessorTime } from '../measure/processorTime';
import { runProcess } from '../measure/runProcess';
import { startServer } from '../measure/startServer';
import { median, percentile } from '../measure/statistics';

/** How long programs take to start: Node alone, ours, and the server until its first diagnostic. */
export async function measureStartup({ quick }: BenchOptions): Promise<readonly Figure[]> {
  const rounds = quick ? 2 : 15;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const text = generatePaper({ seed: 5, length: 10_000 });
  writeFileSync(join(folder, 'paper.md'), text);
  const cli = resolve('dist/cli.js');
  const commands: Readonly<Record<string, readonly string[]>> = {
    'node -e 0': ['-e', '0'],
    'inclusive-growth --version': [cli, '--version'],
    'inclusive-growth check of a 10 KB paper': [cli, 'check', 'paper.md', '--fail-on', 'never'],
  };
  try {
    const times = new Map(
      Object.keys(commands).map((what) => [what, { wall: [] as number[], processor: [] as number[] }]),
    );
    for (let round = 0; round < rounds; round++) {
      // By turns, so that a slow moment of the machine hits all alike.
      for (const [what, args] of Object.entries(commands)) {
        const cost = runProcess([process.execPath, ...args], folder);
        times.get(what)?.wall.push(cost.wall * 1000);
        times.get(what)?.processor.push(cost.processor * 1000);
      }
    }
    const node = times.get('node -e 0')?.processor ?? [];
    const version = times.get('inclusive-growth --version')?.processor ?? [];
    return [
      ...[...times].flatMap(([what, { wall, processor }]) => [
        figure(`${what}, processor time`, processor, 'ms'),
        figure(`${what}, on the clock`, wall, 'ms'),
      ]),
      { ...figure('--version ÷ node -e 0', [], 'times'), median: median(version) / median(node) },
      ...(await measureServer(text, rounds)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureServer(text: string, rounds: number): Promise<readonly Figure[]> {
  const wall: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    const server = await startServer();
    await server.open('file:///bench/paper.md', text);
    await server.pull('file:///bench/paper.md');
    wall.push(performance.now() - started);
    processor.push(readProcessorTime(server.pid));
    await server.stop();
  }
  const what = 'start of the server to first diagnostics of a 10 KB paper';
  return [figure(`${what}, on the clock`, wall, 'ms'), figure(`${what}, processor time`, processor, 'ms')];
}

function figure(what: string, values: readonly number[], unit: Figure['unit']): Figure {
  return {
    part: 'startup',
    what,
    on: '',
    median: median(values),
    p95: values.length > 0 ? percentile(values, 0.95) : undefined,
    unit,
  };
}
