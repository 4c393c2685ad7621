import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { createNodeServerHost } from '../../server/src/node/nodeServerHost';
import { startClient } from '../../test/lsp/support/testClient';
import type { BenchOptions, Figure } from '../figure';
import { nameSize } from '../figure';
import { generatePaper } from '../generatePaper';

interface Kept {
  readonly open: number;
  readonly closed: number;
}

/** Heap that the server keeps for an open and for a closed document, in a process that collects its garbage before it looks. */
export function measureMemory({ quick }: BenchOptions): readonly Figure[] {
  return (quick ? [100_000] : [100_000, 1_000_000]).flatMap((length) => {
    const args = ['--expose-gc', process.argv[1] ?? '', 'memory-of', String(length)];
    const kept: Kept = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    const on = nameSize(length);
    return [
      { part: 'memory', what: 'heap kept for an open document', on, median: kept.open, unit: 'MB' },
      { part: 'memory', what: 'heap kept for a closed document', on, median: kept.closed, unit: 'MB' },
    ] as const;
  });
}

/** In the process of its own: the real server in memory, a document opened and closed several times. */
export async function printMemory(length: number): Promise<void> {
  const client = await startClient(createNodeServerHost({ rulesFolder: resolve('rules') }));
  const visit = async (uri: string, text: string) => {
    await client.open(uri, text);
    await client.pull(uri);
  };
  const leave = async (uri: string) => {
    await client.close(uri);
    // The last text that was looked at may still be held somewhere: a short one takes its place.
    await visit('file:///bench/short.md', 'Words.\n');
    await client.close('file:///bench/short.md');
  };
  // Whatever is made once is made by a first document, as long as the others: the automata know by then most of what papers hold.
  await visit('file:///bench/first.md', generatePaper({ seed: 1, length }));
  await leave('file:///bench/first.md');
  const before = measureHeap();
  const papers = 3;
  for (let at = 0; at < papers; at++) await visit(`file:///bench/${at}.md`, generatePaper({ seed: at + 2, length }));
  const open = measureHeap();
  for (let at = 0; at < papers; at++) await leave(`file:///bench/${at}.md`);
  const closed = measureHeap();
  console.log(JSON.stringify({ open: (open - before) / papers, closed: (closed - before) / papers } satisfies Kept));
  process.exit(0);
}

/** Heap in use once all garbage is gone, in MB. */
function measureHeap(): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  for (let round = 0; round < 3; round++) collect?.();
  return process.memoryUsage().heapUsed / 1e6;
}
