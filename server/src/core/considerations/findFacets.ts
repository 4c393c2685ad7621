import type { Section } from '../document/documentModel';
import type { ContextMatch } from '../signals/contexts';
import { strongestContext } from '../signals/contexts';
import type { ShownSignal } from '../signals/matchSignals';
import { scopeOf } from '../signals/sentenceScope';
import type { ProseRange } from '../text/proseRange';
import type { ColumnEntry, FacetEntry, FacetTable } from './facetTable';
import type { SectionMatches, UnitInContext } from './sectionMatches';

/** Words that show a facet (or only `mention` the consideration), with their place and what weakens them. */
export interface FacetHit extends ProseRange {
  readonly facet: string;
  readonly signal: string;
  /** Index into the section's units. */
  readonly unit: number;
  /** Start of the sentence in the unit's prose: hits with the same unit and sentence stand together. */
  readonly sentence: number;
  /** Vocabulary item, where the signal has one. */
  readonly item?: string;
  readonly weakenedBy?: ContextMatch;
  /** Whether the words raise the consideration by themselves. */
  readonly raises: boolean;
  /** Place in the pack among all ways to show the consideration: what tells hits at one place apart. */
  readonly order: number;
}

/** What one unit shows of each consideration, by position; considerations of which it shows nothing are left out. */
export type UnitFacets = ReadonlyMap<FacetTable, readonly FacetHit[]>;

/** Finds all that a section shows of one consideration, by position. Words that a context excludes are left out. */
export function findFacets({ units }: SectionMatches, table: FacetTable): readonly FacetHit[] {
  const hits: FacetHit[] = [];
  units.forEach(({ facets }, index) => {
    for (const hit of facets(index).get(table) ?? NO_HITS) hits.push(hit);
  });
  return hits;
}

const NO_HITS: readonly FacetHit[] = [];
const NO_FACETS: UnitFacets = new Map();

/** What a unit, the one at `index`, shows of all considerations: it follows from the unit alone, and where it is a row, from the header above. */
export function findUnitFacets(
  unit: Omit<UnitInContext, 'facets'>,
  index: number,
  section: Section,
  tables: Iterable<FacetTable>,
): UnitFacets {
  let found: Map<FacetTable, readonly FacetHit[]> | undefined;
  for (const table of tables) {
    const hits: FacetHit[] = [];
    for (const signal of unit.matches.shown()) {
      const entries = table.bySignal[signal.number];
      if (entries) for (const entry of entries) addHits(hits, unit, index, signal, entry);
    }
    if (unit.unit.row && table.columns.length > 0) addCells(hits, section, unit, index, table.columns);
    if (hits.length === 0) continue;
    found ??= new Map();
    found.set(table, hits.length > 1 ? hits.sort((a, b) => a.start - b.start || a.order - b.order) : hits);
  }
  return found ?? NO_FACETS;
}

function addHits(
  hits: FacetHit[],
  unit: Omit<UnitInContext, 'facets'>,
  index: number,
  { id: signal, matches }: ShownSignal,
  { order, facet, raises }: FacetEntry,
): void {
  for (const match of matches) {
    const weakenedBy = strongestContext(unit.contexts, match);
    if (weakenedBy?.effect === 'exclude') continue;
    const { start, end, item } = match;
    const sentence = scopeOf(unit.unit, match).start;
    hits.push({ start, end, facet, signal, unit: index, sentence, item, weakenedBy, raises, order });
  }
}

/** A filled cell beneath a header that names the facet shows it; an empty one, or one with a placeholder, does not. */
function addCells(
  hits: FacetHit[],
  section: Section,
  unit: Omit<UnitInContext, 'facets'>,
  index: number,
  columns: readonly ColumnEntry[],
): void {
  const place = unit.unit.row;
  const table = place && section.tables[place.table];
  const row = place && table?.rows[place.row];
  if (!table || !row) return;
  for (const { order, facet, raises, names } of columns) {
    table.header.forEach((header, column) => {
      const cell = row.cells[column];
      if (!cell || !names(header.text) || !/[\p{L}\p{N}]/u.test(cell.text)) return;
      const { start, end } = cell;
      const context = strongestContext(unit.contexts, { start, end });
      // The header says what the cell holds: a post's title under "Owner" is an owner.
      const weakenedBy = context?.effect === 'exclude' ? undefined : context;
      hits.push({ start, end, facet, signal: 'column', unit: index, sentence: 0, weakenedBy, raises, order });
    });
  }
}
