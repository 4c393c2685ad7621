import type { AnalysisOptions, DocumentModel, NotChecked } from '../core';
import { analyze, parseDocument } from '../core';
import { findNearest, listWords } from '../packs/suggest';
import type { CheckedDocument, RunProblem, UncheckedDocument } from '../report';
import type { OpenedRules } from './openRules';
import { findExcerpt } from './toRunProblem';

/** Where type and stage come from, for messages. What the configuration says for the packs of the run has been judged with it. */
export type GivenBy = 'front-matter' | 'option' | 'configuration' | 'judged-configuration';

export interface DocumentToCheck {
  readonly path: string;
  readonly text: string;
  readonly rules: OpenedRules;
  readonly options: AnalysisOptions;
  readonly givenBy: { readonly type: GivenBy; readonly stage: GivenBy };
  /** Named by itself on the command line. */
  readonly named: boolean;
}

/** What came of one document. */
export interface CheckOutcome {
  readonly checked?: CheckedDocument;
  readonly notChecked?: UncheckedDocument;
  readonly problems: readonly RunProblem[];
}

/** Checks one text. A document out of scope is told with the way to put it in scope; a fault in its front matter is a problem. */
export function checkDocument(given: DocumentToCheck): CheckOutcome {
  const { path, text, rules, options } = given;
  if (text.trim() === '') return describeEmpty(given);
  const document = parseDocument(text);
  const analysis = analyze(document, rules.compiled, options);
  if (analysis.kind === 'checked') {
    return { checked: { path, analysis, ruleSet: rules.ruleSet }, problems: findFrontMatterProblems(document, path) };
  }
  if (analysis.reason === 'no-document-type') return describeOutOfScope(document, given);
  const isStage = analysis.reason === 'unknown-stage';
  const message = `its ${isStage ? 'stage' : 'document type'}, \`${analysis.given}\`, is not known.`;
  const told = given.givenBy[isStage ? 'stage' : 'type'] === 'judged-configuration';
  const problems = [...findFrontMatterProblems(document, path), ...(told ? [] : [describeUnknown(analysis, given)])];
  return { notChecked: { path, reason: analysis.reason, message }, problems };
}

/** An empty file that somebody asked to have checked is a fault; one that lies in a folder is merely out of scope. */
function describeEmpty({ path, named, options }: DocumentToCheck): CheckOutcome {
  const message = 'the file is empty. If it should hold a paper, check that it was saved.';
  const notChecked: UncheckedDocument = { path, reason: 'empty', message };
  const problems: RunProblem[] =
    named || options.type !== undefined ? [{ code: 'empty', severity: 'error', path, message }] : [];
  return { notChecked, problems };
}

function describeOutOfScope(document: DocumentModel, { path, named }: DocumentToCheck): CheckOutcome {
  const problems = findFrontMatterProblems(document, path);
  // Front matter of other kinds of files is no business of ours, unless it tried to say what the document is.
  const tried =
    named || /document-type|inclusive-growth/.test(document.text.slice(0, document.frontMatter?.span.end ?? 0));
  const unread =
    problems.length > 0
      ? 'its front matter could not be read. Repair it'
      : 'it does not say what it is. Add `document-type: business-case` (or another type) to its front matter';
  const message = `${unread}, map its path in \`.inclusive-growth.yaml\`, or use \`--type\`.`;
  return { notChecked: { path, reason: 'no-document-type', message }, problems: tried ? problems : [] };
}

function findFrontMatterProblems(document: DocumentModel, path: string): readonly RunProblem[] {
  return (document.frontMatter?.problems ?? []).map(({ message, span }) => {
    const start = document.lines.placeAt(span.start);
    const end = document.lines.placeAt(span.end);
    return {
      code: 'front-matter',
      severity: 'error',
      path,
      message,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      excerpt: findExcerpt(document.text, start.line),
    };
  });
}

function describeUnknown(
  { document, reason, given = '', known = [], span }: NotChecked,
  to: DocumentToCheck,
): RunProblem {
  const isStage = reason === 'unknown-stage';
  const from = isStage ? to.givenBy.stage : to.givenBy.type;
  const nearest = findNearest(given, known);
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  const where =
    from === 'option'
      ? ` (from \`--${isStage ? 'stage' : 'type'}\`)`
      : from === 'front-matter'
        ? ''
        : ' (from the configuration)';
  const what = isStage ? 'stage' : 'document type';
  const message = `there is no ${what} \`${given}\`${where}.${hint} Known: ${listWords(known, 'and')}.`;
  if (!span) return { code: reason, severity: 'error', path: to.path, message };
  const start = document.lines.placeAt(span.start);
  const end = document.lines.placeAt(span.end);
  return {
    code: reason,
    severity: 'error',
    path: to.path,
    message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    excerpt: findExcerpt(document.text, start.line),
  };
}
