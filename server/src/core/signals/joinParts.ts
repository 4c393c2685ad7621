import type { TermPart } from './compiledTerms';

/** A term at a range of a prose. */
export interface TermHit {
  readonly term: number;
  readonly start: number;
  readonly end: number;
}

/** How one part of a term stands before another: `near`, with a gap between; `later`, with none as yet; or `never`, too far or broken off. */
export type GapBetween = 'near' | 'later' | 'never';

/** Puts the parts of terms together that follow each other with gaps between them. */
export interface PartJoiner {
  /** A part, by its number, stands at a range. Ranges must come in the order of their beginnings. */
  meet(part: number, start: number, end: number): void;
  /** The terms that are complete, in the order in which their last parts begin. */
  readonly found: readonly TermHit[];
}

/** Behind all texts, as a small integer. */
const NOWHERE = 0x7fffffff;

/** A term that has begun somewhere. */
interface Begun {
  readonly start: number;
  /** Where it was first complete: it reaches to the nearest of what it ends with, so that nothing that begins later ends it. */
  firstEnd: number;
}

interface Waiting {
  readonly begun: Begun;
  /** Where the part before ends. */
  readonly end: number;
}

/** `gapBetween` says how what ends at one place stands before what begins at another. */
export function startJoiner(
  parts: readonly TermPart[],
  gapBetween: (end: number, start: number) => GapBetween,
): PartJoiner {
  const found: TermHit[] = [];
  /** By the number of the part that is waited for: parts of one way follow each other. */
  const waiting = new Map<number, Waiting[]>();
  /** By term, the one that began last: all ways of a term that begin at one place end together. */
  const begunLast = new Map<number, Begun>();

  const begin = (term: number, start: number): Begun => {
    const last = begunLast.get(term);
    if (last?.start === start) return last;
    const begun = { start, firstEnd: NOWHERE };
    begunLast.set(term, begun);
    return begun;
  };
  const goOn = (part: number, { term, isLast }: TermPart, begun: Begun, end: number) => {
    if (isLast) {
      found.push({ term, start: begun.start, end });
      begun.firstEnd = Math.min(begun.firstEnd, end);
      return;
    }
    if (gapBetween(end, end) === 'never') return;
    const others = waiting.get(part + 1);
    if (others) others.push({ begun, end });
    else waiting.set(part + 1, [{ begun, end }]);
  };

  return {
    found,
    meet(number, start, end) {
      const part = parts[number];
      if (!part) return;
      if (part.place === 0) {
        goOn(number, part, begin(part.term, start), end);
        return;
      }
      const list = waiting.get(number) ?? [];
      let kept = 0;
      for (const one of list) {
        const gap = gapBetween(one.end, start);
        if (gap === 'near' && start < one.begun.firstEnd) goOn(number, part, one.begun, end);
        if (gap !== 'never' && start < one.begun.firstEnd) list[kept++] = one;
      }
      list.length = kept;
    },
  };
}
