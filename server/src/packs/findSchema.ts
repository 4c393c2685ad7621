import type { DataPath } from './readYaml';
import type { JsonSchema } from './schema/jsonSchema';

/** The schema of the value that a path leads to. */
export function findSchema(root: JsonSchema, path: DataPath): JsonSchema | undefined {
  const resolve = (schema: JsonSchema | undefined) =>
    schema?.$ref === undefined ? schema : root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  return path.reduce<JsonSchema | undefined>((schema, step) => {
    const shapes = [schema, ...(schema?.anyOf ?? [])];
    if (typeof step === 'number') return resolve(shapes.find((shape) => shape?.items)?.items);
    const named = shapes.map((shape) => shape?.properties?.[step]).find((property) => property !== undefined);
    const other = shapes.map((shape) => shape?.additionalProperties).find((property) => typeof property === 'object');
    return resolve(named ?? (typeof other === 'object' ? other : undefined));
  }, root);
}
