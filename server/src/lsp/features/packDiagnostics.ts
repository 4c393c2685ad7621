import type { Connection } from 'vscode-languageserver';
import type { LocatedProblem } from '../serverHost';
import { toProblemDiagnostic } from '../toLsp';

/** Publishes faults of packs and configuration in their own files, and takes them back when they are mended. */
export function createPackDiagnostics(connection: Connection): (problems: readonly LocatedProblem[]) => void {
  let published: ReadonlyMap<string, string> = new Map();
  return (problems) => {
    const byFile = new Map<string, readonly LocatedProblem[]>();
    for (const located of problems) byFile.set(located.uri, [...(byFile.get(located.uri) ?? []), located]);
    for (const uri of published.keys()) if (!byFile.has(uri)) byFile.set(uri, []);
    const now = new Map<string, string>();
    for (const [uri, located] of byFile) {
      // Two folders may use one pack: its faults are said once.
      const unique = new Map(located.map((each) => [JSON.stringify(each.problem), each]));
      const diagnostics = [...unique.values()].map(toProblemDiagnostic);
      const key = JSON.stringify(diagnostics);
      if (diagnostics.length > 0) now.set(uri, key);
      if (published.get(uri) !== key) void connection.sendDiagnostics({ uri, diagnostics });
    }
    published = now;
  };
}
