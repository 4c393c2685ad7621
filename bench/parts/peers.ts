import type { BenchOptions, Figure } from '../figure';
import { nameSize } from '../figure';
import { runProcess } from '../measure/runProcess';
import { median } from '../measure/statistics';
import { installPeers, PEERS, PROGRAMS, removePapers, writePapers } from '../peers';

/** Whole processes, ours and others, on the same paper. */
export function measurePeers({ quick }: BenchOptions): readonly Figure[] {
  installPeers();
  const figures: Figure[] = [];
  for (const length of quick ? [20_000] : [100_000, 1_000_000]) {
    const path = `${writePapers('one', 1, length)}/paper-00000.md`;
    const on = nameSize(length);
    const costs = Object.entries(PROGRAMS).map(([what, command]) => {
      const runs = Array.from({ length: quick ? 1 : 5 }, () => runProcess(command([path]), PEERS));
      return { what, processor: median(runs.map((r) => r.processor)), peak: median(runs.map((r) => r.peak)) };
    });
    const ours = costs[0]?.processor ?? Number.NaN;
    for (const { what, processor, peak } of costs) {
      figures.push({ part: 'peers', what: `${what}, processor time`, on, median: processor, unit: 's' });
      figures.push({
        part: 'peers',
        what: `${what}, processor time ÷ ours`,
        on,
        median: processor / ours,
        unit: 'times',
      });
      figures.push({ part: 'peers', what: `${what}, peak memory`, on, median: peak, unit: 'MB' });
    }
  }
  removePapers();
  return figures;
}
