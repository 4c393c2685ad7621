import { readdirSync, readFileSync } from 'node:fs';

/** Processor time of this process while `run` runs, all threads, in milliseconds: unlike time on the clock, it means something on a busy machine. */
export function measureHere(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Processor time that a process has used so far, all threads, in milliseconds. Linux only. */
export function readProcessorTime(pid: number): number {
  let nanoseconds = 0;
  for (const task of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // The thread has just ended.
    }
  }
  return nanoseconds / 1e6;
}
