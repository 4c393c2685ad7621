import type { FileToCheck } from '../../host/findFiles';
import type { CheckFile, TaskOutcome } from './checkTask';

/** So many files may be under way: enough to keep every thread busy, few enough that what waits for its turn stays small. */
const UNDER_WAY = 32;

/** Checks files, several at a time, and yields what came of them in their order. `showTurn` is told whose turn it is. */
export async function* runTasks(
  files: readonly FileToCheck[],
  check: CheckFile,
  showTurn: (path: string, index: number) => void,
): AsyncGenerator<TaskOutcome> {
  const underWay: Promise<TaskOutcome>[] = [];
  let next = 0;
  const startNext = () => {
    const file = files[next++];
    if (file) underWay.push(check(file).then((result) => result.outcome));
  };
  while (next < UNDER_WAY && next < files.length) startNext();
  for (const [index, file] of files.entries()) {
    showTurn(file.path, index);
    const outcome = await underWay.shift();
    startNext();
    if (outcome) yield outcome;
  }
}

/** Lets at most so many calls run at a time; the others wait for their turn. */
export function limitConcurrency(check: CheckFile, most: number): CheckFile {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (file) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await check(file);
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
