import { isMap } from '../loadedPack';
import type { PackFile, PackProblem } from '../packProblem';
import { errorAt, startOfFile } from '../packProblem';
import { readYaml } from '../readYaml';

/** Why signals stay that no test would miss: reasons by signal, from `tests/unmissed.yaml` of a pack. */
export interface Reasons {
  readonly bySignal: ReadonlyMap<string, string>;
  readonly problems: readonly PackProblem[];
  /** A problem at the line of a signal. */
  at(signal: string, message: string): PackProblem;
}

/** Reads the reasons. A signal without a reason is a problem, and so is a file that is no map. */
export function readReasons(source: PackFile): Reasons {
  const file = readYaml(source);
  const at = (signal: string, message: string) =>
    errorAt(file.findKey([signal]) ?? startOfFile(source.path), 'unmissed-signal', message);
  const entries = isMap(file.value) ? Object.entries(file.value) : [];
  const isReason = (reason: unknown): reason is string => typeof reason === 'string' && reason.trim() !== '';
  const faulty = entries.filter(([, reason]) => !isReason(reason));
  const wrongShape =
    file.value !== undefined && !isMap(file.value)
      ? [errorAt(startOfFile(source.path), 'wrong-type', 'this file must be a map from signals to reasons')]
      : [];
  return {
    bySignal: new Map(entries.filter((entry): entry is [string, string] => isReason(entry[1]))),
    problems: [
      ...file.problems.filter((problem) => problem.code !== 'empty-file'),
      ...wrongShape,
      ...faulty.map(([signal]) => at(signal, `\`${signal}\` has no reason: say in a sentence why it stays`)),
    ],
    at,
  };
}
