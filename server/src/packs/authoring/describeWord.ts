import { describePath, nounOf } from '../describePath';
import { findSchema } from '../findSchema';
import { CHANGE_MEANINGS, isChangeKey, withoutChanges } from '../listChange';
import { isMap } from '../loadedPack';
import { isItemSection, packSchema } from '../packSchema';
import type { DataPath } from '../readYaml';
import type { EffectiveValue } from './effectiveValue';
import { findEffectiveValue } from './effectiveValue';
import type { Cursor } from './findCursor';
import type { IdUse } from './idUse';
import type { PackView } from './packView';

/** What there is to say about a word of a pack's file. */
export interface WordDescription {
  /** What it is: `` `terms` of signal `groups` ``. */
  readonly name: string;
  /** What the key means, from the schema. */
  readonly meaning?: string;
  readonly fallback?: string;
  /** What it comes to after inheritance. */
  readonly effective?: EffectiveValue;
}

/** Describes the key or the id at the cursor. `use` is the id that stands there, if one does. */
export function describeWord(
  cursor: Cursor,
  word: string,
  use: IdUse | undefined,
  view: PackView | undefined,
): WordDescription | undefined {
  if (use?.role === 'reference') return describeTarget(use, view);
  const path = cursor.position === 'key' ? [...cursor.path, word] : cursor.path;
  if (path.length === 0) return undefined;
  const schema = findSchema(packSchema, withoutChanges(path));
  if (!schema) return describeChange(path, view);
  const [section, id] = path;
  const isWholeItem = path.length === 2 && typeof section === 'string' && isItemSection(section);
  return {
    name: describePath(path),
    meaning: schema.description,
    fallback: schema.default === undefined ? undefined : String(schema.default),
    effective:
      isWholeItem || path.length > 2 ? findEffective(String(section), String(id), path.slice(2), view) : undefined,
  };
}

/** A key by which a list is changed: what it does, and what the list comes to. */
function describeChange(path: DataPath, view: PackView | undefined): WordDescription | undefined {
  const [key, list] = [path.at(-1), withoutChanges(path.slice(0, -1))];
  if (!isChangeKey(key) || findSchema(packSchema, list)?.type !== 'array') return undefined;
  const [section, id] = list;
  const effective = findEffective(String(section), String(id), list.slice(2), view);
  return { name: describePath(path), meaning: CHANGE_MEANINGS[key], effective };
}

function findEffective(
  section: string,
  id: string,
  inner: DataPath,
  view: PackView | undefined,
): EffectiveValue | undefined {
  if (!view) return undefined;
  const full = section === 'rules' ? [id, `${view.id}/${id}`, ...view.idsOf('rules').map((rule) => rule.id)] : [id];
  const key = full.find((name) => (name === id || name.endsWith(`/${id}`)) && view.items.has(`${section}:${name}`));
  const item = key === undefined ? undefined : view.items.get(`${section}:${key}`);
  return item && findEffectiveValue(item, inner);
}

/** What an id stands for, where it is defined. */
function describeTarget(use: IdUse, view: PackView | undefined): WordDescription {
  const name = `${nounOf(use.kind)} \`${use.id}\`${use.owner === undefined ? '' : ` of \`${use.owner.replace(/^[\w-]+:/, '')}\``}`;
  if (!view) return { name };
  const [section, id] =
    use.kind === 'facets'
      ? ['considerations', use.owner]
      : use.kind === 'stages'
        ? ['document-types', use.owner]
        : [use.kind, use.id];
  const item = view.items.get(`${section}:${id}`);
  const inner = use.kind === 'facets' || use.kind === 'stages' ? [use.kind, use.id] : [];
  const effective = item && findEffectiveValue(item, inner);
  const title = isMap(effective?.value) ? (effective.value.title ?? effective.value.label) : undefined;
  const known = view.idsOf(use.kind, use.owner).find((candidate) => candidate.id === use.id);
  const words = typeof title === 'string' ? title : known?.title;
  return { name, meaning: words === '' ? undefined : words, effective };
}
