import type { CompiledRules } from '../../core/rules/compileRules';

/** Rules that behave as before, and note which signals match. */
export interface TracedRules {
  readonly rules: CompiledRules;
  /** Runs something and gives the signals that matched meanwhile. */
  during(run: () => void): ReadonlySet<string>;
}

/** Wraps every signal of the rules, so that what fires can be seen. */
export function traceSignals(rules: CompiledRules): TracedRules {
  let fired = new Set<string>();
  const finders = new Map(
    [...rules.signals.finders].map(([id, find]) => [
      id,
      (unit: Parameters<typeof find>[0]) => {
        const matches = find(unit);
        if (matches.length > 0) fired.add(id);
        return matches;
      },
    ]),
  );
  return {
    rules: { ...rules, signals: { ...rules.signals, finders } },
    during(run) {
      fired = new Set();
      run();
      return fired;
    },
  };
}

/** The same rules, but one signal never matches. */
export function dropSignal(rules: CompiledRules, id: string): CompiledRules {
  const finders = new Map(rules.signals.finders).set(id, () => []);
  return { ...rules, signals: { ...rules.signals, finders } };
}
