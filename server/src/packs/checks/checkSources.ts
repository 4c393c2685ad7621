import type { Contribution } from '../contributions';
import { describePath } from '../describePath';
import type { KnownIds } from '../knownIds';
import { findValuePlace, isMap } from '../loadedPack';
import { errorAt } from '../packProblem';
import type { DataPath } from '../readYaml';
import { suggest } from '../suggest';
import type { ItemProblem } from './checkOwnItems';

/** Values of `source` that no pack's `sources` has. The item goes on working: only its provenance is in doubt. */
export function checkSources(item: Contribution, known: KnownIds): readonly ItemProblem[] {
  const sources = known.sourcesOf(item.pack);
  return findSources(item.value, []).flatMap(({ path, key }) => {
    if (sources.has(key)) return [];
    const place = findValuePlace(item.pack, [item.section, item.id, ...path]);
    const owner = describePath([item.section, item.id, ...path].slice(0, isNested(path) ? 4 : 2));
    const hint = suggest(key, sources) || ': add it to `sources`';
    return [
      { problem: errorAt(place, 'unknown-source', `unknown source \`${key}\` in ${owner}${hint}`), drops: false },
    ];
  });
}

function isNested(path: DataPath): boolean {
  return path[0] === 'facets' || path[0] === 'items' || path[0] === 'stages';
}

/** All values of keys called `source`; a facet or item of that name is a map, and words that an example must find are no reference. */
export function findSources(value: unknown, path: DataPath): readonly { path: DataPath; key: string }[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => findSources(part, [...path, index]));
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const here = [...path, key];
    if (key === 'finds') return [];
    if (key !== 'source' || isMap(part)) return findSources(part, here);
    if (typeof part === 'string') return [{ path: here, key: part }];
    return Array.isArray(part) ? part.map((entry, index) => ({ path: [...here, index], key: String(entry) })) : [];
  });
}
