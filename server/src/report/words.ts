import type { Severity, State } from '../core';
import { lowerFirst } from '../core';
import type { DocumentView, FindingView, Shown } from './documentView';
import type { FailOn, Run, RunProblem } from './run';

/** Signs for states: never alone, always with a legend in words. */
export const STATE_SIGNS: Readonly<Record<State, string>> = {
  present: '✓',
  thin: '~',
  missing: '✗',
  waived: 'w',
  'not-expected': '·',
};

/** What a state means to a reader. */
export const STATE_MEANINGS: Readonly<Record<State, string>> = {
  present: 'present',
  thin: 'thin',
  missing: 'missing',
  waived: 'waived',
  'not-expected': 'not asked',
};

type OpenSeverity = Exclude<Severity, 'off'>;

/** From the loudest to the quietest. */
export const SEVERITIES: readonly OpenSeverity[] = ['error', 'warning', 'information', 'hint'];

const SEVERITY_WORDS: Readonly<Record<OpenSeverity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

/** All faults of a run, those of single files last. */
export function allProblems({ problems, fileProblems }: Pick<Run, 'problems' | 'fileProblems'>): readonly RunProblem[] {
  return [...problems, ...fileProblems];
}

/** True for what a run with this threshold ends with 1 for. */
export function reaches(severity: OpenSeverity, failOn: FailOn): boolean {
  return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
}

/** Findings that still ask something of the author. */
export function openFindings(findings: readonly FindingView[]): readonly FindingView[] {
  return findings.filter((finding) => finding.waiver === undefined);
}

/** How many open findings there are of each severity. */
export function countOpen(findings: readonly FindingView[]): Readonly<Record<OpenSeverity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of openFindings(findings)) counts[severity]++;
  return counts;
}

/** How many open findings reach a threshold. */
export function countReached(open: Readonly<Record<OpenSeverity, number>>, failOn: FailOn): number {
  return SEVERITIES.filter((severity) => reaches(severity, failOn)).reduce((sum, severity) => sum + open[severity], 0);
}

/** `3 errors, 1 warning`, or `nothing open`. */
export function describeOpen(open: Readonly<Record<OpenSeverity, number>>): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = open[severity];
    return count === 0 ? [] : [`${count} ${SEVERITY_WORDS[severity][count === 1 ? 0 : 1]}`];
  });
  return counts.length === 0 ? 'nothing open' : counts.join(', ');
}

/** The word for one finding's severity. */
export function severityWord(severity: OpenSeverity): string {
  return SEVERITY_WORDS[severity][0];
}

/** `1 document`, `2 documents`. */
export function count(number: number, one: string, many = `${one}s`): string {
  // What writes large numbers takes milliseconds to load.
  const written = number < 1000 ? String(number) : number.toLocaleString('en-GB');
  return `${written} ${number === 1 ? one : many}`;
}

/** `Business case, OBC (Outline business case)`. */
export function describeType(view: DocumentView): string {
  if (!view.stage) return view.type.title;
  const { id, title } = view.stage;
  return `${view.type.title}, ${id}${title === id ? '' : ` (${title})`}`;
}

/** First letter as a capital. */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The reason of a waiver with who gave it and for how long. */
export function describeWaiver(waiver: NonNullable<FindingView['waiver']>): string {
  const by = waiver.author ? ` (${[waiver.author, waiver.date].filter(Boolean).join(', ')})` : '';
  const until = waiver.until ? ` until ${waiver.until}` : '';
  return `“${waiver.reason ?? ''}”${by}${until}`;
}

/** `who “care leavers”, “lone parents”`. */
export function describeShown({ facet, words, weakenedBy }: Shown): string {
  const quoted = words.map((word) => `“${word}”`).join(', ');
  return `${lowerFirst(facet)} ${quoted}${weakenedBy ? ` (does not count: ${lowerFirst(weakenedBy)})` : ''}`;
}
