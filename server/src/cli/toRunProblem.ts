import type { FileSystem } from '../host/fileSystem';
import { showPath } from '../host/nodePaths';
import type { PackProblem } from '../packs/packProblem';
import type { RunProblem } from '../report';

/** So many lines are shown before and after the place. */
const AROUND = 1;

/** A problem of a pack or of the configuration, with the lines around it. */
export async function toRunProblem(problem: PackProblem, fs: FileSystem, cwd: string): Promise<RunProblem> {
  const { code, message, severity, line, column, endLine, endColumn } = problem;
  // What was given as an address is no path.
  if (/^[a-z]+:\/\//i.test(problem.path)) return { code, message, severity, path: problem.path };
  const path = showPath(fs.resolve(cwd, problem.path), cwd);
  const read = await fs.readText(fs.resolve(cwd, problem.path));
  // Inside an archive the place holds though the file cannot be shown; of a file that cannot be read there is none.
  if (read.kind !== 'text')
    return problem.words === undefined
      ? { code, message, severity, path }
      : { code, message, severity, path, line, column, endLine, endColumn };
  return { code, message, severity, path, line, column, endLine, endColumn, excerpt: findExcerpt(read.text, line) };
}

/** Lines around a 1-based line. */
export function findExcerpt(text: string, line: number): RunProblem['excerpt'] {
  const lines = text.split(/\r\n|\r|\n/);
  const first = Math.max(1, line - AROUND);
  return lines.slice(first - 1, line + AROUND).map((words, index) => ({ line: first + index, text: words }));
}
