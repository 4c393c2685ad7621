import { isMap } from '../loadedPack';
import type { ItemProblem } from './checkOwnItems';
import type { WholeItem } from './wholeItem';

/** A facet that nothing shows can never be found, and is then said to lack everywhere. */
export function checkConsideration(item: WholeItem): readonly ItemProblem[] {
  const facets = isMap(item.value.facets) ? item.value.facets : {};
  if (Object.keys(facets).length === 0)
    return [item.error('no-facets', `${item.name} has no facets: give at least one`, ['facets'], { drops: true })];
  return Object.entries(facets).flatMap(([id, facet]) => {
    if (!isMap(facet) || facet.signals !== undefined || facet.columns !== undefined) return [];
    return [
      item.warning(
        'facet-without-signals',
        `facet \`${id}\` of ${item.name} has no \`signals\` and no \`columns\`: nothing can show it`,
        ['facets', id],
      ),
    ];
  });
}
