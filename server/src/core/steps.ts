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

/** `items.map(map)`, a step for each item, or for so many of them. */
export function* mapInSteps<Item, Value>(
  items: readonly Item[],
  map: (item: Item, index: number) => Value,
  ofStep = 1,
): Steps<readonly Value[]> {
  const values: Value[] = [];
  for (const item of items) {
    values.push(map(item, values.length));
    if (values.length % ofStep === 0) yield;
  }
  return values;
}
