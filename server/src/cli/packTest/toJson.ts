import type { PackTestResult, PlacedId } from '../../packs/testing/testPack';
import { isSound } from '../../packs/testing/testPack';

/** The result of a test run for programs. `schemaVersion` changes when a field changes its meaning or goes. */
export function toJson(results: readonly PackTestResult[], showPath: (path: string) => string): string {
  const toId = ({ id, place }: PlacedId) => ({ id, path: showPath(place.path), line: place.line });
  const packs = results.map((result) => ({
    id: result.id,
    version: result.version,
    sound: isSound(result),
    tests: result.cases.map(({ kind, owner, title, place, expected, seen, faults, saw, passage }) => ({
      kind,
      rule: kind === 'example' ? owner : undefined,
      title: kind === 'example' ? title : showPath(title),
      path: showPath(place.path),
      line: place.line,
      passed: faults.length === 0,
      expected,
      seen,
      faults,
      ...(faults.length > 0 && { passage, saw }),
    })),
    coverage: result.unfired && { rules: result.unfired.rules.map(toId), signals: result.unfired.signals.map(toId) },
    mutation: result.unmissed && { unmissed: result.unmissed.open.map(toId), justified: result.unmissed.justified },
    problems: result.problems.map(({ path, line, column, message }) => ({
      path: showPath(path),
      line,
      column,
      message,
    })),
  }));
  return `${JSON.stringify({ schemaVersion: 1, packs }, undefined, 2)}\n`;
}
