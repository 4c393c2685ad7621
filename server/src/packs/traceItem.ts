import type { Contribution } from './contributions';
import { collectContributions } from './contributions';
import { valueAt } from './describeSchemaErrors';
import { dropFacets } from './dropFacets';
import { foldContributions } from './foldContributions';
import { isListChange, isNamedBy } from './listChange';
import type { LoadedPack } from './loadedPack';
import { findKeyPlace, findValuePlace, isMap } from './loadedPack';
import type { FilePlace } from './packProblem';
import type { DataPath } from './readYaml';

/** Something that a pack says, and where. */
export interface Saying {
  readonly pack: string;
  readonly place: FilePlace;
  readonly value: unknown;
}

/** One value of an item as it holds, or one that was taken away. */
export interface TracedValue extends Saying {
  readonly path: DataPath;
  /** `taken-away`: `value` is the reason that was given, if any. */
  readonly kind: 'holds' | 'taken-away';
  /** What it took the place of, latest first. */
  readonly earlier: readonly Saying[];
}

/**
 * Says of every single value of an item, such as `rules:inclusive-growth/good-work`, which pack says it and where, and what it took the place of.
 * Packs are given in dependency order. Undefined when no pack has the item.
 */
export function traceItem(packs: readonly LoadedPack[], key: string): readonly TracedValue[] | undefined {
  const sound = collectContributions(packs).contributions.filter((contribution) => !contribution.faulty);
  const item = dropFacets(foldContributions(sound), []).get(key);
  if (!item) return undefined;
  const { contributions } = item;
  const holds = item.value === undefined ? [] : traceValue(item.value, [], contributions);
  return [
    ...holds,
    ...contributions.flatMap((contribution) => traceTaken(contribution, contribution.value, [], item.value)),
  ];
}

function traceValue(value: unknown, path: DataPath, contributions: readonly Contribution[]): readonly TracedValue[] {
  if (isMap(value))
    return Object.entries(value).flatMap(([key, part]) => traceValue(part, [...path, key], contributions));
  if (Array.isArray(value))
    return value.flatMap((entry, index) => traceEntry(entry, [...path, index], path, contributions));
  const said = contributions.filter((c) => (valueAt(c.value, path) ?? null) !== null).reverse();
  const [winner, ...earlier] = said.map((c) => say(c, path));
  return winner ? [{ ...winner, path, value, kind: 'holds', earlier }] : [];
}

/** An entry of a list comes whole from the latest pack that has it in its list, or adds it. */
function traceEntry(
  entry: unknown,
  path: DataPath,
  list: DataPath,
  contributions: readonly Contribution[],
): readonly TracedValue[] {
  const wanted = JSON.stringify(entry);
  const sources = contributions.flatMap((contribution) => {
    const said = valueAt(contribution.value, list);
    const parts: readonly (readonly [DataPath, readonly unknown[]])[] = isListChange(said)
      ? [
          [[...list, 'first'], said.first ?? []],
          [[...list, 'add'], said.add ?? []],
        ]
      : [[list, Array.isArray(said) ? said : []]];
    return parts.flatMap(([at, entries]) => {
      const index = entries.findIndex((one) => JSON.stringify(one) === wanted);
      return index < 0 ? [] : [{ contribution, at: [...at, index] }];
    });
  });
  const source = sources.at(-1);
  const holder = source?.contribution ?? contributions.findLast((c) => valueAt(c.value, list) !== undefined);
  if (!holder) return [];
  return flatten(entry, []).map(({ inner, value }) => ({
    ...say(holder, source ? [...source.at, ...inner] : list),
    path: [...path, ...inner],
    value,
    kind: 'holds',
    earlier: [],
  }));
}

/** Single values of an entry, with the way to each. */
function flatten(value: unknown, inner: DataPath): readonly { readonly inner: DataPath; readonly value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => flatten(part, [...inner, index]));
  if (isMap(value)) return Object.entries(value).flatMap(([key, part]) => flatten(part, [...inner, key]));
  return [{ inner, value }];
}

/** What a pack takes away and no later one brings back: keys without a value, entries under `remove`, facets that are dropped. */
function traceTaken(contribution: Contribution, said: unknown, path: DataPath, whole: unknown): readonly TracedValue[] {
  const taken = (at: DataPath, named: DataPath, value: unknown): TracedValue => ({
    pack: contribution.pack.pack.id,
    place: findKeyPlace(contribution.pack, [contribution.section, contribution.id, ...at]),
    path: named,
    value,
    kind: 'taken-away',
    earlier: [],
  });
  const holds = valueAt(whole, path);
  if (said === null) return path.length > 0 && holds === undefined ? [taken(path, path, undefined)] : [];
  if (isListChange(said)) {
    const gone = (said.remove ?? []).map((entry, index) => ({ entry, index }));
    return gone
      .filter(({ entry }) => !(Array.isArray(holds) && holds.some((one) => isNamedBy(one, entry))))
      .map(({ entry, index }) => {
        const name = typeof entry === 'string' ? entry : JSON.stringify(entry);
        return taken([...path, 'remove', index], [...path, name], undefined);
      });
  }
  if (!isMap(said)) return [];
  if (path.at(-2) === 'facets' && said.dropped !== undefined && holds === undefined)
    return [taken([...path, 'dropped'], path, said.dropped)];
  return Object.entries(said).flatMap(([key, part]) => traceTaken(contribution, part, [...path, key], whole));
}

function say(contribution: Contribution, path: DataPath): Saying {
  const { pack, section, id, value } = contribution;
  return { pack: pack.pack.id, place: findValuePlace(pack, [section, id, ...path]), value: valueAt(value, path) };
}
