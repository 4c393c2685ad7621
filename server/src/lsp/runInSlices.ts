import type { Steps } from '../core';
import type { ServerHost } from './serverHost';

/** So long may work go on, in milliseconds, before other messages get their turn. */
const SLICE = 10;

/**
 * Takes steps in slices, and lets other messages in between them. Undefined when `isWanted` said no after one of these pauses: nothing has
 * happened then.
 */
export async function runInSlices<T>(
  steps: Steps<T>,
  host: Pick<ServerHost, 'now' | 'after'>,
  isWanted: () => boolean,
): Promise<{ readonly value: T } | undefined> {
  for (let until = host.now() + SLICE; ; ) {
    const step = steps.next();
    if (step.done) return { value: step.value };
    if (host.now() < until) continue;
    await new Promise<void>((resolve) => void host.after(0, resolve));
    if (!isWanted()) return undefined;
    until = host.now() + SLICE;
  }
}
