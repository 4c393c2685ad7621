import { findBases } from '../contributions';
import type { LoadedPack } from '../loadedPack';
import type { IdTarget, IdUse } from './idUse';
import { isSame } from './idUse';
import { indexUses } from './indexUses';

/** Packs that are looked at together, in dependency order, with every place where an id stands in them. */
export interface PackWorld {
  readonly packs: readonly LoadedPack[];
  readonly uses: readonly IdUse[];
}

/** Builds the index over packs that are in dependency order. */
export function buildPackWorld(packs: readonly LoadedPack[]): PackWorld {
  return { packs, uses: indexUses(packs) };
}

/**
 * Every place of one thing: where it is defined, what the packs that extend its definer say of it, and what refers to it. Packs that merely use the
 * same word for a thing of their own are left aside. Definitions come first.
 */
export function findUses(world: PackWorld, target: IdTarget, seenFrom: string): readonly IdUse[] {
  const related = findRelated(world, target, seenFrom);
  const order = ['definition', 'override', 'reference'];
  return world.uses
    .filter((use) => isSame(use, target) && related.has(use.pack))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

/** Ids of the packs that share the meaning of the target: those that define it for the pack it is seen from, and all that extend them. */
export function findRelated({ packs, uses }: PackWorld, target: IdTarget, seenFrom: string): ReadonlySet<string> {
  const sees = new Map(packs.map((pack) => [pack.pack.id, findVisible({ packs }, pack.pack.id)]));
  const definers = new Set(
    uses.filter((use) => use.role !== 'reference' && isSame(use, target)).map((use) => use.pack),
  );
  const visible = findVisible({ packs }, seenFrom);
  const roots = [...definers].filter((id) => visible.has(id));
  if (roots.length === 0) return visible;
  return new Set([...sees].filter(([, seen]) => roots.some((root) => seen.has(root))).map(([id]) => id));
}

/** Ids of the packs whose words a pack sees: its own, and those of all that it extends. */
export function findVisible({ packs }: Pick<PackWorld, 'packs'>, id: string): ReadonlySet<string> {
  const pack = packs.find((candidate) => candidate.pack.id === id);
  return new Set([id, ...(pack ? findBases(pack, packs) : [])]);
}
