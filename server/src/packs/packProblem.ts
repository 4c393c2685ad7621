/** A fault in a pack or in the configuration, where it stands. Lines and columns are 1-based; columns count UTF-16 units. */
export interface PackProblem {
  /** Stable and kebab-case, such as `unknown-reference`. */
  readonly code: string;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** The offending words, as they stand in the file. */
  readonly words?: string;
  /** `error`: something is left out because of it. `warning`: everything is used, and may not mean what the author thinks. */
  readonly severity: 'error' | 'warning';
}

/** A range of a file, 1-based, with the words it covers. */
export type FilePlace = Pick<PackProblem, 'path' | 'line' | 'column' | 'endLine' | 'endColumn' | 'words'>;

/** A file as given to the readers: decoded, without byte-order mark. The path is only for messages. */
export interface PackFile {
  readonly path: string;
  readonly text: string;
}

/** An error at a place. */
export function errorAt(place: FilePlace, code: string, message: string): PackProblem {
  return { code, message, ...place, severity: 'error' };
}

/** A warning at a place. */
export function warningAt(place: FilePlace, code: string, message: string): PackProblem {
  return { code, message, ...place, severity: 'warning' };
}

/** The beginning of a file, for what has no words of its own there. */
export function startOfFile(path: string): FilePlace {
  return { path, line: 1, column: 1 };
}

/** One line of text: `rules/mine/pack.yaml:3:5 error: unknown key …`. */
export function formatProblem(problem: PackProblem): string {
  return `${problem.path}:${problem.line}:${problem.column} ${problem.severity}: ${problem.message}`;
}

/** By file in the order given, then by position, errors before warnings; exact repetitions are left out. */
export function sortProblems(problems: readonly PackProblem[]): readonly PackProblem[] {
  const paths = [...new Set(problems.map((problem) => problem.path))];
  const seen = new Set<string>();
  return [...problems]
    .sort(
      (a, b) =>
        paths.indexOf(a.path) - paths.indexOf(b.path) ||
        a.line - b.line ||
        a.column - b.column ||
        (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0),
    )
    .filter((problem) => {
      const key = formatProblem(problem);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
