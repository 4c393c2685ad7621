import type { Consideration } from '../rules/pack';
import { buildTermMatchers } from '../signals/term';

/** The facet of hits that only raise a consideration. */
export const MENTION = 'mention';

/** One way in which words show a facet. */
export interface FacetEntry {
  /** Place among all ways of the consideration, in the order of the pack. */
  readonly order: number;
  readonly facet: string;
  /** Whether the words raise the consideration by themselves. */
  readonly raises: boolean;
}

export interface ColumnEntry extends FacetEntry {
  /** Whether a header cell names the facet. */
  names(header: string): boolean;
}

/** How words show the facets of one consideration: looked up by what a unit shows, since most units show little of all there is. */
export interface FacetTable {
  /** By the signal's number. */
  readonly bySignal: readonly (readonly FacetEntry[] | undefined)[];
  readonly columns: readonly ColumnEntry[];
}

/** The same few headers stand over all tables; what was found is forgotten beyond so many. */
const MOST_HEADERS = 1000;

/** `numbers`: places of the signals in the rule set. */
export function compileFacets(consideration: Consideration, numbers: ReadonlyMap<string, number>): FacetTable {
  const bySignal: (FacetEntry[] | undefined)[] = [];
  const columns: ColumnEntry[] = [];
  let order = 0;
  const add = (signal: string, facet: string, raises: boolean) => {
    const number = numbers.get(signal);
    if (number === undefined) return;
    const entries = bySignal[number] ?? [];
    entries.push({ order: order++, facet, raises });
    bySignal[number] = entries;
  };
  for (const [facet, { signals = [], columns: headers, raises }] of Object.entries(consideration.facets)) {
    for (const signal of signals) add(signal, facet, raises !== false);
    if (headers) columns.push({ order: order++, facet, raises: raises !== false, names: compileHeaders(headers) });
  }
  for (const signal of consideration.mentions ?? []) add(signal, MENTION, true);
  return { bySignal, columns };
}

function compileHeaders(terms: readonly string[]): ColumnEntry['names'] {
  const matchers = buildTermMatchers(terms);
  const known = new Map<string, boolean>();
  return (header) => {
    const found = known.get(header);
    if (found !== undefined) return found;
    if (known.size > MOST_HEADERS) known.clear();
    const names = matchers.some((matcher) => header.search(matcher) >= 0);
    known.set(header, names);
    return names;
  };
}
