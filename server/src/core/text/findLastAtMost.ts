/**
 * Index of the last of some numbers, in rising order, that is at most `value`; 0 where there is none. Looks at indices up to `last`
 * (default: all). Where records stand one after the other in one array, `step` is the length of a record, whose first number counts,
 * and the index is that of the record.
 */
export function findLastAtMost(
  numbers: readonly number[],
  value: number,
  last: number = numbers.length - 1,
  step: number = 1,
): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[step * middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
