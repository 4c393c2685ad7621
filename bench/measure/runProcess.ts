import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a whole process took, with all that it started. */
export interface ProcessCost {
  /** Processor time in seconds. */
  readonly processor: number;
  /** Time on the clock in seconds. */
  readonly wall: number;
  /** Peak resident memory of the largest process, in MB. */
  readonly peak: number;
}

const TIME = '/usr/bin/time';

/** Runs a command to its end and measures it with GNU time. Its output is read and thrown away. Throws when it could not be run. */
export function runProcess(command: readonly string[], cwd: string): ProcessCost {
  if (!existsSync(TIME)) throw new Error(`${TIME} is missing: install the package \`time\`.`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'time');
  try {
    const { status, error, stdout, stderr } = spawnSync(TIME, ['-o', file, '-f', '%U %S %e %M', ...command], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { ...process.env, NO_COLOR: '1' },
    });
    // What was found shows in the exit code of some programs, as a number even; one that could not run says so, or nothing at all.
    const broke =
      /Cannot find (?:module|package)|SyntaxError|MODULE_NOT_FOUND/.test(stderr) ||
      (status !== 0 && stdout + stderr === '');
    // Ours says by 2 that a run failed.
    const failed = status === 2 && command.some((word) => word.endsWith('dist/cli.js'));
    if (error || status === null || broke || failed)
      throw new Error(`${command.join(' ')} ended with ${status}: ${error ?? stderr.slice(0, 500)}`);
    const [user = 0, system = 0, wall = 0, peak = 0] = (readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '')
      .split(' ')
      .map(Number);
    return { processor: user + system, wall, peak: peak / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
