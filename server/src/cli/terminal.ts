import type { Io, OutputStream } from './io';

const DEFAULT_WIDTH = 100;
const NARROWEST = 40;
/** Longer lines are hard to read, however wide the window. */
const WIDEST = 120;

/** Width and colour of what is written to: a file and a pipe get the default width and no colour. */
export function describeTerminal(io: Io, toFile: boolean, stream: OutputStream = io.output) {
  const isTerminal = stream.isTerminal && !toFile;
  const width = Math.max(NARROWEST, Math.min(WIDEST, (isTerminal ? stream.columns : undefined) ?? DEFAULT_WIDTH));
  // https://no-color.org: any value that is not empty.
  const refused = (io.env.NO_COLOR ?? '') !== '' || io.env.TERM === 'dumb';
  return { width, colour: isTerminal && !refused };
}
