import type { Run } from '../report';
import { reaches } from '../report';

/** 0: nothing at or above the threshold. 1: something. 2: something of the run itself failed, whatever was found. */
export function decideExitCode(run: Run): 0 | 1 | 2 {
  if (run.problems.some((problem) => problem.severity === 'error')) return 2;
  const reached = run.documents.some(({ analysis }) =>
    analysis.findings.some((finding) => finding.waivedBy === undefined && reaches(finding.severity, run.failOn)),
  );
  return reached ? 1 : 0;
}
