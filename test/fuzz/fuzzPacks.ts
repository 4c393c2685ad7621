import { cpus } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { runFuzzCase } from './fuzzCase';

/**
 * Drives the loader with damaged packs: `npm run fuzz:packs -- [CASES] [FIRST SEED]`. Fails when a case throws, takes more than a second of processor
 * time, does not end, or when memory grows. The cases run in a worker, so that one that never ends is told with its seed.
 */
const MOST_MILLISECONDS = 1000;
const MOST_GROWTH = 32 * 1024 * 1024;
const PATIENCE = 20_000;
const STEP = 1000;

interface Progress {
  readonly seed: number;
  readonly done: boolean;
  readonly faults: readonly string[];
  readonly words: string;
}

if (isMainThread) watch();
else work(workerData as { first: number; cases: number });

/** Runs the worker, and says which case it is in when nothing is heard any more. */
function watch(): void {
  const [cases = 100_000, first = 1] = process.argv.slice(2).map(Number);
  const shared = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(import.meta.url), { workerData: { first, cases, shared } });
  let [last, since] = [0, Date.now()];
  const timer = setInterval(() => {
    const now = shared[0] ?? 0;
    if (now !== last) [last, since] = [now, Date.now()];
    else if (Date.now() - since > PATIENCE) fail(`seed ${now} does not end`);
  }, 500);
  const fail = (words: string) => {
    console.error(words);
    process.exit(1);
  };
  worker.on('message', ({ done, faults, words }: Progress) => {
    for (const fault of faults) console.error(fault);
    if (words !== '') console.log(words);
    if (!done) return;
    clearInterval(timer);
    process.exitCode = faults.length > 0 || process.exitCode ? 1 : 0;
  });
  worker.on('error', (error) => fail(error.stack ?? String(error)));
  console.log(`${cases} damaged packs from seed ${first}, ${cpus().length} processors`);
}

function work({ first, cases, shared }: { first: number; cases: number; shared?: Int32Array }): void {
  const tell = (progress: Progress) => parentPort?.postMessage(progress);
  const heaps: number[] = [];
  let [problems, used, slowest, slowestSeed, faulty] = [0, 0, 0, 0, 0];
  for (let seed = first; seed < first + cases; seed++) {
    if (shared) shared[0] = seed;
    const faults: string[] = [];
    try {
      const outcome = runFuzzCase(seed);
      problems += outcome.problems.length;
      used += outcome.used ? 1 : 0;
      if (outcome.milliseconds > slowest) [slowest, slowestSeed] = [outcome.milliseconds, seed];
      if (outcome.milliseconds > MOST_MILLISECONDS)
        faults.push(`seed ${seed} takes ${Math.round(outcome.milliseconds)} ms`);
    } catch (error) {
      faults.push(`seed ${seed} throws: ${error instanceof Error ? error.stack : String(error)}`);
    }
    faulty += faults.length;
    const at = seed - first + 1;
    if (at % STEP === 0) heaps.push(heapAfterCollection());
    if (faults.length > 0 || at % (STEP * 10) === 0)
      tell({
        seed,
        done: false,
        faults,
        words: at % STEP === 0 ? `${at}: ${Math.round((heaps.at(-1) ?? 0) / 1e6)} MB` : '',
      });
  }
  // The first thousands fill caches that are bounded; what comes after must stay level.
  const growth = heaps.length > 4 ? Math.max(...heaps.slice(-2)) - Math.max(...heaps.slice(1, 3)) : 0;
  const words = `${cases} cases: ${problems} problems reported, ${used} packs used in spite of the damage, slowest ${Math.round(slowest)} ms (seed ${slowestSeed}), heap ${growth < 0 ? '' : '+'}${(growth / 1e6).toFixed(1)} MB, ${faulty} faults`;
  const faults = growth > MOST_GROWTH ? [`memory grew by ${Math.round(growth / 1e6)} MB`] : [];
  if (faulty > 0) faults.push(`${faulty} faulty cases`);
  tell({ seed: first + cases, done: true, faults, words });
}

/** Bytes in use after a collection, which needs `--expose-gc`. */
function heapAfterCollection(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}
