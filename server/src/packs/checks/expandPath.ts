import { CHANGE_KEYS, isListChange } from '../listChange';
import type { DataPath } from '../readYaml';

/** A word found in an item, with the path that leads to it. */
export interface FoundWord {
  readonly path: DataPath;
  readonly word: string;
  /** The word is a key, not a value. */
  readonly isKey: boolean;
}

/**
 * Finds words in plain data by a pattern such as `facets.*.signals.*` or `by-stage.@`: `*` stands for every key or index, and `@` for the keys themselves.
 * Of a list that is changed (`add`, `remove`), both parts are looked at.
 * What is not there, or not text, is passed over: its shape has been judged before.
 */
export function expandPath(value: unknown, pattern: string): readonly FoundWord[] {
  return expand(value, pattern.split('.'), []);
}

function expand(value: unknown, steps: readonly string[], path: DataPath): readonly FoundWord[] {
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === 'string' ? [{ path, word: value, isKey: false }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (step === '@') {
    return Array.isArray(value)
      ? []
      : Object.keys(value).map((key) => ({ path: [...path, key], word: key, isKey: true }));
  }
  if (step !== '*') {
    if (Array.isArray(value) || !Object.hasOwn(value, step)) return [];
    return expand((value as Readonly<Record<string, unknown>>)[step], rest, [...path, step]);
  }
  if (isListChange(value)) return CHANGE_KEYS.flatMap((key) => expand(value[key] ?? [], steps, [...path, key]));
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((part, index) => [index, part])
    : Object.entries(value);
  return entries.flatMap(([key, part]) => expand(part, rest, [...path, key]));
}
