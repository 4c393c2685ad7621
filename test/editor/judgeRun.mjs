// Decides what a run in an extension host is worth. Silence is never success.
import { existsSync, readFileSync } from 'node:fs';

/**
 * `resultFile` is written by the suite itself, `exitCode` is what the host said. Both must be there and agree.
 * Returns the counts and, in `problems`, what was wrong with the run as a whole; each problem counts as one failure.
 */
export function judgeRun(resultFile, exitCode) {
  if (!existsSync(resultFile))
    return verdict([], [`no result file: the suite did not run to its end (exit code ${exitCode})`]);
  const { complete, tests } = JSON.parse(readFileSync(resultFile, 'utf8'));
  if (!complete) return verdict(tests, [`the suite stopped after ${tests.length} tests (exit code ${exitCode})`]);
  if (tests.length === 0) return verdict([], ['the suite has no tests']);
  const failed = tests.some((test) => test.error !== undefined);
  if (failed === (exitCode !== 0)) return verdict(tests, []);
  return verdict(tests, [
    `exit code ${exitCode}, but the result file says that ${failed ? 'a test' : 'no test'} failed`,
  ]);
}

function verdict(tests, problems) {
  const failed = tests.filter((test) => test.error !== undefined);
  return { tests, problems, passed: tests.length - failed.length, failed: failed.length + problems.length };
}
