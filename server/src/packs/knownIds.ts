import type { Contribution } from './contributions';
import { findBases } from './contributions';
import type { LoadedPack } from './loadedPack';
import { isMap } from './loadedPack';
import type { ItemSection } from './packSchema';
import { ITEM_SECTIONS } from './packSchema';

/** Every id that some pack gives a meaning, whether or not its item can be used: what is broken is reported where it is broken, and only there. */
export interface KnownIds {
  readonly ids: Readonly<Record<ItemSection, ReadonlySet<string>>>;
  /** Facets of a consideration; undefined when it is unknown itself. */
  facetsOf(consideration: string): ReadonlySet<string> | undefined;
  /** Stages of a document type, or of all; undefined when the type is unknown itself. */
  stagesOf(documentType?: string): ReadonlySet<string> | undefined;
  /** Keys that `source` may name in a pack. */
  sourcesOf(pack: LoadedPack): ReadonlySet<string>;
}

/** Gathers all ids. */
export function gatherKnownIds(packs: readonly LoadedPack[], contributions: readonly Contribution[]): KnownIds {
  const idsIn = (section: ItemSection) =>
    new Set(contributions.filter((c) => c.section === section).map((c) => c.fullId));
  const ids = Object.fromEntries(ITEM_SECTIONS.map((section) => [section, idsIn(section)])) as Record<
    ItemSection,
    Set<string>
  >;
  // Keys that a later pack took away stay known: what the earlier pack says of them is not its mistake.
  const keysIn = (section: ItemSection, map: string, id?: string) => {
    const items = contributions.filter((c) => c.section === section && (id === undefined || c.fullId === id));
    return new Set(items.flatMap((c) => (isMap(c.value) && isMap(c.value[map]) ? Object.keys(c.value[map]) : [])));
  };
  return {
    ids,
    facetsOf: (id) => (ids.considerations.has(id) ? keysIn('considerations', 'facets', id) : undefined),
    stagesOf: (type) =>
      type !== undefined && !ids['document-types'].has(type) ? undefined : keysIn('document-types', 'stages', type),
    sourcesOf: (pack) => {
      const bases = findBases(pack, packs);
      const near = packs.filter((p) => p === pack || bases.includes(p.pack.id));
      return new Set(['ours', ...near.flatMap((p) => Object.keys(p.pack.sources))]);
    },
  };
}
