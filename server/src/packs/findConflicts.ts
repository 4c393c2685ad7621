import type { Contribution } from './contributions';
import { findBases } from './contributions';
import { describePath } from './describePath';
import { keyOf } from './foldContributions';
import type { LoadedPack } from './loadedPack';
import { findKeyPlace } from './loadedPack';
import type { PackProblem } from './packProblem';
import { warningAt } from './packProblem';

/**
 * Items that two packs define though neither extends the other, so that neither can know that it overrides. A pack that extends both and says
 * something of the item has settled it.
 */
export function findConflicts(
  packs: readonly LoadedPack[],
  contributions: readonly Contribution[],
): readonly PackProblem[] {
  const bases = new Map(packs.map((pack) => [pack, new Set(findBases(pack, packs))]));
  const earlier = new Map<string, Contribution[]>();
  return contributions.flatMap((contribution) => {
    const before = earlier.get(keyOf(contribution)) ?? [];
    earlier.set(keyOf(contribution), [...before, contribution]);
    const stranger = before.findLast(
      (c) => c.pack !== contribution.pack && !bases.get(contribution.pack)?.has(c.pack.pack.id),
    );
    const isSettled = contributions.some((c) => {
      const known = bases.get(c.pack);
      return (
        stranger &&
        keyOf(c) === keyOf(contribution) &&
        known?.has(contribution.pack.pack.id) &&
        known.has(stranger.pack.pack.id)
      );
    });
    return stranger && !isSettled ? [describe(contribution, stranger)] : [];
  });
}

function describe(later: Contribution, first: Contribution): PackProblem {
  const place = findKeyPlace(first.pack, [first.section, first.id]);
  const name = describePath([later.section, later.id]);
  const message = `${name} is also defined by pack \`${first.pack.pack.id}\` (${place.path}, line ${place.line}), which this pack does not extend: the words of both are joined; extend that pack, choose another id, or say in a pack that extends both what holds`;
  return warningAt(findKeyPlace(later.pack, [later.section, later.id]), 'conflict', message);
}
