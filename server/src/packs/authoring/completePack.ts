import type { Reference } from '../checks/references';
import { findSchema } from '../findSchema';
import { CHANGE_KEYS, CHANGE_MEANINGS, withoutChanges } from '../listChange';
import { isMap } from '../loadedPack';
import { isItemSection, packSchema } from '../packSchema';
import type { DataPath } from '../readYaml';
import type { JsonSchema } from '../schema/jsonSchema';
import type { Cursor } from './findCursor';
import type { KnownId, PackView } from './packView';
import { findReferenceAt } from './referenceAt';

/** Something that can be written at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly kind: 'key' | 'id' | 'word';
  /** Beside the label: a title, or where it comes from. */
  readonly detail: string;
  /** What it means. */
  readonly meaning: string;
  /** What is written in the place of the word. */
  readonly insert: string;
}

/** What can be written at the cursor of a pack's file: keys by the schema, ids by what the pack sees. `view` may be that of an earlier state. */
export function completePack(cursor: Cursor, view: PackView | undefined): readonly Suggestion[] {
  const schema = findSchema(packSchema, withoutChanges(cursor.path));
  const shapes = shapesOf(schema);
  // A word alone under a key may be the first key of a map to come.
  const isMapAhead = cursor.position === 'value' && shapes.some((shape) => shape.type === 'object');
  const keys = cursor.position === 'key' || isMapAhead ? completeKeys(cursor, shapes, view) : [];
  const values = cursor.position === 'value' ? completeValues(cursor, shapes, view) : [];
  const seen = new Set<string>();
  return [...keys, ...values].filter(({ label }) => !seen.has(label) && seen.add(label));
}

function shapesOf(schema: JsonSchema | undefined): readonly JsonSchema[] {
  return schema ? [schema, ...(schema.anyOf ?? []).flatMap((shape) => shapesOf(resolve(shape)))] : [];
}

function resolve(schema: JsonSchema): JsonSchema | undefined {
  return schema.$ref === undefined ? schema : packSchema.$defs?.[schema.$ref.replace('#/$defs/', '')];
}

function completeKeys(
  cursor: Cursor,
  shapes: readonly JsonSchema[],
  view: PackView | undefined,
): readonly Suggestion[] {
  const { path, siblings, hasColon } = cursor;
  const colon = hasColon ? '' : ':';
  const write = (label: string, kind: Suggestion['kind'], detail: string, meaning: string): Suggestion => ({
    label,
    kind,
    detail,
    meaning,
    insert: `${label}${colon}`,
  });
  const properties = shapes.flatMap((shape) =>
    Object.entries(shape.properties ?? {}).map(([key, about]) =>
      write(key, 'key', shape.required?.includes(key) ? 'required' : '', meaningOf(about)),
    ),
  );
  // What an extended pack gives as a list can be changed entry by entry.
  const lists = shapes.filter(({ type }) => type === 'array');
  const isOfMaps = lists.some(({ items }) => items?.type !== 'string');
  const changes = lists.length === 0 ? [] : CHANGE_KEYS.filter((key) => key !== 'first' || isOfMaps);
  const changed = changes.map((key) => write(key, 'key', '', CHANGE_MEANINGS[key]));
  const ids = findKeyIds(path, view).map(({ id, title, pack }) =>
    write(
      id,
      'id',
      title,
      pack === view?.id ? 'Defined in this pack.' : `Defined by pack ${pack}: what you write here is laid over it.`,
    ),
  );
  return [...properties, ...changed, ...ids].filter(({ label }) => !siblings.includes(label));
}

/** Ids that may stand as keys: those of extended packs, to override them, and those that a map by id refers to. */
function findKeyIds(path: DataPath, view: PackView | undefined): readonly KnownId[] {
  if (!view) return [];
  const [section, id, inner] = path;
  if (typeof section !== 'string' || !isItemSection(section)) return [];
  const others = (ids: readonly KnownId[]) => ids.filter(({ pack }) => pack !== view.id);
  if (path.length === 1) return others(view.idsOf(section));
  const fullId = nameInFull(section, String(id), view);
  if (path.length === 3 && (inner === 'facets' || inner === 'stages')) return others(view.idsOf(inner, fullId));
  if (path.length === 3 && inner === 'items') return others(view.idsOf('items', `${section}:${fullId}`));
  const reference = findReferenceAt(path, 'key');
  return reference ? listTargets(reference, path, view) : [];
}

function completeValues(
  cursor: Cursor,
  shapes: readonly JsonSchema[],
  view: PackView | undefined,
): readonly Suggestion[] {
  const { path } = cursor;
  const isList = shapes.some((shape) => shape.type === 'array') && !shapes.some((shape) => shape.type === 'string');
  const insert = (label: string) => (isList ? `[${label}]` : label);
  const words = shapes.flatMap((shape) => [
    ...(shape.enum ?? []).filter((word) => word !== null),
    ...(shape.type === 'boolean' ? ['true', 'false'] : []),
  ]);
  const about = shapes[0]?.description ?? '';
  const ids = findValueIds(path, view);
  return [
    ...ids.map(({ id, title, pack }) => ({
      label: id,
      kind: 'id' as const,
      detail: title,
      meaning: pack === '' ? '' : `Defined by pack ${pack}.`,
      insert: insert(id),
    })),
    ...words.map((label) => ({ label, kind: 'word' as const, detail: '', meaning: about, insert: insert(label) })),
  ];
}

function findValueIds(path: DataPath, view: PackView | undefined): readonly KnownId[] {
  if (!view) return [];
  if (path[0] === 'extends') return view.idsOf('packs').filter(({ id }) => id !== view.id);
  const last = path.findLast((step) => typeof step === 'string');
  if (last === 'source')
    return [{ id: 'ours', title: 'our own judgement, which no source says', pack: '' }, ...view.idsOf('sources')];
  const reference = findReferenceAt(path, 'value');
  return reference ? listTargets(reference, path, view) : [];
}

function listTargets({ to, also = [] }: Reference, path: DataPath, view: PackView): readonly KnownId[] {
  const [section, id] = path.map(String);
  const words = also.map((word) => ({ id: word, title: '', pack: '' }));
  const owner = nameInFull(section ?? '', id ?? '', view);
  if (to === 'own-stages') return [...words, ...view.idsOf('stages', owner)];
  if (to !== 'facets') return [...words, ...view.idsOf(to)];
  const item = view.items.get(`${section}:${owner}`)?.value;
  const consideration = section === 'considerations' ? owner : isMap(item) ? item.consideration : undefined;
  return [...words, ...(typeof consideration === 'string' ? view.idsOf('facets', consideration) : [])];
}

/** Rules are known by their pack and id; a bare id means that of an extended pack where there is one. */
function nameInFull(section: string, id: string, view: PackView): string {
  if (section !== 'rules' || id.includes('/')) return id;
  return view.idsOf('rules').find((rule) => rule.id.endsWith(`/${id}`))?.id ?? `${view.id}/${id}`;
}

function meaningOf(schema: JsonSchema): string {
  return schema.description ?? resolve(schema)?.description ?? '';
}
