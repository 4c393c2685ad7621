/**
 * Work in short steps, of a millisecond or a few each. Whoever runs it decides, between two of them, to go on, to do something else first,
 * or to drop it: nothing has happened until the value is there.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Takes all steps at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
