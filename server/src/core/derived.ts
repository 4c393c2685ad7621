import type { CompiledRules } from './rules/compileRules';

/**
 * Values that follow from something that never changes, and from rules: kept for as long as both of them live. They only save work:
 * a value that is not there is found again, and is the same.
 */
export interface Derived<K extends object, V> {
  get(rules: CompiledRules, from: K): V | undefined;
  set(rules: CompiledRules, from: K, value: V): void;
}

export function startDerived<K extends object, V>(): Derived<K, V> {
  const byRules = new WeakMap<CompiledRules, WeakMap<K, V>>();
  return {
    get: (rules, from) => byRules.get(rules)?.get(from),
    set(rules, from, value) {
      const values = byRules.get(rules) ?? new WeakMap<K, V>();
      byRules.set(rules, values);
      values.set(from, value);
    },
  };
}
