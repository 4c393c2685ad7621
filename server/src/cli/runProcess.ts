import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { localDate } from '../host/localDate';
import { listInstalledExtensions } from '../host/nodeExtensions';
import { nodeFileSystem } from '../host/nodeFileSystem';
import { openPrebuilt } from '../host/prebuiltSource';
import type { OutputStream } from './io';
import { createNodeBatchHost } from './node/nodeBatchHost';
import { run } from './run';
import { watchFolders } from './watchFolders';

/** Runs the program with this process's arguments, streams and files. The packs that ship are beside the folder of the bundles. */
export function runProcess(bundles: string): void {
  run(process.argv.slice(2), {
    fileSystem: nodeFileSystem,
    realPath: (path) => realpath(path).catch(() => path),
    cwd: process.cwd(),
    rulesFolder: join(bundles, '..', 'rules'),
    prebuilt: openPrebuilt(bundles, nodeFileSystem),
    listContributed: () => listInstalledExtensions(process.env),
    // Few runs fetch anything: what speaks to the net is loaded by those only.
    download: async (address) => (await import('../host/nodeDownload')).download(address),
    env: process.env,
    output: openStream(process.stdout),
    messages: openStream(process.stderr),
    readInput,
    watchFolders,
    batch: createNodeBatchHost(bundles),
    today: () => localDate(),
    milliseconds: () => performance.now(),
  }).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      // A fault of ours: 1 would say that something was found.
      process.stderr.write(
        `inclusive-growth: unexpected fault: ${error instanceof Error ? error.stack : String(error)}\n`,
      );
      process.exitCode = 2;
    },
  );
}

function openStream(stream: NodeJS.WriteStream): OutputStream {
  // A reader that stops early, such as `head`, is no fault of the run.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (text) => new Promise((resolve) => stream.write(text, () => resolve())),
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
  };
}

async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
