import { Worker } from 'node:worker_threads';
import type { FileToCheck } from '../../host/findFiles';
import type { CheckWorker } from '../batch/batchHost';
import type { CheckPlan, CheckResult } from '../batch/checkTask';

const MEGABYTE = 1024 * 1024;
/** Room for short-lived values, in megabytes: more saves little time. */
const YOUNG_GENERATION = 48;
/**
 * Room for the engine, and for each megabyte of the largest file that is read, in megabytes. A bound makes a thread clear up sooner: without one,
 * threads grow to half as much again.
 */
const OLD_GENERATION = { engine: 128, perMegabyte: 96 };

/** What a thread is told, and what it answers. */
export interface WorkerTask {
  readonly id: number;
  readonly file: FileToCheck;
}
export interface WorkerAnswer {
  readonly id: number;
  readonly result: CheckResult;
}

/** Starts a thread that checks files by name and hands back what it found. A thread that dies takes only its files with it. */
export function startNodeWorker(bundle: string, plan: CheckPlan): CheckWorker {
  const worker = new Worker(bundle, {
    workerData: plan,
    resourceLimits: {
      maxYoungGenerationSizeMb: YOUNG_GENERATION,
      maxOldGenerationSizeMb: Math.ceil(OLD_GENERATION.engine + (OLD_GENERATION.perMegabyte * plan.limit) / MEGABYTE),
    },
  });
  const waiting = new Map<number, { readonly file: FileToCheck; readonly resolve: (result: CheckResult) => void }>();
  let fault: string | undefined;
  let tasks = 0;
  worker.on('message', ({ id, result }: WorkerAnswer) => {
    waiting.get(id)?.resolve(result);
    waiting.delete(id);
  });
  const fail = (reason: string) => {
    fault ??= reason;
    for (const { file, resolve } of waiting.values()) resolve(describeFault(file, fault));
    waiting.clear();
  };
  worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
  worker.on('exit', () => fail('its thread ended'));
  return {
    check: (file) =>
      new Promise((resolve) => {
        if (fault !== undefined) {
          resolve(describeFault(file, fault));
          return;
        }
        const id = tasks++;
        waiting.set(id, { file, resolve });
        worker.postMessage({ id, file } satisfies WorkerTask);
      }),
    stop: async () => {
      await worker.terminate();
    },
  };
}

function describeFault({ path }: FileToCheck, reason: string): CheckResult {
  const message = `the check itself failed on this file (${reason}). This is a fault of the program: please report it.`;
  const problems = [{ code: 'internal', severity: 'error', path, message } as const];
  return { outcome: { notChecked: { path, reason: 'unreadable', message }, problems } };
}
