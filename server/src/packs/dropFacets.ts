import type { ComposedItem } from './foldContributions';
import { findKeyPlace, isMap } from './loadedPack';
import type { PackProblem } from './packProblem';
import { errorAt } from './packProblem';
import { suggest } from './suggest';

type Values = Readonly<Record<string, unknown>>;

/**
 * Takes out the facets that a pack drops, with everything that names them: alternatives of `present`, what sections are asked for, and what inherited
 * examples expect. Problems are added for a facet that no pack has, and for a consideration that could never be present any more.
 */
export function dropFacets(
  items: ReadonlyMap<string, ComposedItem>,
  problems: PackProblem[],
): ReadonlyMap<string, ComposedItem> {
  const dropped = new Map<string, ReadonlySet<string>>();
  const changed = new Map(items);
  for (const [key, item] of items) {
    if (!key.startsWith('considerations:') || !isMap(item.value)) continue;
    const ids = findDropped(item.value);
    if (ids.size === 0) continue;
    dropped.set(key.slice('considerations:'.length), ids);
    changed.set(key, { ...item, value: withoutFacets(item, item.value, ids, problems) });
  }
  if (dropped.size === 0) return items;
  for (const [key, item] of items) {
    const ids = isMap(item.value) ? dropped.get(String(item.value.consideration)) : undefined;
    if (key.startsWith('rules:') && isMap(item.value) && ids)
      changed.set(key, { ...item, value: askForLess(item.value, ids) });
  }
  return changed;
}

function findDropped(consideration: Values): ReadonlySet<string> {
  const facets = isMap(consideration.facets) ? Object.entries(consideration.facets) : [];
  return new Set(facets.flatMap(([id, facet]) => (isMap(facet) && facet.dropped !== undefined ? [id] : [])));
}

function withoutFacets(item: ComposedItem, value: Values, ids: ReadonlySet<string>, problems: PackProblem[]): Values {
  const all = Object.entries(isMap(value.facets) ? value.facets : {});
  for (const [id, facet] of all)
    if (ids.has(id) && isMap(facet) && facet.title === undefined)
      problems.push(
        describeUnknown(
          item,
          id,
          all.map(([known]) => known).filter((known) => known !== id),
        ),
      );
  const present = toMaps(value.present).map((when) => without(when, 'facets', ids));
  const left = present.filter((when) => Array.isArray(when.facets) && when.facets.length > 0);
  if (left.length === 0 && present.length > 0) problems.push(describeNothingLeft(item, [...ids]));
  const kept = all.filter(([id]) => !ids.has(id)).map(([id, facet]) => [id, besideLess(facet, ids)] as const);
  return { ...value, facets: Object.fromEntries(kept), present: left };
}

/** A facet that stood beside dropped ones alone stands by itself now. */
function besideLess(facet: unknown, ids: ReadonlySet<string>): unknown {
  if (!isMap(facet) || facet.beside === undefined) return facet;
  const { beside, ...rest } = without(facet, 'beside', ids);
  return Array.isArray(beside) && beside.length > 0 ? { ...rest, beside } : rest;
}

/** What a rule asks for and what its examples expect, without the facets. */
function askForLess(rule: Values, ids: ReadonlySet<string>): Values {
  const expect = toMaps(rule.expect).map((entry) => {
    const { facets, ...rest } = without(without(entry, 'unless', ids), 'facets', ids);
    return Array.isArray(facets) && facets.length > 0 ? { ...rest, facets } : rest;
  });
  const examples = toMaps(rule.examples).map((example) => {
    const { finds, ...rest } = without(example, 'lacking', ids);
    const found = Object.entries(isMap(finds) ? finds : {}).filter(([facet]) => !ids.has(facet));
    return found.length > 0 ? { ...rest, finds: Object.fromEntries(found) } : rest;
  });
  return {
    ...rule,
    ...(rule.expect === undefined ? {} : { expect }),
    ...(rule.examples === undefined ? {} : { examples }),
  };
}

function without(value: Values, key: string, ids: ReadonlySet<string>): Values {
  const list = value[key];
  return Array.isArray(list) ? { ...value, [key]: list.filter((id) => !ids.has(String(id))) } : value;
}

function toMaps(list: unknown): readonly Values[] {
  return Array.isArray(list) ? list.filter(isMap) : [];
}

function placeOf(item: ComposedItem, id: string) {
  const holder = item.contributions.findLast(({ value }) => {
    const facets = isMap(value) ? value.facets : undefined;
    const facet = isMap(facets) ? facets[id] : undefined;
    return isMap(facet) && facet.dropped !== undefined;
  });
  return holder && findKeyPlace(holder.pack, ['considerations', holder.id, 'facets', id, 'dropped']);
}

function describeUnknown(item: ComposedItem, id: string, known: readonly string[]): PackProblem {
  const name = item.key.slice('considerations:'.length);
  const message = `facet \`${id}\` of consideration \`${name}\` is dropped, and no extended pack has it${suggest(id, known)}`;
  return errorAt(placeOf(item, id) ?? { path: '', line: 1, column: 1 }, 'nothing-to-drop', message);
}

function describeNothingLeft(item: ComposedItem, ids: readonly string[]): PackProblem {
  const name = item.key.slice('considerations:'.length);
  const message = `without facet ${ids.map((id) => `\`${id}\``).join(', ')}, no alternative of \`present\` of consideration \`${name}\` is left: give \`present\` anew`;
  return errorAt(placeOf(item, ids[0] ?? '') ?? { path: '', line: 1, column: 1 }, 'nothing-present', message);
}
