import type { FilePlace } from '../packProblem';
import type { ItemSection } from '../packSchema';

/** What an id can be the id of: an item of a section, or something inside one. */
export type IdKind = ItemSection | 'facets' | 'stages' | 'items' | 'sources' | 'packs';

/** Something that packs give an id. */
export interface IdTarget {
  readonly kind: IdKind;
  /** In full: `pack/rule` for rules. */
  readonly id: string;
  /** Of a facet its consideration, of a stage its document type, of an item its vocabulary or framework, of a source its pack. */
  readonly owner?: string;
}

/** One place where an id stands. */
export interface IdUse extends IdTarget {
  /** `override`: an extending pack says more of what another one defines. */
  readonly role: 'definition' | 'override' | 'reference';
  /** The id's words and no more: quotes are left out. */
  readonly place: FilePlace;
  /** Id of the pack that the place belongs to. */
  readonly pack: string;
}

/** True when both speak of the same thing. */
export function isSame(a: IdTarget, b: IdTarget): boolean {
  return a.kind === b.kind && a.id === b.id && a.owner === b.owner;
}

/** The innermost use at a position (1-based); undefined where no id stands. */
export function findUseAt(uses: readonly IdUse[], path: string, line: number, column: number): IdUse | undefined {
  const isThere = ({ place }: IdUse) =>
    place.path === path && place.line === line && place.column <= column && column <= (place.endColumn ?? 0);
  return uses.find(isThere);
}
