import type { PackTestResult, PlacedCase, PlacedId } from '../../packs/testing/testPack';
import type { TerminalOptions } from '../../report';
import { count, paint, printable, wrap } from '../../report';

type Options = Pick<TerminalOptions, 'width' | 'colour'>;
type ShowPath = (path: string) => string;

/** The result of a test run for people: each failure with its passage, what was expected, and what each facet saw. */
export function toPretty(results: readonly PackTestResult[], options: Options, showPath: ShowPath): string {
  return `${results.flatMap((result) => printResult(result, options, showPath)).join('\n')}\n`;
}

function printResult(result: PackTestResult, options: Options, showPath: ShowPath): readonly string[] {
  const { id, version, cases, unfired, unmissed, problems } = result;
  const failed = cases.filter((test) => test.faults.length > 0);
  const examples = cases.filter((test) => test.kind === 'example').length;
  const documents = cases.length - examples;
  const tests = `${count(examples, 'example')}${documents > 0 ? ` and ${count(documents, 'document')}` : ''}`;
  const verdict = failed.length === 0 ? 'all hold' : `${failed.length} of ${cases.length} fail`;
  return [
    `${id} ${version}: ${tests}, ${paint(failed.length === 0 ? 'green' : 'red', verdict, options)}`,
    ...failed.flatMap((test) => ['', ...printFailure(test, options, showPath)]),
    ...(unfired ? printIds('Rules that no example fires', unfired.rules, options, showPath) : []),
    ...(unfired ? printIds('Signals that no test fires', unfired.signals, options, showPath) : []),
    ...(unmissed ? printIds('Signals that no test would miss', unmissed.open, options, showPath) : []),
    ...(unmissed && unmissed.justified.length > 0
      ? wrap(
          `No test would miss, with a reason in tests/unmissed.yaml: ${unmissed.justified.join(', ')}`,
          options.width,
          '',
          '  ',
        )
      : []),
    ...problems.flatMap((problem) =>
      wrap(`${showPath(problem.path)}:${problem.line}:${problem.column} ${problem.message}`, options.width, '', '  '),
    ),
    '',
  ];
}

function printFailure(test: PlacedCase, options: Options, showPath: ShowPath): readonly string[] {
  const { width } = options;
  const head = test.kind === 'example' ? `${test.owner}: ${test.title}` : 'Document';
  const where = `${showPath(test.place.path)}:${test.place.line}`;
  const sights = test.saw.map(({ name, words }) => `${name}: ${words.join(', ') || 'nothing'}`);
  return [
    `${paint('red', '✗', options)} ${printable(head)} (${where})`,
    ...(test.passage === ''
      ? []
      : test.passage
          .trim()
          .split(/\r?\n/)
          .map((line) => `    ${printable(line)}`.trimEnd())),
    ...test.faults.flatMap((fault) => wrap(printable(fault), width, '  - ', '    ')),
    ...(sights.length > 0
      ? ['  Seen:', ...sights.flatMap((sight) => wrap(printable(sight), width, '    ', '      '))]
      : []),
  ];
}

function printIds(title: string, ids: readonly PlacedId[], { width }: Options, showPath: ShowPath): readonly string[] {
  if (ids.length === 0) return [`${title}: none`];
  return [
    `${title}: ${ids.length}`,
    ...ids.flatMap(({ id, place }) => wrap(`${id} (${showPath(place.path)}:${place.line})`, width, '  ', '    ')),
  ];
}
