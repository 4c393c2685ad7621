import { describePath } from './describePath';
import { findSchema } from './findSchema';
import type { SchemaError } from './generated/validators';
import type { PackProblem } from './packProblem';
import { errorAt, startOfFile } from './packProblem';
import type { DataPath, YamlFile } from './readYaml';
import type { JsonSchema } from './schema/jsonSchema';
import { PATTERN_WORDS } from './schema/jsonSchema';
import { listWords, suggest } from './suggest';

/** A problem together with the place in the data that it is about. */
export interface ProblemInData {
  readonly path: DataPath;
  readonly problem: PackProblem;
  /** True when the value can be used all the same: an unknown key is merely not read. */
  readonly harmless: boolean;
}

/** Turns the validator's errors into problems at the exact words. `whole` names the file in messages. */
export function describeSchemaErrors(
  errors: readonly SchemaError[],
  file: YamlFile,
  schema: JsonSchema,
  whole = 'the pack',
): readonly ProblemInData[] {
  const said = new Set<string>();
  return collapseAlternatives(errors)
    .map((error) => describe(error, file, schema, whole))
    .filter(
      ({ problem }) =>
        isNew(`${problem.line}:${problem.column} ${problem.message}`, said) &&
        !file.faults.some((fault) => fault.problem.line === problem.line && fault.problem.column === problem.column),
    );
}

function isNew(words: string, said: Set<string>): boolean {
  const size = said.size;
  return said.add(words).size > size;
}

/** Of a value that may have several shapes, only the shape that the author chose is spoken of. */
function collapseAlternatives(errors: readonly SchemaError[]): readonly SchemaError[] {
  const chosen = new Set<SchemaError>();
  const hidden = new Set<SchemaError>();
  for (const choice of errors.filter((error) => error.keyword === 'anyOf')) {
    const branches = new Map<string, SchemaError[]>();
    // What a branch refers to by `$ref` is judged there: such errors stay, and show that the branch was the chosen one.
    let isToldElsewhere = false;
    for (const error of errors) {
      const isInside =
        error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`);
      if (!isInside) continue;
      if (!error.schemaPath.startsWith(`${choice.schemaPath}/`)) {
        isToldElsewhere ||= error.instancePath !== choice.instancePath;
        continue;
      }
      const branch = error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';
      branches.set(branch, [...(branches.get(branch) ?? []), error]);
      hidden.add(error);
    }
    const isOtherShape = (error: SchemaError) => error.keyword === 'type' && error.instancePath === choice.instancePath;
    const fitting = [...branches.values()].filter((branch) => !branch.some(isOtherShape));
    if (fitting.length === 1 && fitting[0]) {
      hidden.add(choice);
      for (const error of fitting[0]) chosen.add(error);
    } else if (isToldElsewhere) hidden.add(choice);
    else {
      // None fits: one error that names all shapes.
      const types = [...branches.values()]
        .flat()
        .filter(isOtherShape)
        .map((error) => error.params.type);
      hidden.add(choice);
      chosen.add({ ...choice, keyword: 'type', params: { type: types } });
    }
  }
  // A misspelt key is named once, by `additionalProperties` or `pattern`; `propertyNames` only repeats it.
  const rest = errors.filter((error) => !hidden.has(error) && error.keyword !== 'propertyNames');
  return [...rest, ...chosen].filter((error) => error.keyword !== 'anyOf');
}

function describe(error: SchemaError, file: YamlFile, schema: JsonSchema, whole: string): ProblemInData {
  const path = toPath(error.instancePath, file.value);
  const value = valueAt(file.value, path);
  const here = file.findValue(path) ?? startOfFile(file.path);
  const { params } = error;
  const at = (code: string, message: string, place = here): ProblemInData => ({
    path,
    problem: errorAt(place, code, message),
    harmless: false,
  });

  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params.additionalProperty);
      const shape = findSchema(schema, path);
      if (isKeyOfEntry(key, shape, schema))
        return at('wrong-type', `${describePath(path, whole)} must be a list, not a map: begin each entry with \`-\``);
      const known = [shape, ...(shape?.anyOf ?? [])].flatMap((one) => Object.keys(one?.properties ?? {}));
      const keyPath = [...path, key];
      const message = `unknown key \`${key}\` of ${describePath(path, whole)}${suggest(key, known)}`;
      // A map in the place of a list is of no use.
      const harmless = !known.includes('remove');
      return { path: keyPath, problem: errorAt(file.findKey(keyPath) ?? here, 'unknown-key', message), harmless };
    }
    case 'required': {
      const key = String(params.missingProperty);
      return at(
        'missing-key',
        `${describePath(path, whole)} lacks \`${key}\``,
        file.findKey(path) ?? startOfFile(file.path),
      );
    }
    case 'enum': {
      const known = (params.allowedValues as readonly unknown[]).map(String);
      return at('unknown-value', describeUnknownValue(path, value, known, whole));
    }
    case 'type':
      return at(
        'wrong-type',
        `${describePath(path, whole)} must be ${nameTypes(params.type)}, not ${nameValue(value, file, path, params.type)}`,
      );
    case 'minProperties':
      if (path.at(-2) === 'remove')
        return at(
          'empty-change',
          `${describePath(path, whole)} names nothing: give some of what the entry to be taken out holds`,
        );
      return at(
        'empty-change',
        `${describePath(path, whole)} changes nothing: give \`add\`, \`remove\` or a whole list`,
      );
    case 'minItems':
      return at(
        'empty-list',
        `${describePath(path, whole)} is an empty list: give at least one entry, or leave the key out`,
      );
    case 'pattern':
      return describePattern(error, path, file, whole);
    default:
      return at('wrong-value', `${describePath(path, whole)} is not as it should be (${error.keyword})`);
  }
}

