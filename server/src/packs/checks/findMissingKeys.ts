import { describePath } from '../describePath';
import { isMap } from '../loadedPack';
import type { ItemSection } from '../packSchema';
import { packSchema } from '../packSchema';
import type { DataPath } from '../readYaml';
import type { JsonSchema } from '../schema/jsonSchema';
import type { ItemProblem } from './checkOwnItems';
import type { WholeItem } from './wholeItem';

/** Keys that the schema requires and no pack gives. Entries of lists were judged when their file was read. */
export function findMissingKeys(item: WholeItem): readonly ItemProblem[] {
  const schema = schemaOfItem(item.section);
  return schema ? find(item, item.value, schema, []) : [];
}

function find(item: WholeItem, value: unknown, schema: JsonSchema, path: DataPath): readonly ItemProblem[] {
  if (!isMap(value)) return [];
  const missing = (schema.required ?? [])
    .filter((key) => value[key] === undefined)
    .map((key) => describe(item, key, schema, path));
  const below = Object.entries(value).flatMap(([key, part]) => {
    const inner = resolveSchema(schema.properties?.[key] ?? schema.additionalProperties);
    return inner ? find(item, part, inner, [...path, key]) : [];
  });
  return [...missing, ...below];
}

function describe(item: WholeItem, key: string, schema: JsonSchema, path: DataPath): ItemProblem {
  const name = nameOf(item, path);
  // The key is there without a value, which took it away.
  if (item.isWritten([...path, key])) {
    return item.error(
      'missing-key',
      `\`${key}\` of ${name} is taken away here, and it is required: give a value`,
      [...path, key],
      { drops: true },
    );
  }
  const meaning = schema.properties?.[key]?.description;
  return item.error('missing-key', `${name} lacks \`${key}\`${meaning === undefined ? '' : `: ${meaning}`}`, path, {
    drops: true,
  });
}

function nameOf(item: WholeItem, path: DataPath): string {
  return path.length === 0
    ? item.name
    : `${describePath(['', '', ...path]).replace(/ of `` of ``$/, '')} of ${item.name}`;
}

/** The schema of one item of a section. */
export function schemaOfItem(section: ItemSection): JsonSchema | undefined {
  return resolveSchema(packSchema.properties?.[section]?.additionalProperties);
}

/** Follows a reference into the schema's definitions. */
export function resolveSchema(schema: JsonSchema | boolean | undefined): JsonSchema | undefined {
  if (typeof schema !== 'object') return undefined;
  return schema.$ref === undefined ? schema : packSchema.$defs?.[schema.$ref.replace('#/$defs/', '')];
}
