import type { JsonSchema } from './schema/jsonSchema';

/**
 * What one file of a pack may say. A file need not be complete: another file of the pack, or an extended pack, may hold the rest of an item.
 * So nothing is required, except within the entries of lists, which are only ever replaced whole.
 * A list of texts may be given as a change to that of an extended pack: `{ add: [...], remove: [...] }`.
 */
export function toFileSchema(schema: JsonSchema): JsonSchema {
  const whole = namesInLists(schema);
  const definitions = Object.entries(schema.$defs ?? {});
  return {
    ...withoutRequired(schema),
    $defs: Object.fromEntries(
      definitions.map(([name, definition]) => [
        name,
        whole.has(name) ? definition : withChanges(withoutRequired(definition)),
      ]),
    ),
  };
}

/**
 * For editors, where `null` must be allowed as well: a key without a value takes away what an extended pack says.
 */
export function toEditorSchema(schema: JsonSchema): JsonSchema {
  const file = toFileSchema(schema);
  const whole = namesInLists(schema);
  const definitions = Object.entries(file.$defs ?? {});
  return {
    ...file,
    properties: mapValues(file.properties ?? {}, (property) => withNullEntries(property)),
    $defs: Object.fromEntries(
      definitions.map(([name, definition]) => [
        name,
        whole.has(name)
          ? definition
          : { ...definition, properties: mapValues(definition.properties ?? {}, (p) => orNull(withNullEntries(p))) },
      ]),
    ),
  };
}

/** Definitions that are used as entries of lists. */
function namesInLists(schema: JsonSchema): ReadonlySet<string> {
  const all = [schema, ...Object.values(schema.$defs ?? {})].flatMap((part) => Object.values(part.properties ?? {}));
  return new Set(
    all.flatMap((property) =>
      property.items?.$ref === undefined ? [] : [property.items.$ref.replace('#/$defs/', '')],
    ),
  );
}

function withoutRequired(schema: JsonSchema): JsonSchema {
  const { required: _required, ...rest } = schema;
  return rest;
}

/** Lists of texts may be changed where an extended pack gives them. */
function withChanges(schema: JsonSchema): JsonSchema {
  return { ...schema, properties: mapValues(schema.properties ?? {}, orChange) };
}

function orChange(schema: JsonSchema): JsonSchema {
  if (schema.type !== 'array' || schema.items?.type !== 'string') return schema;
  const { description, ...list } = schema;
  const part = (words: string): JsonSchema => ({ ...list, description: words });
  const change: JsonSchema = {
    type: 'object',
    minProperties: 1,
    properties: {
      add: part('Entries that come after those of the extended pack.'),
      remove: part('Entries of the extended pack that are taken out, written as they stand there.'),
    },
    additionalProperties: false,
  };
  return { ...(description === undefined ? {} : { description }), anyOf: [list, change] };
}

function withNullEntries(schema: JsonSchema): JsonSchema {
  const { additionalProperties } = schema;
  return typeof additionalProperties === 'object'
    ? { ...schema, additionalProperties: orNull(additionalProperties) }
    : schema;
}

function orNull(schema: JsonSchema): JsonSchema {
  const { description, ...rest } = schema;
  return { ...(description === undefined ? {} : { description }), anyOf: [rest, { type: 'null' }] };
}

function mapValues(properties: Readonly<Record<string, JsonSchema>>, change: (schema: JsonSchema) => JsonSchema) {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value)]));
}
