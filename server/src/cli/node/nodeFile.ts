import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { explainFileError } from '../../host/nodeFileSystem';
import type { FileSink } from '../batch/batchHost';

/** Opens a file to be written from its beginning, or says why it cannot be. */
export async function createNodeFile(path: string): Promise<FileSink | string> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w');
    return {
      write: (text) => succeeds(file.appendFile(text)),
      close: () => succeeds(file.close()),
    };
  } catch (error) {
    return explainFileError(error);
  }
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
