/** Reports: pure functions from what a run found to text. */
export { describeDocument } from './describeDocument';
export type * from './documentView';
export { printReport } from './printReport';
export { describeRules } from './reportedRule';
export type { Reporter, ReportOptions } from './reporter';
export { ReportJoiner } from './reporter';
export type { Format } from './reporters';
export { FORMATS, REPORTERS } from './reporters';
export type * from './run';
export { summariseDocument } from './summariseDocument';
export type { Style, TerminalOptions } from './terminal';
export { paint, printable, wrap } from './terminal';
export { printProblem } from './toPretty';
export type { DocumentRecord, RecordsEnd, RecordsHead } from './toRecords';
export { RECORDS_VERSION, readRecord } from './toRecords';
export { allProblems, count, countReached, openFindings, reaches } from './words';
