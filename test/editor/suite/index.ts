import { writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Mocha from 'mocha';

interface TestResult {
  readonly title: string;
  /** Absent when the test passed. */
  readonly error?: string;
}

/**
 * What VS Code calls in its extension host: resolved means exit code 0, rejected means 1. Every `*.test.js` beside this file is run;
 * `EDITOR_ONLY` keeps the tests whose title holds its words. The results are written to the file that `EDITOR_RESULT` names.
 */
export async function run(): Promise<void> {
  const only = process.env.EDITOR_ONLY;
  const mocha = new Mocha({ timeout: 30_000, forbidOnly: true, forbidPending: true, reporter: 'spec', color: false });
  if (only) mocha.fgrep(only);
  const names = await readdir(__dirname);
  for (const name of names.sort()) if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  const tests: TestResult[] = [];
  // Written after each test: a run that gets stuck still says how far it came.
  const keep = (complete: boolean) => {
    const file = process.env.EDITOR_RESULT;
    if (file) writeFileSync(file, JSON.stringify({ complete, tests }, null, 2));
  };
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    const add = (result: TestResult) => {
      tests.push(result);
      keep(false);
    };
    runner.on('pass', (test) => add({ title: test.fullTitle() }));
    runner.on('fail', (test, error: unknown) => add({ title: test.fullTitle(), error: describe(error) }));
  });
  keep(true);
  if (failures > 0) throw new Error(`${failures} failed`);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
