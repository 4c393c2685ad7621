import { parentPort, workerData } from 'node:worker_threads';
import { loadConfig } from '../../host/loadConfig';
import { nodeFileSystem } from '../../host/nodeFileSystem';
import { openPrebuilt } from '../../host/prebuiltSource';
import type { CheckPlan } from '../batch/checkTask';
import { createChecker } from '../batch/createChecker';
import { createRulesOpener } from '../openRules';
import { readDocument } from '../readDocument';
import type { WorkerAnswer, WorkerTask } from './nodeWorker';

/** What a thread does that checks files: it is told names, reads them itself, and hands back what it found. `bundles` is the folder of the bundles. */
export function checkInThread(bundles: string): void {
  const plan = workerData as CheckPlan;
  const checker = prepare(plan, bundles);
  parentPort?.on('message', async ({ id, file }: WorkerTask) => {
    const result = await (await checker)(file);
    parentPort?.postMessage({ id, result } satisfies WorkerAnswer);
  });
}

async function prepare(plan: CheckPlan, bundles: string) {
  const io = {
    fileSystem: nodeFileSystem,
    cwd: plan.cwd,
    rulesFolder: plan.rulesFolder,
    prebuilt: openPrebuilt(bundles, nodeFileSystem),
  };
  const config = await loadConfig(plan.cwd, nodeFileSystem, plan.config);
  const openRules = createRulesOpener(io, config, plan.packs);
  return createChecker(plan, { config, openRules, read: (file) => readDocument(file, nodeFileSystem, plan.limit) });
}
