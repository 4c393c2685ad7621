import type { Signal } from '../rules/pack';
import { sortShort } from '../sortShort';
import type { ProseRange } from '../text/proseRange';
import { overlaps } from '../text/span';
import type { Match, UnitMatches } from './matchSignals';
import { inside, scopeOf, wholeOf } from './sentenceScope';

/** For each match of the first signal: the nearest of every other one in reach, and the words from the first to the last of them. */
export function findAllNear(unit: UnitMatches, all: readonly number[], signal: Signal): readonly Match[] {
  const starts = unit.of(all[0]);
  // Most units lack one of them.
  for (let at = 0; at < all.length; at++) if (unit.of(all[at]).length === 0) return NONE;
  const partners = all.slice(1).map((id) => unit.of(id));
  const inSentence = signal.within === undefined || signal.within === 'sentence';
  const found: Match[] = [];
  for (const start of starts) {
    const scope = inSentence ? scopeOf(unit.unit, start) : wholeOf(unit.unit);
    const parts = findParts(start, partners, scope, signal.ordered === true);
    if (!parts) continue;
    if (signal.words !== undefined && gapWords(unit.unit.prose.text, parts) > signal.words) continue;
    const item = parts.find((part) => part.item !== undefined)?.item;
    const range = signal.within === 'paragraph' ? start : around(parts);
    found.push({ start: range.start, end: range.end, item });
  }
  return found;
}

const NONE: readonly Match[] = [];

/** Of each list the match that is nearest to the one taken before, none over another; undefined where a list has none. */
function findParts(
  start: Match,
  partners: readonly (readonly Match[])[],
  scope: ProseRange,
  ordered: boolean,
): readonly Match[] | undefined {
  const parts: Match[] = [start];
  let last = start;
  for (const matches of partners) {
    let nearest: Match | undefined;
    for (const match of matches) {
      if (!inside(match, scope) || (ordered && match.start < last.end)) continue;
      if (nearest && distance(match, last) >= distance(nearest, last)) continue;
      if (overlapsAnyOf(parts, match)) continue;
      nearest = match;
    }
    if (!nearest) return undefined;
    parts.push(nearest);
    last = nearest;
  }
  return parts;
}

function overlapsAnyOf(parts: readonly Match[], match: Match): boolean {
  for (const part of parts) if (overlaps(match, part)) return true;
  return false;
}

function around(parts: readonly Match[]): ProseRange {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const part of parts) {
    start = Math.min(start, part.start);
    end = Math.max(end, part.end);
  }
  return { start, end };
}

function distance(a: ProseRange, b: ProseRange): number {
  return a.start >= b.end ? a.start - b.end : Math.max(0, b.start - a.end);
}

function gapWords(text: string, parts: readonly ProseRange[]): number {
  const sorted = sortShort([...parts], (a, b) => a.start - b.start);
  let words = 0;
  for (let i = 1; i < sorted.length; i++) words += countBetween(text, sorted[i - 1]?.end ?? 0, sorted[i]?.start ?? 0);
  return words;
}

/** Words, or pieces of them, between two places of a text: a space ends one. */
function countBetween(text: string, start: number, end: number): number {
  let words = 0;
  for (let at = start; at < end; at++) {
    const endsHere = text.charAt(at) !== ' ' && (at + 1 === end || text.charAt(at + 1) === ' ');
    if (endsHere) words++;
  }
  return words;
}
