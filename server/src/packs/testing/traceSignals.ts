import type { CompiledRules } from '../../core/rules/compileRules';
import type { SignalFinder } from '../../core/signals/matchSignals';

/** Rules that behave as before, and note which signals match. */
export interface TracedRules {
  readonly rules: CompiledRules;
  /** Runs something and gives the signals that matched meanwhile. */
  during(run: () => void): ReadonlySet<string>;
}

/** Wraps every signal of the rules, so that what fires can be seen. */
export function traceSignals(rules: CompiledRules): TracedRules {
  let fired = new Set<string>();
  const ids = [...rules.signals.numbers.keys()];
  const finders = rules.signals.finders.map(
    (find, number): SignalFinder =>
      (unit) => {
        const matches = find(unit);
        if (matches.length > 0) fired.add(ids[number] ?? '');
        return matches;
      },
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
  const dropped = rules.signals.numbers.get(id);
  const finders = rules.signals.finders.map((find, number): SignalFinder => (number === dropped ? () => [] : find));
  return { ...rules, signals: { ...rules.signals, finders } };
}
