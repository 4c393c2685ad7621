import type { PatternsFound } from '../patterns/patternScanner';
import type { TermsFound } from './termScanner';

/**
 * Numbers of the signals (or of other things that are looked for) that a list of terms or a pattern can make show, by its number; and of those
 * that are always looked for.
 */
export interface Wakes {
  readonly byTerms: readonly (readonly number[] | undefined)[];
  readonly byPattern: readonly (readonly number[] | undefined)[];
  readonly always: readonly number[];
  /** One for each of them, all zero but while those of one unit are gathered. */
  readonly marks: Uint8Array;
}

/** What a signal is found from: lists of terms, patterns, or other signals any of which it needs; `always` when it must be looked for. */
export type Source =
  | { readonly terms: number }
  | { readonly patterns: readonly number[] }
  | { readonly signals: readonly number[] }
  | 'always';

/** Turns round what each signal is found from: what makes which signals show, through others as well. */
export function findWakes(sources: readonly Source[]): Wakes {
  const byTerms: (number[] | undefined)[] = [];
  const byPattern: (number[] | undefined)[] = [];
  const always: number[] = [];
  const add = (wakes: (number[] | undefined)[], number: number, id: number) => {
    const ids = wakes[number] ?? [];
    ids.push(id);
    wakes[number] = ids;
  };
  for (const id of sources.keys()) {
    const reached = new Set([id]);
    for (const other of reached) {
      const source = sources[other];
      if (source === 'always') always.push(id);
      else if (source && 'signals' in source) for (const next of source.signals) reached.add(next);
      else if (source && 'terms' in source) add(byTerms, source.terms, id);
      else for (const pattern of source?.patterns ?? []) add(byPattern, pattern, id);
    }
  }
  return { byTerms, byPattern, always, marks: new Uint8Array(sources.length) };
}

/** What can show in a unit, by what was found in it: the numbers, in rising order. */
export function findAwake(
  { byTerms, byPattern, always, marks }: Wakes,
  terms: TermsFound,
  patterns: PatternsFound,
): readonly number[] {
  const wake = (numbers: readonly number[] | undefined) => {
    if (!numbers) return;
    for (const number of numbers) marks[number] = 1;
  };
  wake(always);
  for (const list of terms.lists()) wake(byTerms[list]);
  for (const pattern of patterns.patterns()) wake(byPattern[pattern]);
  const awake: number[] = [];
  for (let number = 0; number < marks.length; number++) {
    if (marks[number] === 0) continue;
    awake.push(number);
    marks[number] = 0;
  }
  return awake;
}
