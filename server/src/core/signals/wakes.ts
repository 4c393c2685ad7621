import type { PatternsFound } from '../patterns/patternScanner';
import type { TermsFound } from './termScanner';

/** Ids of the signals that a list of terms or a pattern can make show, by its number; and of those that are always looked for. */
export interface Wakes {
  readonly byTerms: readonly (readonly string[] | undefined)[];
  readonly byPattern: readonly (readonly string[] | undefined)[];
  readonly always: readonly string[];
}

/** What a signal is found from: lists of terms, patterns, or other signals any of which it needs; `always` when it must be looked for. */
export type Source =
  | { readonly terms: number }
  | { readonly patterns: readonly number[] }
  | { readonly signals: readonly string[] }
  | 'always';

/** Turns round what each signal is found from: what makes which signals show, through others as well. */
export function findWakes(sources: ReadonlyMap<string, Source>): Wakes {
  const byTerms: (string[] | undefined)[] = [];
  const byPattern: (string[] | undefined)[] = [];
  const always: string[] = [];
  const add = (wakes: (string[] | undefined)[], number: number, id: string) => {
    const ids = wakes[number] ?? [];
    ids.push(id);
    wakes[number] = ids;
  };
  for (const id of sources.keys()) {
    const reached = new Set([id]);
    for (const other of reached) {
      const source = sources.get(other);
      if (source === 'always') always.push(id);
      else if (source && 'signals' in source) for (const next of source.signals) reached.add(next);
      else if (source && 'terms' in source) add(byTerms, source.terms, id);
      else for (const pattern of source?.patterns ?? []) add(byPattern, pattern, id);
    }
  }
  return { byTerms, byPattern, always };
}

/** The signals that can show in a unit, by what was found in it. */
export function findAwake(
  { byTerms, byPattern, always }: Wakes,
  terms: TermsFound,
  patterns: PatternsFound,
): Set<string> {
  const awake = new Set(always);
  for (const list of terms.lists()) for (const id of byTerms[list] ?? []) awake.add(id);
  for (const pattern of patterns.patterns()) for (const id of byPattern[pattern] ?? []) awake.add(id);
  return awake;
}
