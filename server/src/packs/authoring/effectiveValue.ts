import type { ComposedItem } from '../foldContributions';
import { isMap } from '../loadedPack';
import type { DataPath } from '../readYaml';

/** What a key comes to once all packs have had their say. */
export interface EffectiveValue {
  readonly value: unknown;
  /** Id of the pack that said it last. */
  readonly pack: string;
  /** Packs that said it before and were overridden, oldest first. */
  readonly earlier: readonly string[];
}

/** The value that a path within an item leads to. Undefined when no pack says it, or the last one took it away. */
export function findEffectiveValue(item: ComposedItem, path: DataPath): EffectiveValue | undefined {
  const value = valueIn(item.value, path);
  const saying = item.contributions.filter((contribution) => valueIn(contribution.value, path) !== undefined);
  const last = saying.at(-1);
  if (value === undefined || !last) return undefined;
  const earlier = saying.slice(0, -1).map(({ pack }) => pack.pack.id);
  return { value, pack: last.pack.pack.id, earlier };
}

function valueIn(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)];
    return isMap(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, data);
}
