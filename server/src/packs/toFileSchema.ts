import { CHANGE_MEANINGS } from './listChange';
import type { JsonSchema } from './schema/jsonSchema';

/**
 * What one file of a pack may say. A file need not be complete: another file of the pack, or an extended pack, may hold the rest of an item.
 * So nothing is required, except within the entries of lists, which are only ever replaced whole.
 * A list may be given as a change to that of an extended pack: `{ add: [...], remove: [...] }`.
 */
export function toFileSchema(schema: JsonSchema): JsonSchema {
  const whole = namesInLists(schema);
  const definitions = Object.entries(schema.$defs ?? {});
  return {
    ...withoutRequired(schema),
    $defs: Object.fromEntries(
      definitions.map(([name, definition]) => [
        name,
        whole.has(name) ? definition : withChanges(withoutRequired(definition), schema),
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

/** Lists may be changed where an extended pack gives them. */
function withChanges(schema: JsonSchema, root: JsonSchema): JsonSchema {
  return { ...schema, properties: mapValues(schema.properties ?? {}, (property) => orChange(property, root)) };
}

function orChange(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.type !== 'array' || !schema.items) return schema;
  const { description, ...list } = schema;
  const entry = root.$defs?.[schema.items.$ref?.replace('#/$defs/', '') ?? ''];
  const change: JsonSchema = {
    type: 'object',
    minProperties: 1,
    properties: entry ? changesOfMaps(list, entry) : changesOfTexts(list),
    additionalProperties: false,
  };
  return { ...(description === undefined ? {} : { description }), anyOf: [list, change] };
}

function changesOfTexts(list: JsonSchema): JsonSchema['properties'] {
  return {
    add: { ...list, description: CHANGE_MEANINGS.add },
    remove: { ...list, description: CHANGE_MEANINGS.remove },
  };
}

/** Entries that are maps are taken out by what they hold, so that nobody must copy them. */
function changesOfMaps(list: JsonSchema, entry: JsonSchema): JsonSchema['properties'] {
  const name = { ...withoutRequired(entry), minProperties: 1 };
  return {
    first: { ...list, description: CHANGE_MEANINGS.first },
    add: { ...list, description: CHANGE_MEANINGS.add },
    remove: { type: 'array', items: name, minItems: 1, description: CHANGE_MEANINGS.remove },
  };
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
