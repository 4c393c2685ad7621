import type { CompiledRules } from '../../core/rules/compileRules';
import type { LoadedPack } from '../loadedPack';
import type { FilePlace, PackFile, PackProblem } from '../packProblem';
import { startOfFile } from '../packProblem';
import { suggest } from '../suggest';
import { locateExamples } from './locateExamples';
import type { Reasons } from './readReasons';
import { readReasons } from './readReasons';
import type { FixtureFile, TestCase } from './testRules';
import { findUnfiredRules, findUnfiredSignals, findUnmissedSignals, runTests } from './testRules';

/** A pack to be tested, with what it extends. */
export interface PackUnderTest {
  readonly id: string;
  readonly version: string;
  readonly rules: CompiledRules;
  /** The pack and its bases in dependency order, and last, if there are any, the further examples of its tests. */
  readonly packs: readonly LoadedPack[];
  /** Documents of its `tests` folder. */
  readonly fixtures: readonly FixtureFile[];
  /** Its `tests/unmissed.yaml`. */
  readonly reasons?: PackFile;
}

export interface TestOptions {
  readonly coverage: boolean;
  readonly mutate: boolean;
}

/** A test with the place where it is written. */
export interface PlacedCase extends TestCase {
  readonly place: FilePlace;
}

/** Something of the pack, and where it is defined. */
export interface PlacedId {
  readonly id: string;
  readonly place: FilePlace;
}

/** What came of testing a pack. */
export interface PackTestResult {
  readonly id: string;
  readonly version: string;
  /** Every example of the composed rules, those of extended packs included, and every document. */
  readonly cases: readonly PlacedCase[];
  /** With `coverage`: the pack's own rules and signals that no test fires. */
  readonly unfired?: { readonly rules: readonly PlacedId[]; readonly signals: readonly PlacedId[] };
  /** With `mutate`: the pack's own signals that no test would miss, those with a reason apart. */
  readonly unmissed?: { readonly open: readonly PlacedId[]; readonly justified: readonly string[] };
  /** Faults in `tests/unmissed.yaml`. */
  readonly problems: readonly PackProblem[];
}

/** True when nothing is left to do. */
export function isSound({ cases, unfired, unmissed, problems }: PackTestResult): boolean {
  const open = [...(unfired?.rules ?? []), ...(unfired?.signals ?? []), ...(unmissed?.open ?? [])];
  return cases.every((test) => test.faults.length === 0) && open.length === 0 && problems.length === 0;
}

/** Runs all tests of a pack, and what else is asked for. */
export function testPack(pack: PackUnderTest, { coverage, mutate }: TestOptions): PackTestResult {
  const cases = runTests(pack.rules, pack.fixtures);
  const reasons = pack.reasons && readReasons(pack.reasons);
  const own = (section: string) => (id: string) => isOwn(pack, `${section}:${id}`);
  const place = (section: string) => (id: string) => ({ id, place: findDefinition(pack, section, id) });
  const justified = (id: string) => reasons?.bySignal.has(id) === true;
  const signals = [...pack.rules.ruleSet.signals.keys()].filter(own('signals'));
  const unmissed = mutate ? findUnmissedSignals(pack.rules, cases, pack.fixtures, signals) : undefined;
  return {
    id: pack.id,
    version: pack.version,
    cases: placeCases(cases, pack.packs),
    ...(coverage && {
      unfired: {
        rules: findUnfiredRules(pack.rules, cases).filter(own('rules')).map(place('rules')),
        signals: findUnfiredSignals(pack.rules, cases)
          .filter((id) => own('signals')(id) && !justified(id))
          .map(place('signals')),
      },
    }),
    ...(unmissed && {
      unmissed: {
        open: unmissed.filter((id) => !justified(id)).map(place('signals')),
        justified: unmissed.filter(justified),
      },
    }),
    problems: reasons ? [...reasons.problems, ...findStaleReasons(reasons, signals, unmissed)] : [],
  };
}

/** The pack defines it, or says something of what another pack defines. */
function isOwn({ id, rules }: PackUnderTest, key: string): boolean {
  const origin = rules.ruleSet.origins.get(key);
  return origin?.pack === id || origin?.overrides.includes(id) === true;
}

function findDefinition({ id, packs }: PackUnderTest, section: string, item: string): FilePlace {
  const pack = packs.find((candidate) => candidate.pack.id === id);
  const names = [item, item.slice(item.indexOf('/') + 1)];
  for (const file of pack?.files ?? []) {
    for (const name of names) {
      const place = file.findKey([section, name]);
      if (place) return place;
    }
  }
  return startOfFile(pack?.path ?? id);
}

function placeCases(cases: readonly TestCase[], packs: readonly LoadedPack[]): readonly PlacedCase[] {
  const places = locateExamples(packs);
  return cases.map((test) => ({
    ...test,
    place: (test.kind === 'example' ? places.get(test.owner)?.[test.index] : undefined) ?? startOfFile(test.owner),
  }));
}

/** Reasons for what needs none: the signal is gone, or a test misses it now. */
function findStaleReasons(
  reasons: Reasons,
  signals: readonly string[],
  unmissed: readonly string[] | undefined,
): readonly PackProblem[] {
  return [...reasons.bySignal.keys()].flatMap((id) => {
    if (!signals.includes(id))
      return [reasons.at(id, `this pack has no signal \`${id}\`${suggest(id, signals) || ': take the line out'}`)];
    const isMissed = unmissed !== undefined && !unmissed.includes(id);
    return isMissed ? [reasons.at(id, `a test would miss \`${id}\` now: take the line out`)] : [];
  });
}
