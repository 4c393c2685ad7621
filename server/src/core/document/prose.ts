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
  const runs = startRuns(place);
  let text = '';
  let waiting: Span | undefined;
  let endsInSpace = true;
  const append = (unit: string, start: number, end: number) => {
    runs.add(text.length, start, end);
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
        runs.add(text.length, start, start + 1);
        text += words;
        endsInSpace = false;
      } else for (let i = 0; i < words.length; i++) add(words.charAt(i), start + i, start + i + 1);
    },
    addSeparator(units, start, end) {
      waiting = undefined;
      for (const unit of units) append(unit, start, end);
    },
    build: () => runs.build(text),
  };
}

/** Collects runs of units that follow each other in the source one for one; a unit that stands for several or none is a run alone. */
function startRuns(place: number) {
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
    build(text: string): Prose {
      const [start] = source;
      if (start !== undefined && source.length === 1 && width[0] === 1) return new PlainProse(text, start);
      return new ProseOfRuns(text, prose.flatMap((at, run) => [at, source[run] ?? 0, width[run] ?? 0]).slice(), place);
    },
  };
}

/** The words of most paragraphs: each unit stands for one of the source, one after the other. */
class PlainProse implements Prose {
  readonly text: string;
  readonly #start: number;

  constructor(text: string, start: number) {
    this.text = text;
    this.#start = start;
  }

  toSource(start: number, end: number): Span {
    const last = Math.max(this.text.length - 1, 0);
    const from = this.#start + (start >= this.text.length ? last + 1 : Math.max(start, 0));
    if (end <= start) return { start: from, end: from };
    return { start: from, end: Math.max(from, this.#start + Math.min(Math.max(end - 1, 0), last) + 1) };
  }
}

/** Words with the runs that they are made of. */
class ProseOfRuns implements Prose {
  readonly text: string;
  /** Of each run where it begins in the prose, where in the source, and how wide its units are there. One array: a long document holds thousands. */
  readonly #runs: readonly number[];
  /** Where a prose without any words stands. */
  readonly #place: number;

  constructor(text: string, runs: readonly number[], place: number) {
    this.text = text;
    this.#runs = runs;
    this.#place = place;
  }

  toSource(start: number, end: number): Span {
    const { length } = this.text;
    const last = Math.max(length - 1, 0);
    const first = this.#locate(Math.min(Math.max(start, 0), last));
    const from = start >= length ? first.end : first.start;
    if (end <= start) return { start: from, end: from };
    return { start: from, end: Math.max(from, this.#locate(Math.min(Math.max(end - 1, 0), last)).end) };
  }

  #locate(at: number): Span {
    const runs = this.#runs;
    const run = 3 * findLastAtMost(runs, at, runs.length / 3 - 1, 3);
    const wide = runs[run + 2] ?? 0;
    const start = (runs[run + 1] ?? this.#place) + (wide === 1 ? at - (runs[run] ?? 0) : 0);
    return { start, end: start + wide };
  }
}
