import { WEB_ADDRESS } from '../../core/text/webAddress';

/** The part of JSON Schema (2020-12) that our formats use. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | null)[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minProperties?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly default?: unknown;
}

/** Lower-case words joined by hyphens. */
export const KEBAB = '^[a-z0-9]+(-[a-z0-9]+)*$';
/** A kebab-case id, or one with the pack it belongs to before it. */
export const RULE_ID = '^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$';
/** Letters, digits and hyphens: stages and sources have names of their own, such as `OBC` and `T5`. */
export const NAME = '^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$';
export const FILE_IN_FOLDER = '^(?!.*\\.\\.)[A-Za-z0-9_][A-Za-z0-9_./-]*\\.ya?ml$';
export const ISO_DATE = '^\\d{4}(-\\d{2}(-\\d{2})?)?$';
export const NOT_BLANK = '\\S';

/** What each pattern asks for, in the words of a message: "must be …". */
export const PATTERN_WORDS: Readonly<Record<string, string>> = {
  [KEBAB]: 'lower-case words joined by hyphens, such as `case-for-change`',
  [RULE_ID]:
    'lower-case words joined by hyphens, such as `good-work`, with the pack before it if need be: `inclusive-growth/good-work`',
  [NAME]: 'letters, digits and hyphens, such as `OBC` or `T5`',
  [FILE_IN_FOLDER]: 'the name of a `.yaml` file in the same folder or below it, such as `signals.yaml`',
  [ISO_DATE]: 'a date such as `2024-04-01`, `2024-04` or `2024`',
  [NOT_BLANK]: 'text that is not blank',
  [WEB_ADDRESS]: 'an address of the web, such as `https://example.org/page`',
};

/** Text that is not blank. */
export function text(description: string): JsonSchema {
  return { description, type: 'string', pattern: NOT_BLANK };
}

/** Text that names something by id. */
export function id(description: string): JsonSchema {
  return { description, type: 'string', pattern: KEBAB };
}

/** A list of texts with at least one entry. */
export function texts(description: string): JsonSchema {
  return { description, type: 'array', items: { type: 'string', pattern: NOT_BLANK }, minItems: 1 };
}

/** A list with at least one entry. */
export function list(description: string, items: JsonSchema): JsonSchema {
  return { description, type: 'array', items, minItems: 1 };
}

/** A map from ids to values. */
export function map(description: string, of: JsonSchema, keys: string = KEBAB): JsonSchema {
  return { description, type: 'object', propertyNames: { pattern: keys }, additionalProperties: of };
}

/** One of these words. */
export function word(description: string, words: readonly string[], fallback?: string): JsonSchema {
  return { description, type: 'string', enum: words, ...(fallback === undefined ? {} : { default: fallback }) };
}

/** True or false. */
export function flag(description: string): JsonSchema {
  return { description, type: 'boolean' };
}

/** A map with these keys and no others. */
export function record(
  title: string,
  description: string,
  required: readonly string[],
  properties: Readonly<Record<string, JsonSchema>>,
): JsonSchema {
  return { title, description, type: 'object', required, properties, additionalProperties: false };
}

/** What is defined under this name in `$defs`. */
export function ref(name: string, description?: string): JsonSchema {
  return { $ref: `#/$defs/${name}`, ...(description === undefined ? {} : { description }) };
}
