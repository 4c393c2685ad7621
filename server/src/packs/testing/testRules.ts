import type { CompiledRules } from '../../core/rules/compileRules';
import type { ExampleOutcome, Sight } from '../../core/rules/runExample';
import { buildExample, runExample } from '../../core/rules/runExample';
import { readFixture } from './readFixture';
import { runFixture } from './runFixture';
import { dropSignal, traceSignals } from './traceSignals';

/** One test of a pack: an example beside a rule, or a whole document. */
export interface TestCase {
  readonly kind: 'example' | 'fixture';
  /** Full id of the rule, or the path of the document. */
  readonly owner: string;
  /** The example's title, or `example 3`; of a document, its path. */
  readonly title: string;
  /** 0-based, among the rule's examples. */
  readonly index: number;
  readonly passage: string;
  /** The judgement that the author expects; `labels` of a document. */
  readonly expected: string;
  readonly seen: string;
  readonly saw: readonly Sight[];
  /** In words; empty when the test holds. */
  readonly faults: readonly string[];
  /** Signals that matched. */
  readonly fired: ReadonlySet<string>;
}

/** A document of the pack's tests, by path. */
export interface FixtureFile {
  readonly path: string;
  readonly text: string;
}

const FINDS: ReadonlySet<string> = new Set(['thin', 'missing', 'fail']);

/** Runs every example of every rule, and every document. */
export function runTests(rules: CompiledRules, fixtures: readonly FixtureFile[] = []): readonly TestCase[] {
  const traced = traceSignals(rules);
  const examples = [...rules.ruleSet.rules].flatMap(([owner, rule]) =>
    (rule.examples ?? []).map((example, index): TestCase => {
      let outcome: ExampleOutcome = { seen: '', faults: [], saw: [] };
      const fired = traced.during(() => {
        outcome = runExample(owner, rule, example, traced.rules);
      });
      const title = example.title ?? `example ${index + 1}`;
      return {
        kind: 'example',
        owner,
        title,
        index,
        passage: example.text,
        expected: example.expect,
        fired,
        ...outcome,
      };
    }),
  );
  const documents = fixtures.map(({ path, text }, index): TestCase => {
    const fixture = readFixture(text);
    let faults: readonly string[] = [];
    const fired = traced.during(() => {
      faults = runFixture(fixture, traced.rules);
    });
    const seen = faults.length === 0 ? 'labels' : 'something else';
    return {
      kind: 'fixture',
      owner: path,
      title: path,
      index,
      passage: '',
      expected: 'labels',
      seen,
      saw: [],
      faults,
      fired,
    };
  });
  return [...examples, ...documents];
}

/** Rules that no example was seen to fire. Waiver, prompt and structure rules count as well: what never fires is not known to work. */
export function findUnfiredRules(rules: CompiledRules, cases: readonly TestCase[]): readonly string[] {
  const fired = new Set(
    cases.filter((test) => test.kind === 'example' && FINDS.has(test.seen)).map((test) => test.owner),
  );
  return [...rules.ruleSet.rules.keys()].filter((id) => !fired.has(id));
}

/** Signals that match in no example and no document. */
export function findUnfiredSignals(rules: CompiledRules, cases: readonly TestCase[]): readonly string[] {
  return [...rules.ruleSet.signals.keys()].filter((id) => !cases.some((test) => test.fired.has(id)));
}

/**
 * Takes each signal away in turn, and lists those that no test would miss. Only the tests in which a signal matched can miss it, so only those are
 * run again, until one fails.
 */
export function findUnmissedSignals(
  rules: CompiledRules,
  cases: readonly TestCase[],
  fixtures: readonly FixtureFile[],
  ids: Iterable<string>,
): readonly string[] {
  const documents = new Map<TestCase, ReturnType<typeof buildExample>>();
  const misses = (test: TestCase, without: CompiledRules): boolean => {
    if (test.kind === 'fixture') return runFixture(readFixture(fixtures[test.index]?.text ?? ''), without).length > 0;
    const rule = rules.ruleSet.rules.get(test.owner);
    const example = rule?.examples[test.index];
    if (!rule || !example) return false;
    const document = documents.get(test) ?? buildExample(example, rules);
    documents.set(test, document);
    return runExample(test.owner, rule, example, without, document).faults.length > 0;
  };
  const sound = cases.filter((test) => test.faults.length === 0);
  return [...ids].filter((id) => {
    const without = dropSignal(rules, id);
    return !sound.some((test) => test.fired.has(id) && misses(test, without));
  });
}
