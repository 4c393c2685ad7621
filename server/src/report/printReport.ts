import type { DocumentView } from './documentView';
import { ReportJoiner, type ReportOptions } from './reporter';
import type { Format } from './reporters';
import { REPORTERS } from './reporters';
import type { Run } from './run';
import { summariseDocument } from './summariseDocument';

/** A whole report at once, where all documents are at hand. */
export function printReport(
  format: Format,
  run: Omit<Run, 'documents'>,
  views: readonly DocumentView[],
  options: ReportOptions,
): string {
  const reporter = REPORTERS[format];
  const whole: Run = { ...run, documents: views.map(summariseDocument) };
  const joiner = new ReportJoiner(reporter);
  return [
    joiner.begin(reporter.begin(whole, options)),
    ...views.map((view) => joiner.add(reporter.writeDocument(view, options))),
    joiner.end(reporter.end(whole, options)),
  ].join('');
}
