import type { FileToCheck } from '../../host/findFiles';
import type { BatchHost, CheckWorker } from './batchHost';
import type { CheckFile, CheckPlan } from './checkTask';
import { limitConcurrency } from './runTasks';

/** A thread has to load and warm up the engine, which takes as long as checking about so much text. */
const BYTES_PER_WORKER = 500_000;
/** Each thread takes memory. */
const MOST_WORKERS = 8;
/** So that a thread finds its next file waiting when it is done with one. */
const AHEAD = 2;

/** Checks files on as many threads as pay; `stop` ends the threads. */
export interface Pool {
  readonly check: CheckFile;
  readonly stop: () => Promise<void>;
}

/** Starts threads where the files are many enough; else files are checked by `checkHere`, as standard input always is. */
export async function startPool(
  files: readonly FileToCheck[],
  plan: CheckPlan,
  checkHere: CheckFile,
  host: BatchHost,
): Promise<Pool> {
  const here = limitConcurrency(checkHere, AHEAD);
  const count = host.startWorker ? await countWorkers(files, host) : 0;
  const workers: CheckWorker[] = [];
  // Threads start with the first file that needs one: files that the cache knows need none.
  const start = () => {
    while (workers.length < count && host.startWorker) workers.push(host.startWorker(plan));
    return workers;
  };
  const loads = new Map<CheckWorker, number>();
  const check = limitConcurrency(async (file) => {
    const worker = findIdlest(start(), loads);
    if (!worker) return here(file);
    loads.set(worker, (loads.get(worker) ?? 0) + 1);
    const result = await worker.check(file);
    loads.set(worker, (loads.get(worker) ?? 1) - 1);
    return result;
  }, count * AHEAD);
  return {
    check: (file) => (count < 2 || file.isInput ? here(file) : check(file)),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

async function countWorkers(files: readonly FileToCheck[], { threads, sizeOf }: BatchHost): Promise<number> {
  // A file is checked on one thread, however long it is.
  const most = Math.min(threads, MOST_WORKERS, files.length);
  let bytes = 0;
  for (const { file } of files) {
    if (bytes >= most * BYTES_PER_WORKER) break;
    bytes += await sizeOf(file);
  }
  return Math.min(most, Math.floor(bytes / BYTES_PER_WORKER));
}

function findIdlest(workers: readonly CheckWorker[], loads: ReadonlyMap<CheckWorker, number>): CheckWorker | undefined {
  const load = (worker: CheckWorker) => loads.get(worker) ?? 0;
  return [...workers].sort((a, b) => load(a) - load(b))[0];
}
