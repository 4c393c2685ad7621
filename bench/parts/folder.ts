import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchOptions, Figure } from '../figure';
import { type ProcessCost, runProcess } from '../measure/runProcess';
import { installPeers, PEERS, PROGRAMS, removePapers, writePapers } from '../peers';

const CACHE = '.inclusive-growth-cache';

/** A folder of papers of 20 KB: ours without and with a cache, two peers, and whether memory grows with the number of papers. */
export function measureFolder({ quick }: BenchOptions): readonly Figure[] {
  installPeers();
  const [few, many] = quick ? [40, 80] : [1000, 10_000];
  const folder = writePapers('folder', few, 20_000);
  const on = `${few} papers of 20 KB`;
  const figures: Figure[] = [];
  const measure = (what: string, command: readonly string[], where = on): ProcessCost => {
    const cost = runProcess(command, PEERS);
    const add = (unit: Figure['unit'], name: string, value: number) =>
      figures.push({ part: 'folder', what: `${what}, ${name}`, on: where, median: value, unit });
    add('s', 'on the clock', cost.wall);
    add('s', 'processor time', cost.processor);
    add('MB', 'peak memory', cost.peak);
    return cost;
  };
  const compare = (what: string, ratio: number, where = on) =>
    figures.push({ part: 'folder', what, on: where, median: ratio, unit: 'times' });
  const call = (name: keyof typeof PROGRAMS, path: string) => PROGRAMS[name]?.([path]) ?? [];
  // Papers must be old enough for their times to be relied on by the cache.
  const ours = measure('inclusive-growth', call('inclusive-growth', folder));
  const lint = measure('markdownlint-cli2', call('markdownlint-cli2', `${folder}/*.md`));
  const spell = measure('cspell', call('cspell', folder));
  compare('markdownlint-cli2 ÷ inclusive-growth, on the clock', lint.wall / ours.wall);
  compare('cspell ÷ inclusive-growth, on the clock', spell.wall / ours.wall);
  rmSync(join(PEERS, CACHE), { recursive: true, force: true });
  const first = measure('inclusive-growth --cache, first run', [...call('inclusive-growth', folder), '--cache']);
  const second = measure('inclusive-growth --cache, second run', [...call('inclusive-growth', folder), '--cache']);
  compare('first run ÷ second run with --cache, on the clock', first.wall / second.wall);
  rmSync(join(PEERS, CACHE), { recursive: true, force: true });
  const large = writePapers('large', many, 20_000);
  const all = measure('inclusive-growth', call('inclusive-growth', large), `${many} papers of 20 KB`);
  compare(`peak memory of ${many} ÷ ${few} papers`, all.peak / ours.peak, `${many} papers of 20 KB`);
  removePapers();
  return figures;
}
