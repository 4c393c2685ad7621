import { strict as assert } from 'node:assert';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Compares a whole report with the file that holds the expected one. `UPDATE_SNAPSHOTS=1` writes it anew; the change is then reviewed as a diff. */
export function matchGolden(actual: string, path: string): void {
  if (process.env.UPDATE_SNAPSHOTS) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  const hint = 'If the change is meant, run again with UPDATE_SNAPSHOTS=1 and review the difference.';
  assert.ok(existsSync(path), `${path} is missing. ${hint}`);
  assert.equal(actual, readFileSync(path, 'utf8').replace(/\r\n/g, '\n'), `Not as in ${path}. ${hint}`);
}
