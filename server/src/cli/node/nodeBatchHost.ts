import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ENGINE_VERSION } from '../../packs/generated/engineVersion';
import type { BatchHost } from '../batch/batchHost';
import { createNodeFile } from './nodeFile';
import { openNodeScratch } from './nodeScratch';
import { startNodeWorker } from './nodeWorker';

/** A file that changed less long ago than this may change again within one tick of the file system's clock. */
const SETTLED_MILLISECONDS = 2000;

/** Threads, files and clocks of this computer. `bundles` is the folder of the bundles. */
export function createNodeBatchHost(bundles: string): BatchHost {
  return {
    engine: async () =>
      `${ENGINE_VERSION} ${createHash('sha256')
        .update(await readFile(join(bundles, 'commands.js')))
        .digest('base64')}`,
    stamp,
    sizeOf: async (path) => (await stat(path).catch(() => undefined))?.size ?? 0,
    openScratch: openNodeScratch,
    createFile: createNodeFile,
    readLines: (path) =>
      createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY }),
    threads: availableParallelism(),
    startWorker: (plan) => startNodeWorker(join(bundles, 'checkWorker.js'), plan),
  };
}

/** Size, inode and both times in nanoseconds: nobody can set the time of a change of status back. */
async function stamp(path: string): Promise<string | undefined> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  if (!stats?.isFile()) return undefined;
  const newest = Math.max(Number(stats.ctimeMs), Number(stats.mtimeMs));
  // A time that lies ahead tells nothing either.
  if (Math.abs(Date.now() - newest) < SETTLED_MILLISECONDS || newest > Date.now()) return undefined;
  return [stats.size, stats.ino, stats.mtimeNs, stats.ctimeNs].join('.');
}
