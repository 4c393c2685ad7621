import type { Lock } from '../packs/lock';
import { emptyLock, LOCK_NAME, parseLock } from '../packs/lock';
import { errorAt, startOfFile } from '../packs/packProblem';
import { MAX_CHARACTERS } from '../packs/readYaml';
import type { FileSystem } from './fileSystem';
import { explainRead } from './fileSystem';

/** Reads the lock of a folder; none is no fault. Never rejects. */
export async function loadLock(folder: string, fs: FileSystem): Promise<Lock> {
  const path = fs.resolve(folder, LOCK_NAME);
  const read = await fs.readText(path, MAX_CHARACTERS);
  if (read.kind === 'text') return parseLock({ path, text: read.text });
  const lock = emptyLock(path);
  if (read.kind === 'missing') return lock;
  return {
    ...lock,
    problems: [errorAt(startOfFile(path), 'unreadable', `the lock cannot be used: ${explainRead(read)}`)],
  };
}
