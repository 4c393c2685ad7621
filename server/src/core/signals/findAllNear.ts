import type { Signal } from '../rules/pack';
import type { ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';
import type { Match, UnitMatches } from './matchSignals';
import { inside, scopeOf, wholeOf } from './sentenceScope';

/** For each match of the first signal: the nearest of every other one in reach, and the words from the first to the last of them. */
export function findAllNear(unit: UnitMatches, all: readonly number[], signal: Signal): readonly Match[] {
  const [first, ...rest] = all;
  if (first === undefined) return [];
  const found: Match[] = [];
  for (const start of unit.of(first)) {
    const scope =
      signal.within === undefined || signal.within === 'sentence' ? scopeOf(unit.unit, start) : wholeOf(unit.unit);
    const parts: Match[] = [start];
    for (const id of rest) {
      const last = parts.at(-1) ?? start;
      const partner = unit
        .of(id)
        .filter(
          (m) => inside(m, scope) && !parts.some((p) => overlaps(m, p)) && (!signal.ordered || m.start >= last.end),
        )
        .sort((a, b) => distance(a, last) - distance(b, last))[0];
      if (partner === undefined) break;
      parts.push(partner);
    }
    if (parts.length < all.length) continue;
    const range = { start: Math.min(...parts.map((p) => p.start)), end: Math.max(...parts.map((p) => p.end)) };
    if (signal.words !== undefined && gapWords(unit.unit.prose.text, parts) > signal.words) continue;
    found.push({
      ...(signal.within === 'paragraph' ? start : range),
      item: parts.find((p) => p.item !== undefined)?.item,
    });
  }
  return found;
}

function distance(a: ProseRange, b: ProseRange): number {
  return a.start >= b.end ? a.start - b.end : Math.max(0, b.start - a.end);
}

function gapWords(text: string, parts: readonly ProseRange[]): number {
  const sorted = [...parts].sort((a, b) => a.start - b.start);
  let words = 0;
  for (let i = 1; i < sorted.length; i++) {
    const gap = text.slice(sorted[i - 1]?.end ?? 0, sorted[i]?.start ?? 0);
    words += gap.split(' ').filter(Boolean).length;
  }
  return words;
}
