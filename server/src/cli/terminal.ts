import type { TerminalOptions } from '../report';
import type { Io, OutputStream } from './io';

const DEFAULT_WIDTH = 100;
const NARROWEST = 40;
/** Longer lines are hard to read, however wide the window. */
const WIDEST = 120;

/** How a report is drawn: what `check` and `report merge` were asked for, on what it goes to. */
export function describeReport(
  { output, quiet, explain }: { readonly output?: string; readonly quiet: boolean; readonly explain: boolean },
  io: Io,
): TerminalOptions {
  const toFile = output !== undefined;
  return { ...describeTerminal(io, toFile), quiet, explain, problemsApart: !toFile };
}

/** Width and colour of what is written to: a file and a pipe get the default width and no colour. */
export function describeTerminal(io: Io, toFile: boolean, stream: OutputStream = io.output) {
  const isTerminal = stream.isTerminal && !toFile;
  const width = Math.max(NARROWEST, Math.min(WIDEST, (isTerminal ? stream.columns : undefined) ?? DEFAULT_WIDTH));
  // https://no-color.org: any value that is not empty.
  const refused = (io.env.NO_COLOR ?? '') !== '' || io.env.TERM === 'dumb';
  return { width, colour: isTerminal && !refused };
}
