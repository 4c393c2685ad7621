import type {
  CodeAction,
  CodeActionKind,
  Diagnostic,
  Range,
  SnippetTextEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding, Fix, LineIndex, NotChecked, Span } from '../core';
import type { StoredAnalysis } from './analysisStore';
import type { ClientAbilities } from './capabilities';
import type { LocatedProblem } from './serverHost';

/** What a diagnostic carries for the way back: never the finding itself, nor what would differ though the finding is the same. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

export const SOURCE = 'inclusive-growth';

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** A span of the analysed text as a range of the protocol. */
export function toRange(lines: LineIndex, span: Span): Range {
  const start = lines.placeAt(span.start);
  const end = lines.placeAt(span.end);
  return {
    start: { line: start.line - 1, character: start.column - 1 },
    end: { line: end.line - 1, character: end.column - 1 },
  };
}

/** Where a client finds the guidance on a finding, if anywhere. */
export type LinkOf = (finding: Finding) => string | undefined;

/** The open findings of a document, waived ones left out. A document out of scope has none, but a type or stage that is not understood is said. */
export function toDiagnostics(
  analysis: StoredAnalysis,
  client: ClientAbilities,
  linkOf: LinkOf,
): readonly Diagnostic[] {
  const { result, settings } = analysis;
  const faults = toFrontMatterDiagnostics(result);
  if (result.kind === 'not-checked') return [...faults, ...toScopeDiagnostics(result)];
  const open = result.findings.filter((finding) => finding.waivedBy === undefined);
  const shown = open
    .slice(0, settings.maxDiagnostics)
    .map((finding) => toDiagnostic(finding, analysis, result.document.lines, client, linkOf));
  const rest = open.length - shown.length;
  if (rest <= 0) return [...faults, ...shown];
  const message = `${rest} more ${rest === 1 ? 'finding is' : 'findings are'} not shown here. The command line reports them all.`;
  const start = { line: 0, character: 0 };
  return [
    ...faults,
    ...shown,
    { range: { start, end: start }, severity: DiagnosticSeverity.Information, source: SOURCE, message },
  ];
}

function toDiagnostic(
  finding: Finding,
  analysis: StoredAnalysis,
  lines: LineIndex,
  client: ClientAbilities,
  linkOf: LinkOf,
): Diagnostic {
  const { ruleId, fingerprint, question, message } = finding;
  const href = client.codeDescription ? linkOf(finding) : undefined;
  const data: DiagnosticData = { fingerprint };
  const tags = client.diagnosticTags && isLeftOver(finding, analysis) ? [DiagnosticTag.Unnecessary] : undefined;
  return {
    range: toRange(lines, finding.span),
    severity: SEVERITY[finding.severity],
    source: SOURCE,
    code: ruleId,
    message: question === undefined ? message : `${message}\n${question}`,
    data,
    ...(href !== undefined && { codeDescription: { href } }),
    ...(tags && { tags }),
    ...(client.relatedInformation &&
      finding.related.length > 0 && {
        relatedInformation: finding.related.map((related) => ({
          location: { uri: analysis.uri, range: toRange(lines, related.span) },
          message: related.message,
        })),
      }),
  };
}

/** Words that are there only because nobody took them out: a template's guidance, and a waiver that covers nothing. */
function isLeftOver(finding: Finding, analysis: StoredAnalysis): boolean {
  const check = analysis.resource.rules.ruleSet.rules.get(finding.ruleId)?.check;
  if (check === 'guidance') return true;
  if (check !== 'waiver' || analysis.result.kind !== 'checked') return false;
  return analysis.result.waivers.some(
    (w) => w.span.start === finding.span.start && w.reason !== undefined && (!w.used || w.expired),
  );
}

/** Front matter that cannot be read, where it says or tried to say what the document is; that of other files is no business of ours. */
function toFrontMatterDiagnostics({ kind, document }: StoredAnalysis['result']): readonly Diagnostic[] {
  // The text is not asked for with each key: a long one is put together from all that was read.
  const { frontMatter, lines } = document;
  if (!frontMatter || (kind === 'not-checked' && !saysWhatItIs(document.text.slice(0, frontMatter.span.end))))
    return [];
  return frontMatter.problems.map(({ message, span }) => ({
    range: toRange(lines, span),
    severity: DiagnosticSeverity.Error,
    source: SOURCE,
    code: 'front-matter',
    message: `The front matter cannot be read: ${message}`,
  }));
}

function saysWhatItIs(frontMatter: string): boolean {
  return /document-type|inclusive-growth/.test(frontMatter);
}

/** Nothing, unless the document names a type or a stage that no pack has: then it says what would be understood. */
function toScopeDiagnostics(result: NotChecked): readonly Diagnostic[] {
  if (result.reason === 'no-document-type' || result.given === undefined || result.span === undefined) return [];
  const what = result.reason === 'unknown-stage' ? 'stage' : 'document type';
  const known = result.known ?? [];
  const message =
    `Not checked: no active pack has the ${what} “${result.given}”. ${known.length > 0 ? `Known: ${known.join(', ')}.` : ''}`.trim();
  return [
    {
      range: toRange(result.document.lines, result.span),
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      code: result.reason,
      message,
    },
  ];
}

/** A fault in a pack or a configuration, in its own file. */
export function toProblemDiagnostic({ problem }: LocatedProblem): Diagnostic {
  const start = { line: problem.line - 1, character: problem.column - 1 };
  const end =
    problem.endLine !== undefined && problem.endColumn !== undefined
      ? { line: problem.endLine - 1, character: problem.endColumn - 1 }
      : { line: start.line, character: start.character + Math.max(1, problem.words?.split(/\r?\n/)[0]?.length ?? 1) };
  return {
    range: { start, end },
    severity: SEVERITY[problem.severity],
    source: SOURCE,
    code: problem.code,
    message: problem.message,
  };
}

/** The edits of a fix, for the version that they were made from where the client keeps versions, with tab stops where it knows them. */
export function toWorkspaceEdit(fix: Fix, analysis: StoredAnalysis, client: ClientAbilities): WorkspaceEdit {
  const { lines } = analysis.result.document;
  const plain = (edit: Fix['edits'][number]): TextEdit => ({ range: toRange(lines, edit.span), newText: edit.newText });
  if (!client.documentChanges) return { changes: { [analysis.uri]: fix.edits.map(plain) } };
  const edits = fix.edits.map((edit): TextEdit | SnippetTextEdit =>
    client.snippetEdits && edit.snippet !== undefined
      ? { range: toRange(lines, edit.span), snippet: { kind: 'snippet', value: edit.snippet } }
      : plain(edit),
  );
  return { documentChanges: [{ textDocument: { uri: analysis.uri, version: analysis.version }, edits }] };
}

/** A code action without its edit. */
export function toCodeAction(
  offer: { readonly title: string; readonly kind: CodeActionKind; readonly preferred?: boolean },
  diagnostics: readonly Diagnostic[],
): CodeAction {
  return {
    title: offer.title,
    kind: offer.kind,
    ...(offer.preferred && { isPreferred: true }),
    ...(diagnostics.length > 0 && { diagnostics: [...diagnostics] }),
  };
}
