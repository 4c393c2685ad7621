import type { TextUnit } from '../document/documentModel';
import type { ProseRange } from '../text/proseRange';

/** The sentence around a match; for a table row, which is one sentence, still the row. */
export function scopeOf(unit: TextUnit, match: ProseRange): ProseRange {
  const { sentences } = unit;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= match.start) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  return sentence && sentence.start <= match.start && match.start < sentence.end ? sentence : wholeOf(unit);
}

/** All of a unit. */
export function wholeOf(unit: TextUnit): ProseRange {
  return { start: 0, end: unit.prose.text.length };
}

/** True for a range that begins in another. */
export function inside(inner: ProseRange, outer: ProseRange): boolean {
  return outer.start <= inner.start && inner.start < outer.end;
}