/** True where the keys of an entry stand in the place of a list of such entries. */
function isKeyOfEntry(key: string, shape: JsonSchema | undefined, root: JsonSchema): boolean {
  const entry = shape?.anyOf?.find(({ type }) => type === 'array')?.items?.$ref?.replace('#/$defs/', '');
  return entry !== undefined && Object.hasOwn(root.$defs?.[entry]?.properties ?? {}, key);
}

function describeUnknownValue(path: DataPath, value: unknown, known: readonly string[], whole: string): string {
  const hint = suggest(String(value), known) || `: expected ${listWords(known)}`;
  return `unknown value \`${String(value)}\` of ${describePath(path, whole)}${hint}`;
}

function describePattern(error: SchemaError, path: DataPath, file: YamlFile, whole: string): ProblemInData {
  const expected = PATTERN_WORDS[String(error.params.pattern)] ?? 'written otherwise';
  if (error.propertyName !== undefined) {
    const keyPath = [...path, error.propertyName];
    const place = file.findKey(keyPath) ?? startOfFile(file.path);
    return {
      path: keyPath,
      problem: errorAt(place, 'bad-id', `the id \`${error.propertyName}\` must be ${expected}`),
      harmless: false,
    };
  }
  const value = String(valueAt(file.value, path));
  const fault =
    value.trim() === '' ? 'is blank: give it a text, or leave it out' : `is \`${value}\`: it must be ${expected}`;
  const place = file.findValue(path) ?? startOfFile(file.path);
  return { path, problem: errorAt(place, 'bad-value', `${describePath(path, whole)} ${fault}`), harmless: false };
}

/** `/rules/a~1b/expect/0` to its parts; indices of lists become numbers. */
function toPath(pointer: string, data: unknown): DataPath {
  let at = data;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = Array.isArray(at) ? Number(key) : key;
      at = valueAt(at, [step]);
      return step;
    });
}

/** The value that a path leads to in plain data. */
export function valueAt(data: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, part)
        ? (at as Record<string | number, unknown>)[part]
        : undefined,
    data,
  );
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'a map of keys and values',
  boolean: '`true` or `false`',
  number: 'a number',
  integer: 'a whole number',
};

function nameTypes(types: unknown): string {
  const given = Array.isArray(types) ? types : [types];
  // Wherever a list may stand, a change to one may too: that is not what is missing.
  const named = given.includes('array') ? given.filter((type) => type !== 'object') : given;
  const names = named.map((type) => TYPE_NAMES[String(type)] ?? String(type));
  return [...new Set(names)].join(' or ');
}

function nameValue(value: unknown, file: YamlFile, path: DataPath, types: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return `a list${quotesHint(file, path, '[')}`;
  if (typeof value === 'object')
    return `a map${quotesHint(file, path, '{') || ': a text with `: ` in it needs quotes'}`;
  if (typeof value === 'string') return 'text';
  const hint = [types].flat().includes('string') ? ': put it in quotes if it is text' : '';
  return `the ${typeof value === 'boolean' ? 'truth value' : 'number'} \`${file.findValue(path)?.words ?? String(value)}\`${hint}`;
}

/** `[` and `{` at the beginning of what was meant as text make it a list or map. */
function quotesHint(file: YamlFile, path: DataPath, sign: string): string {
  return file.findValue(path)?.words?.startsWith(sign) ? `: a text that begins with \`${sign}\` needs quotes` : '';
}
