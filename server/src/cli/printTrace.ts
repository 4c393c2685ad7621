import { showPath } from '../host/nodePaths';
import type { Saying, TracedValue } from '../packs/traceItem';
import { printable } from '../report';
import type { Io } from './io';

const LONGEST = 60;

/** One line for each value: what holds and where it is said; below it, what it took the place of. */
export function printTrace(traced: readonly TracedValue[], io: Io): readonly string[] {
  return traced.flatMap((one) => [
    `  ${describe(one)}`,
    `      ${place(one, io)}`,
    ...one.earlier.map((earlier) => `      over ${show(earlier.value)}: ${place(earlier, io)}`),
  ]);
}

function describe({ path, kind, value }: TracedValue): string {
  const name = path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' > ');
  if (kind === 'holds') return `${printable(name)}: ${show(value)}`;
  return `${printable(name)} is taken away${value === undefined ? '' : `: ${show(value)}`}`;
}

/** The first words of a text; other values as YAML writes them. */
function show(value: unknown): string {
  const words = printable(typeof value === 'string' ? value : JSON.stringify(value)).trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words;
}

/** `ours, packs/ours/pack.yaml:12`; files of packs that ship are named from the folder of all of them. */
function place({ pack, place: { path, line } }: Saying, io: Io): string {
  const fromRules = showPath(path, io.rulesFolder);
  return `${pack}, ${fromRules.startsWith('..') ? showPath(path, io.cwd) : `rules/${fromRules}`}:${line}`;
}
