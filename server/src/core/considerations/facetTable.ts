import type { Consideration, PresentWhen, Within } from '../rules/pack';
import type { SearchLists } from '../signals/compileSignals';

/** The facet of hits that only raise a consideration. */
export const MENTION = 'mention';

/** What words are called that raise a matter and show no facet of it, wherever they are shown. */
export const NAMED_IN_PASSING = 'named in passing';

/** The facet of words that ask for an answer and are none. */
export const ASKING = 'asking';

/** One way in which words show a facet of a consideration. */
export interface FacetEntry {
  /** Place of the consideration in the rule set. */
  readonly consideration: number;
  /** Place among all ways of the consideration, in the order of the pack. */
  readonly order: number;
  readonly facet: string;
  /** Id of the signal; `column` for a column of a table. */
  readonly signal: string;
  /** Whether the words raise the consideration by themselves. */
  readonly raises: boolean;
  /** The facet's bit among those of its consideration. */
  readonly sign: number;
}

/** So many facets of a consideration have a bit to themselves; more share them. */
const BITS = 31;

/** Facets of one consideration as bits, by their ids: where the bits of some facets are not all set, one of them is lacking. */
type FacetSigns = ReadonlyMap<string, number>;

/** The bit of a facet that the consideration does not have, which no hit has. */
const UNKNOWN = 1 << 31;

/** One way to satisfy a consideration: all of the facets, found together. */
export interface Way {
  readonly facets: readonly string[];
  readonly within: Within;
  /** The bits of the facets: most ways are ruled out by them. */
  readonly wanted: number;
  /** The bits of all facets of the consideration that begin to answer it: the more of them a place shows, the more it says. */
  readonly telling: number;
  /** Facets of which the same word counts once, however often it is said: words found in papers on anything, many of which make an answer. */
  readonly once: readonly string[];
  /** Numbers of the signals one of which the heading right above the text must show; undefined where it may be any heading. */
  readonly headed: readonly number[] | undefined;
}

export interface ColumnEntry extends FacetEntry {
  /** The list of terms by which a header cell names the facet. */
  readonly headers: number;
}

/** How words show facets: looked up by what a unit shows, since most units show little of all there is. */
export interface FacetTable {
  /** By the signal's number. */
  readonly bySignal: readonly (readonly FacetEntry[] | undefined)[];
  readonly columns: readonly ColumnEntry[];
  /** By consideration, the numbers of the signals that name it in a heading. */
  readonly names: readonly ReadonlySet<number>[];
  /** By consideration, the numbers of the signals one of which must stand beside a mention; undefined where none need. */
  readonly beside: readonly (readonly number[] | undefined)[];
  /** By consideration, in the order of the pack. */
  readonly ways: readonly (readonly Way[])[];
}

/** `numbers`: places of the signals in the rule set. The terms of columns are added to `lists`. */
export function compileFacets(
  considerations: Iterable<Consideration>,
  numbers: ReadonlyMap<string, number>,
  lists: SearchLists,
): FacetTable {
  const bySignal: (FacetEntry[] | undefined)[] = [];
  const columns: ColumnEntry[] = [];
  let consideration = 0;
  const names: ReadonlySet<number>[] = [];
  const beside: (readonly number[] | undefined)[] = [];
  const ways: (readonly Way[])[] = [];
  for (const one of considerations) {
    const { facets, present, mentions = [], names: naming = mentions } = one;
    let order = 0;
    const ofFacets = signFacets([...Object.keys(facets), MENTION]);
    const toEntry = (signal: string, facet: string, raises: boolean): FacetEntry => {
      return { consideration, order: order++, facet, signal, raises, sign: ofFacets.get(facet) ?? 0 };
    };
    const add = (signal: string, facet: string, raises: boolean) => {
      const number = numbers.get(signal);
      if (number === undefined) return;
      const entries = bySignal[number] ?? [];
      entries.push(toEntry(signal, facet, raises));
      bySignal[number] = entries;
    };
    for (const [facet, { signals = [], columns: headers, raises = true }] of Object.entries(facets)) {
      for (const signal of signals) add(signal, facet, raises);
      if (!headers) continue;
      const list = lists.terms.add(headers.map((term) => ({ term })));
      columns.push({ ...toEntry('column', facet, raises), headers: list });
    }
    for (const signal of mentions) add(signal, MENTION, true);
    names.push(new Set(naming.flatMap((signal) => numbers.get(signal) ?? [])));
    beside.push(one['mentions-beside']?.flatMap((signal) => numbers.get(signal) ?? []));
    const once = Object.keys(facets).filter((facet) => facets[facet]?.begins === false);
    const telling = addSigns(
      Object.keys(facets).filter((facet) => !once.includes(facet)),
      ofFacets,
    );
    ways.push(present.map((way) => compileWay(way, ofFacets, numbers, { once, telling })));
    consideration++;
  }
  return { bySignal, columns, names, beside, ways };
}

function compileWay(
  { facets, within = 'sentence', headed }: PresentWhen,
  signs: FacetSigns,
  numbers: ReadonlyMap<string, number>,
  { once, telling }: Pick<Way, 'once' | 'telling'>,
): Way {
  return {
    facets,
    within,
    wanted: addSigns(facets, signs),
    telling,
    once: once.filter((facet) => facets.includes(facet)),
    headed: headed?.flatMap((signal) => numbers.get(signal) ?? []),
  };
}

function addSigns(facets: readonly string[], signs: FacetSigns): number {
  return facets.reduce((sum, facet) => sum | (signs.get(facet) ?? UNKNOWN), 0);
}

function signFacets(facets: readonly string[]): FacetSigns {
  return new Map(facets.map((facet, at) => [facet, 1 << (at % BITS)]));
}
