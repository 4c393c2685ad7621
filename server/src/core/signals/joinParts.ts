import type { TermPart } from './compiledTerms';
import { HitList } from './hitList';

/** How one part of a term stands before another: `near`, with a gap between; `later`, with none as yet; or `never`, too far or broken off. */
export type GapBetween = 'near' | 'later' | 'never';

/** Puts the parts of terms together that follow each other with gaps between them. What it needs for a text is kept for the next. */
export interface PartJoiner {
  /**
   * The terms that are complete, in the order in which their last parts begin, until the next text. `met`: the parts that stand in the text, by
   * their numbers, in the order of their beginnings. `gapBetween` says how what ends at one place stands before what begins at another.
   */
  join(met: HitList, gapBetween: (end: number, start: number) => GapBetween): HitList;
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

export function startJoiner(parts: readonly TermPart[]): PartJoiner {
  const found = new HitList();
  /** By the number of a part, the last text in which it stands. */
  const seenIn = new Int32Array(parts.length);
  let text = 0;

  /** Whether all that follows a part in its way stands somewhere in the text. Most parts that stand in one begin what it never ends. */
  const mayGoOn = (number: number): boolean => {
    for (let at = number; !(parts[at]?.isLast ?? true); at++) if (seenIn[at + 1] !== text) return false;
    return true;
  };

  return {
    join(met, gapBetween) {
      text++;
      found.clear();
      for (let at = 0; at < met.count; at++) seenIn[met.ids[at] ?? 0] = text;
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
      const goOn = (number: number, { term, isLast }: TermPart, begun: Begun, end: number) => {
        if (isLast) {
          found.add(term, begun.start, end);
          begun.firstEnd = Math.min(begun.firstEnd, end);
          return;
        }
        if (gapBetween(end, end) === 'never') return;
        const others = waiting.get(number + 1);
        if (others) others.push({ begun, end });
        else waiting.set(number + 1, [{ begun, end }]);
      };
      const meet = (number: number, start: number, end: number) => {
        const part = parts[number];
        if (!part) return;
        if (part.place === 0) {
          if (mayGoOn(number)) goOn(number, part, begin(part.term, start), end);
          return;
        }
        const list = waiting.get(number);
        if (!list) return;
        let kept = 0;
        for (const one of list) {
          const gap = gapBetween(one.end, start);
          if (gap === 'near' && start < one.begun.firstEnd) goOn(number, part, one.begun, end);
          if (gap !== 'never' && start < one.begun.firstEnd) list[kept++] = one;
        }
        list.length = kept;
      };

      for (let at = 0; at < met.count; at++) meet(met.ids[at] ?? 0, met.starts[at] ?? 0, met.ends[at] ?? 0);
      return found;
    },
  };
}
