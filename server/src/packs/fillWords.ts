import { resolveSchema, schemaOfItem } from './checks/findMissingKeys';
import type { ComposedItem } from './foldContributions';
import { isMap } from './loadedPack';
import type { JsonSchema } from './schema/jsonSchema';

/**
 * Stands in for required words that were in a part that could not be read: an item without its title is called by its id, and goes on being found.
 * What the item looks for is never made up.
 */
export function fillWords(item: ComposedItem): unknown {
  const first = item.contributions[0];
  const schema = first && schemaOfItem(first.section);
  return first && schema ? fill(item.value, schema, first.id) : item.value;
}

function fill(value: unknown, schema: JsonSchema, id: string): unknown {
  if (!isMap(value)) return value;
  const known = Object.entries(value).map(([key, part]) => {
    const inner = resolveSchema(schema.properties?.[key] ?? schema.additionalProperties);
    return [key, inner ? fill(part, inner, key) : part] as const;
  });
  const isWords = (key: string) =>
    schema.properties?.[key]?.type === 'string' && schema.properties[key]?.enum === undefined;
  const filled = (schema.required ?? [])
    .filter((key) => value[key] === undefined && isWords(key))
    .map((key) => [key, key === 'title' || key === 'label' ? id : ''] as const);
  return { ...Object.fromEntries(known), ...Object.fromEntries(filled) };
}
