/** Longer lists are left to the engine, which sorts them in less time and more room. */
const SHORT = 40;

/** Sorts the numbers from `from` up to `to` in place. */
export function sortNumbers(numbers: Int32Array, from: number, to: number): void {
  if (to - from > SHORT) {
    numbers.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const number = numbers[at] ?? 0;
    let place = at;
    for (; place > from && (numbers[place - 1] ?? 0) > number; place--) numbers[place] = numbers[place - 1] ?? 0;
    numbers[place] = number;
  }
}

/** Writes numbers in order, each once, into an array that has room for them; returns how many these are. */
export function sortOnce(numbers: readonly number[], into: Int32Array): number {
  into.set(numbers);
  sortNumbers(into, 0, numbers.length);
  let length = 0;
  for (let at = 0; at < numbers.length; at++) {
    const number = into[at] ?? 0;
    if (length > 0 && into[length - 1] === number) continue;
    into[length++] = number;
  }
  return length;
}

/** Sorts a list in place, equal items in the order in which they stand, and returns it. Most lists are short: the engine makes two copies of each to sort it. */
export function sortShort<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  if (items.length > SHORT) return items.sort(compare);
  for (let at = 1; at < items.length; at++) {
    const item = items[at] as T;
    let place = at;
    for (; place > 0 && compare(items[place - 1] as T, item) > 0; place--) items[place] = items[place - 1] as T;
    items[place] = item;
  }
  return items;
}
