import type { PackProblem } from '../packs/packProblem';
import { printProblem } from '../report';
import type { Io } from './io';
import { describeTerminal } from './terminal';
import { toRunProblem } from './toRunProblem';

/** Prints problems of packs and configuration to standard error. True when one of them is an error. */
export async function reportPackProblems(problems: readonly PackProblem[], io: Io): Promise<boolean> {
  const terminal = describeTerminal(io, false, io.messages);
  for (const problem of problems) {
    const shown = await toRunProblem(problem, io.fileSystem, io.cwd);
    await io.messages.write(`${printProblem(shown, terminal).join('\n')}\n\n`);
  }
  return problems.some((problem) => problem.severity === 'error');
}
