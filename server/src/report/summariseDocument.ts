import type { DocumentView } from './documentView';
import { countCases } from './junitCases';
import type { DocumentSummary } from './run';
import { countOpen, openFindings } from './words';

/** What the head and the end of a report need to know of a document. */
export function summariseDocument(view: DocumentView): DocumentSummary {
  const open = openFindings(view.findings);
  return {
    path: view.path,
    title: view.title,
    open: countOpen(view.findings),
    waived: view.findings.length - open.length,
    rule: open[0]?.ruleId,
    considerationRule: open.find((finding) => finding.consideration)?.ruleId,
    cases: countCases(view),
  };
}
