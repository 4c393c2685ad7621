import { findLastAtMost } from '../text/findLastAtMost';
import { toPlainCharacter } from '../text/plainCharacter';
import type { Span } from '../text/span';
import type { Prose } from './documentModel';

/** Takes the units of a text in order and keeps for each the range of the source that it stands for. */
export interface ProseBuilder {
  /** Units taken so far; a space that is not yet followed by a word does not count. */
  readonly length: number;
  /** Where the next word would begin: after a space that is waiting for it. */
  readonly nextStart: number;
  /** Adds one unit of the source: made plain, white space collapsed, dropped where a reader does not see it. */
  add(unit: string, start: number, end: number): void;
  /** Adds plain words, each unit of which stands for one unit of the source from `start`: see `EmitWords`. */
  addWords(words: string, start: number): void;
  /** Adds units as they are, all standing for the same range, as between the cells of a row. */
  addSeparator(units: string, start: number, end: number): void;
  build(): Prose;
}

/**
 * Starts a prose. Units whose source lies outside `window` or inside one of `hidden` (sorted) are dropped.
 * A run of white space becomes one space, standing for the first of it; none opens or ends the prose. `place` is where a prose
 * without any words stands.
 */
export function startProse(hidden: readonly Span[] = [], window?: Span, place = window?.start ?? 0): ProseBuilder {
  const map = startOffsetMap(place);
  let text = '';
  let waiting: Span | undefined;
  let endsInSpace = true;
  const append = (unit: string, start: number, end: number) => {
    map.add(text.length, start, end);
    text += unit;
    endsInSpace = unit === ' ';
  };
  const isDropped = (start: number) =>
    (window !== undefined && (start < window.start || start >= window.end)) ||
    hidden.some((span) => start >= span.start && start < span.end);
  const isKeptWhole = (start: number, end: number) =>
    (window === undefined || (start >= window.start && end <= window.end)) &&
    !hidden.some((span) => start < span.end && span.start < end);
  const addSpace = () => {
    if (waiting) append(' ', waiting.start, waiting.end);
    waiting = undefined;
  };
  const add = (unit: string, start: number, end: number) => {
    if (isDropped(start)) return;
    const plain = toPlainCharacter(unit);
    if (plain === ' ') {
      if (!endsInSpace) waiting ??= { start, end };
      return;
    }
    if (plain === '') return;
    addSpace();
    append(plain, start, end);
  };
  return {
    get length() {
      return text.length;
    },
    get nextStart() {
      return text.length + (waiting ? 1 : 0);
    },
    add,
    addWords(words, start) {
      if (isKeptWhole(start, start + words.length)) {
        addSpace();
        map.add(text.length, start, start + 1);
        text += words;
        endsInSpace = false;
      } else for (let i = 0; i < words.length; i++) add(words.charAt(i), start + i, start + i + 1);
    },
    addSeparator(units, start, end) {
      waiting = undefined;
      for (const unit of units) append(unit, start, end);
    },
    build: () => ({ text, toSource: map.freeze(text.length) }),
  };
}

/**
 * Runs of units that follow each other in the source one for one; a unit that stands for several or none is a run alone.
 * A plain paragraph of any length is then a single run.
 */
function startOffsetMap(place: number) {
  const prose: number[] = [];
  const source: number[] = [];
  const width: number[] = [];
  return {
    add(at: number, start: number, end: number) {
      const last = prose.length - 1;
      const follows = end - start === 1 && width[last] === 1 && start === (source[last] ?? 0) + at - (prose[last] ?? 0);
      if (follows) return;
      prose.push(at);
      source.push(start);
      width.push(end - start);
    },
    freeze(length: number): Prose['toSource'] {
      const last = Math.max(length - 1, 0);
      const locate = (at: number): Span => {
        const run = findLastAtMost(prose, at);
        const wide = width[run] ?? 0;
        const start = (source[run] ?? place) + (wide === 1 ? at - (prose[run] ?? 0) : 0);
        return { start, end: start + wide };
      };
      return (start, end) => {
        const first = locate(Math.min(Math.max(start, 0), last));
        const from = start >= length ? first.end : first.start;
        if (end <= start) return { start: from, end: from };
        return { start: from, end: Math.max(from, locate(Math.min(Math.max(end - 1, 0), last)).end) };
      };
    },
  };
}
