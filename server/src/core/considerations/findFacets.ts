import type { Section } from '../document/documentModel';
import type { CompiledRules } from '../rules/compileRules';
import type { Consideration } from '../rules/pack';
import type { ContextMatch } from '../signals/contexts';
import { strongestContext } from '../signals/contexts';
import { scopeOf } from '../signals/matchSignals';
import type { ProseRange } from '../text/proseRange';
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
}

/** The facet of hits that only raise a consideration. */
export const MENTION = 'mention';

/** Finds all that a section shows of one consideration, by position. Words that a context excludes are left out. */
export function findFacets(
  id: string,
  consideration: Consideration,
  section: SectionMatches,
  rules: CompiledRules,
): readonly FacetHit[] {
  const hits: FacetHit[] = [];
  section.units.forEach((unit, index) => {
    for (const [facetId, facet] of Object.entries(consideration.facets)) {
      for (const signal of facet.signals ?? []) {
        addHits(hits, unit, index, facetId, signal, facet.raises !== false);
      }
      const columns = rules.columns.get(`${id}/${facetId}`);
      if (columns) addCells(hits, section.section, unit, index, facetId, columns, facet.raises !== false);
    }
    for (const signal of consideration.mentions ?? []) addHits(hits, unit, index, MENTION, signal, true);
  });
  return hits.sort((a, b) => a.unit - b.unit || a.start - b.start);
}

function addHits(
  hits: FacetHit[],
  unit: UnitInContext,
  index: number,
  facet: string,
  signal: string,
  raises: boolean,
): void {
  for (const match of unit.matches.of(signal)) {
    const weakenedBy = strongestContext(unit.contexts, match);
    if (weakenedBy?.effect === 'exclude') continue;
    const sentence = scopeOf(unit.unit, match).start;
    hits.push({ ...match, facet, signal, unit: index, sentence, raises, weakenedBy });
  }
}

/** A filled cell beneath a header that names the facet shows it; an empty one, or one with a placeholder, does not. */
function addCells(
  hits: FacetHit[],
  section: Section,
  unit: UnitInContext,
  index: number,
  facet: string,
  columns: readonly RegExp[],
  raises: boolean,
): void {
  const place = unit.unit.row;
  const table = place && section.tables[place.table];
  const row = place && table?.rows[place.row];
  if (!table || !row) return;
  table.header.forEach((header, column) => {
    const cell = row.cells[column];
    if (!cell || !/[\p{L}\p{N}]/u.test(cell.text)) return;
    if (!columns.some((matcher) => header.text.search(matcher) >= 0)) return;
    const range = { start: cell.start, end: cell.end };
    const weakenedBy = strongestContext(unit.contexts, range);
    hits.push({ ...range, facet, signal: 'column', unit: index, sentence: 0, raises, weakenedBy });
  });
}
