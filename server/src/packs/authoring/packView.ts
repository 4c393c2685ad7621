import { collectContributions } from '../contributions';
import { dropFacets } from '../dropFacets';
import type { ComposedItem } from '../foldContributions';
import { foldContributions } from '../foldContributions';
import { isMap } from '../loadedPack';
import type { IdKind, IdUse } from './idUse';
import type { PackWorld } from './packWorld';
import { buildPackWorld, findVisible } from './packWorld';

/** What can be referred to from where somebody writes. */
export interface KnownId {
  readonly id: string;
  /** Title, label or question, for a list. */
  readonly title: string;
  /** Pack that defines it. */
  readonly pack: string;
}

/** A pack with what it extends, as seen by somebody who writes in it. */
export interface PackView {
  readonly world: PackWorld;
  /** Id of the pack. */
  readonly id: string;
  /** Items as composed, by `section:id`; what is faulty counts as well. */
  readonly items: ReadonlyMap<string, ComposedItem>;
  /** Ids of a kind that the pack sees; `owner` as in `IdTarget`. */
  idsOf(kind: IdKind, owner?: string): readonly KnownId[];
}

/** Looks at packs, which are in dependency order, from one of them. */
export function buildPackView(packs: PackWorld['packs'], id: string): PackView {
  const world = buildPackWorld(packs);
  const items = dropFacets(foldContributions(collectContributions(packs).contributions), []);
  const visible = findVisible(world, id);
  return {
    world,
    id,
    items,
    idsOf(kind, owner) {
      const uses = world.uses.filter(
        (use) =>
          use.kind === kind && use.role === 'definition' && visible.has(use.pack) && (!owner || use.owner === owner),
      );
      const known = new Map(
        uses.map((use) => [use.id, { id: use.id, title: titleOf(use, items, packs), pack: use.pack }]),
      );
      return [...known.values()];
    },
  };
}

const INNER: Readonly<Partial<Record<IdKind, string>>> = {
  facets: 'considerations',
  stages: 'document-types',
};

function titleOf(use: IdUse, items: PackView['items'], packs: PackWorld['packs']): string {
  if (use.kind === 'packs') return packs.find((pack) => pack.pack.id === use.id)?.pack.title ?? '';
  if (use.kind === 'sources')
    return packs.find((pack) => pack.pack.id === use.owner)?.pack.sources[use.id]?.title ?? '';
  const section = INNER[use.kind];
  const key =
    use.owner === undefined ? `${use.kind}:${use.id}` : use.kind === 'items' ? use.owner : `${section}:${use.owner}`;
  const item = items.get(key)?.value;
  const inner = isMap(item) ? item[use.kind] : undefined;
  const value = use.owner === undefined ? item : isMap(inner) ? inner[use.id] : undefined;
  const word = isMap(value) ? (value.title ?? value.label) : undefined;
  return typeof word === 'string' ? word : '';
}
