import type { Run } from '../report';
import { allProblems, countReached } from '../report';

/** 0: nothing at or above the threshold. 1: something. 2: something of the run itself failed, whatever was found. */
export function decideExitCode(run: Run): 0 | 1 | 2 {
  if (allProblems(run).some((problem) => problem.severity === 'error')) return 2;
  return run.documents.some(({ open }) => countReached(open, run.failOn) > 0) ? 1 : 0;
}
