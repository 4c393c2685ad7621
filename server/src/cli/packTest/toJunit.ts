import type { PackTestResult, PlacedCase } from '../../packs/testing/testPack';
import { escapeXml } from '../../report/escapeXml';

interface Case {
  readonly suite: string;
  readonly name: string;
  /** Why it fails; undefined when it holds. */
  readonly failure?: string;
}

/** The result of a test run as JUnit XML: a suite for each pack; gaps in coverage and signals that no test would miss are failing cases. */
export function toJunit(results: readonly PackTestResult[], showPath: (path: string) => string): string {
  const suites = results.map((result) => ({
    name: `${result.id} ${result.version}`,
    cases: toCases(result, showPath),
  }));
  const all = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="inclusive-growth pack test" ${totals(all)}>`,
    ...suites.flatMap(({ name, cases }) => [
      `  <testsuite name="${escapeXml(name)}" ${totals(cases)}>`,
      ...cases.flatMap(writeCase),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function toCases(
  { cases, unfired, unmissed, problems }: PackTestResult,
  showPath: (path: string) => string,
): readonly Case[] {
  const gap = (suite: string, why: string) => (ids: readonly { readonly id: string }[]) =>
    ids.map(({ id }) => ({ suite, name: id, failure: why }));
  return [
    ...cases.map((test) => ({
      suite: test.kind === 'example' ? test.owner : showPath(test.owner),
      name: test.kind === 'example' ? test.title : 'labels',
      failure: test.faults.length > 0 ? describeFailure(test) : undefined,
    })),
    ...gap('coverage', 'no example fires this rule')(unfired?.rules ?? []),
    ...gap('coverage', 'no test fires this signal')(unfired?.signals ?? []),
    ...gap('mutation', 'no test would miss this signal')(unmissed?.open ?? []),
    ...problems.map(({ path, line, message }) => ({
      suite: showPath(path),
      name: `line ${line}`,
      failure: message,
    })),
  ];
}

function describeFailure({ faults, passage, saw }: PlacedCase): string {
  const sights = saw.map(({ name, words }) => `${name}: ${words.join(', ') || 'nothing'}`);
  return [
    ...faults,
    ...(passage === '' ? [] : ['', passage.trim()]),
    ...(sights.length > 0 ? ['', ...sights] : []),
  ].join('\n');
}

function totals(cases: readonly Case[]): string {
  return `tests="${cases.length}" failures="${cases.filter((test) => test.failure !== undefined).length}"`;
}

function writeCase({ suite, name, failure }: Case): readonly string[] {
  const head = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}"`;
  if (failure === undefined) return [`${head}/>`];
  const first = failure.split('\n')[0] ?? '';
  return [
    `${head}>`,
    `      <failure message="${escapeXml(first)}">${escapeXml(failure)}</failure>`,
    '    </testcase>',
  ];
}
