import type { Steps } from '../core';
import type { ServerHost } from './serverHost';

/** So long may work go on, in milliseconds, before other messages get their turn. */
const SLICE = 10;

/**
 * A message is read from its stream in one turn of the event loop, taken from the queue in the next, answered and written in two more. With
 * one turn between slices, each message would wait for four slices.
 */
const TURNS = 4;

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
    await letOthersIn(host);
    if (!isWanted()) return undefined;
    until = host.now() + SLICE;
  }
}

/** Lets the messages that have come in be answered. */
export async function letOthersIn(host: Pick<ServerHost, 'after'>): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise<void>((resolve) => void host.after(0, resolve));
}
