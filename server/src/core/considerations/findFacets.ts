import type { Section } from '../document/documentModel';
import type { CompiledRules } from '../rules/compileRules';
import type { ContextMatch } from '../signals/contexts';
import { strongestContext } from '../signals/contexts';
import type { ShownSignal } from '../signals/matchSignals';
import { scopeOf } from '../signals/sentenceScope';
import type { TermScanner } from '../signals/termScanner';
import { sortShort } from '../sortShort';
import { hasLetterOrNumber } from '../text/letters';
import type { ProseRange } from '../text/proseRange';
import type { ColumnEntry, FacetEntry } from './facetTable';
import type { SectionMatches, UnitInContext } from './sectionMatches';

/** Where words stand that show something, and what weakens them: the same for every facet that they show. */
export interface HitPlace extends ProseRange {
  /** Index into the section's units. */
  readonly unit: number;
  /** Start of the sentence in the unit's prose: hits with the same unit and sentence stand together. */
  readonly sentence: number;
  readonly weakenedBy?: ContextMatch;
}

/** Words that show a facet (or only `mention` the consideration). A paper of 100 KB has 80,000, so that they hold no more than two references. */
export class FacetHit implements HitPlace {
  readonly place: HitPlace;
  readonly shows: FacetEntry;

  constructor(place: HitPlace, shows: FacetEntry) {
    this.place = place;
    this.shows = shows;
  }

  get start(): number {
    return this.place.start;
  }

  get end(): number {
    return this.place.end;
  }

  get unit(): number {
    return this.place.unit;
  }

  get sentence(): number {
    return this.place.sentence;
  }

  get weakenedBy(): ContextMatch | undefined {
    return this.place.weakenedBy;
  }

  get facet(): string {
    return this.shows.facet;
  }

  get signal(): string {
    return this.shows.signal;
  }
}

const NO_HITS: readonly FacetHit[] = [];

/** What is shown of one consideration, by position. */
export interface FacetHits {
  readonly all: readonly FacetHit[];
  /** Those that nothing weakens. */
  readonly counting: readonly FacetHit[];
  /** Those that raise the consideration by themselves. */
  readonly raising: readonly FacetHit[];
}

/** What one unit shows of each consideration, by the place of the consideration. Most units show nothing of most. */
export type UnitFacets = readonly (FacetHits | undefined)[];

/**
 * Finds all that a section shows of one consideration, the one at `at`. Words that a context excludes are left out. Which hits count was found
 * for each unit: of a long table that is being written, a row is looked at again and no more.
 */
export function findFacets({ units }: SectionMatches, at: number): FacetHits {
  const all: FacetHit[] = [];
  const counting: FacetHit[] = [];
  const raising: FacetHit[] = [];
  units.forEach(({ facets }, index) => {
    const hits = facets(index)[at];
    if (!hits) return;
    for (const hit of hits.all) all.push(hit);
    for (const hit of hits.counting) counting.push(hit);
    for (const hit of hits.raising) raising.push(hit);
  });
  return { all, counting, raising };
}

/** What a unit, the one at `index`, shows of all considerations: it follows from the unit alone, and where it is a row, from the header above. */
export function findUnitFacets(
  unit: Omit<UnitInContext, 'facets'>,
  index: number,
  section: Section,
  { facets, scanners }: CompiledRules,
): UnitFacets {
  const found: FacetHit[][] = [];
  for (const signal of unit.matches.shown()) {
    const entries = facets.bySignal[signal.number];
    if (entries) addMatches(found, unit, index, signal, entries);
  }
  if (unit.unit.row && facets.columns.length > 0) addCells(found, section, unit, index, facets.columns, scanners.terms);
  const sorted: FacetHits[] = [];
  found.forEach((hits, consideration) => {
    sortShort(hits, (a, b) => a.place.start - b.place.start || a.shows.order - b.shows.order);
    const counting = select(hits, ({ place }) => place.weakenedBy === undefined);
    sorted[consideration] = { all: hits, counting, raising: select(hits, ({ shows }) => shows.raises) };
  });
  return sorted;
}

/** Those that are wanted; often all or none, which take no room of their own. */
function select(hits: readonly FacetHit[], isWanted: (hit: FacetHit) => boolean): readonly FacetHit[] {
  let wanted = 0;
  for (const hit of hits) if (isWanted(hit)) wanted++;
  if (wanted === 0) return NO_HITS;
  return wanted === hits.length ? hits : hits.filter(isWanted);
}

/** `entries`: what the words at the place show. */
function addHits(found: FacetHit[][], place: HitPlace, entries: readonly FacetEntry[]): void {
  for (const entry of entries) {
    const hit = new FacetHit(place, entry);
    const hits = found[entry.consideration];
    if (hits) hits.push(hit);
    else found[entry.consideration] = [hit];
  }
}

function addMatches(
  found: FacetHit[][],
  unit: Omit<UnitInContext, 'facets'>,
  index: number,
  { matches }: ShownSignal,
  entries: readonly FacetEntry[],
): void {
  for (const match of matches) {
    const weakenedBy = strongestContext(unit.contexts, match);
    if (weakenedBy?.effect === 'exclude') continue;
    const { start, end } = match;
    const place = { start, end, unit: index, sentence: scopeOf(unit.unit, match).start, weakenedBy };
    addHits(found, place, entries);
  }
}

/** A filled cell beneath a header that names the facet shows it; an empty one, or one with a placeholder, does not. */
function addCells(
  found: FacetHit[][],
  section: Section,
  unit: Omit<UnitInContext, 'facets'>,
  index: number,
  columns: readonly ColumnEntry[],
  terms: TermScanner,
): void {
  const place = unit.unit.row;
  const table = place && section.tables[place.table];
  const row = place && table?.rows[place.row];
  if (!table || !row) return;
  table.header.forEach((header, column) => {
    const cell = row.cells[column];
    if (!cell || !hasLetterOrNumber(cell.text)) return;
    const naming = findNamed(header.text, columns, terms);
    if (naming.length === 0) return;
    const { start, end } = cell;
    const context = strongestContext(unit.contexts, { start, end });
    // The header says what the cell holds: a post's title under "Owner" is an owner.
    const weakenedBy = context?.effect === 'exclude' ? undefined : context;
    addHits(found, { start, end, unit: index, sentence: 0, weakenedBy }, naming);
  });
}

/** The same few headers stand over all tables; what was found is forgotten beyond so many. */
const MOST_HEADERS = 1000;
const known = new WeakMap<TermScanner, Map<string, readonly ColumnEntry[]>>();

/** The facets that a header cell names, as `consideration/facet`. */
export function findNamedFacets(header: string, { ruleSet, facets, scanners }: CompiledRules): readonly string[] {
  const ids = [...ruleSet.considerations.keys()];
  const named = findNamed(header, facets.columns, scanners.terms);
  return named.map(({ consideration, facet }) => `${ids[consideration] ?? ''}/${facet}`);
}

function findNamed(header: string, columns: readonly ColumnEntry[], terms: TermScanner): readonly ColumnEntry[] {
  const byHeader = known.get(terms) ?? new Map<string, readonly ColumnEntry[]>();
  known.set(terms, byHeader);
  const before = byHeader.get(header);
  if (before) return before;
  const scanned = terms.scan(header);
  const found = columns.filter(({ headers }) => scanned.of(headers).length > 0);
  if (byHeader.size > MOST_HEADERS) byHeader.clear();
  byHeader.set(header, found);
  return found;
}
