import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import { fillTemplate } from '../core';
import type {
  DocumentParams,
  DocumentTypeItem,
  GuidanceParams,
  OpenQuestion,
  Page,
  PositionParams,
  ReportParams,
  SectionExplanation,
  TemplateItem,
  TemplateListParams,
  TemplateParams,
} from '../protocol/protocol';
import { Commands, Messages } from '../protocol/protocol';
import type { AnalysisStore, StoredAnalysis } from './analysisStore';
import type { PackStudio } from './authoring/packStudio';
import { isYaml } from './authoring/packStudio';
import { answerInPack, registerAuthoring } from './authoring/registerAuthoring';
import type { ClientAbilities } from './capabilities';
import { codeActions, readActionData, resolveCodeAction } from './features/codeActions';
import { codeLenses } from './features/codeLens';
import { applyFix, buildCommandFix, listSectionKinds } from './features/commands';
import { complete } from './features/completion';
import { buildCoverage } from './features/coverage';
import type { Checked } from './features/describe';
import { isChecked, sectionAt } from './features/describe';
import { documentLinks, packLinks } from './features/documentLinks';
import { explainSection } from './features/explainSection';
import { foldingRanges } from './features/folding';
import { buildGuidance, readPageUri } from './features/guidance';
import { hover, hoverMeanwhile } from './features/hover';
import { buildReport } from './features/report';
import { documentSymbols } from './features/symbols';
import type { Log } from './guard';
import { guard } from './guard';
import type { OpenDocument } from './openDocument';
import type { ServerHost, ServerIdentity } from './serverHost';
import type { SettingsStore } from './settings';
import { takeSoon } from './takeSoon';
import { toRange } from './toLsp';
import type { Workspace } from './workspace';
import type { WorkspaceDiagnostics } from './workspaceDiagnostics';

/** The parts of a running server that its features look at. */
export interface ServerParts {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly host: ServerHost;
  readonly identity: ServerIdentity;
  readonly documents: TextDocuments<OpenDocument>;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  readonly store: AnalysisStore;
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  /** Packs that somebody is writing. */
  readonly studio: PackStudio;
  /** Publishes what is wrong with packs and configurations. */
  readonly tellProblems: () => void;
  readonly log: Log;
}

/** Answers the requests of the protocol and those of this project. Each one reads the stored analysis and says nothing where there is none. */
export function registerFeatures(parts: ServerParts): void {
  registerEditing(parts);
  registerReading(parts);
  registerOwnMessages(parts);
  registerAuthoring(parts);
}

function registerEditing(parts: ServerParts): void {
  const { connection, client, host, documents, store, workspaceDiagnostics, log } = parts;
  const inPack = answerInPack(parts);
  connection.onCodeAction((params, token) =>
    guard('code action', params.textDocument.uri, token, log, async () => {
      const { uri } = params.textDocument;
      const analysis = await store.get(uri);
      const document = documents.get(uri);
      if (!isChecked(analysis) || !document) return [];
      const selection = { start: document.offsetAt(params.range.start), end: document.offsetAt(params.range.end) };
      return [...codeActions(selection, params.context, analysis, client, host.today())];
    }),
  );
  connection.onCodeActionResolve((action, token) =>
    guard('code action', undefined, token, log, async () => {
      const data = readActionData(action.data);
      if (!data) return action;
      const analysis = await store.get(data.uri);
      return resolveCodeAction(action, data, isChecked(analysis) ? analysis : undefined, client, host.today());
    }),
  );
  connection.onExecuteCommand((params, token) =>
    guard('command', undefined, token, log, async () => {
      if (params.command === Commands.checkWorkspace) return workspaceDiagnostics.checkAll();
      const args: readonly unknown[] = params.arguments ?? [];
      const analysis = typeof args[0] === 'string' ? await store.get(args[0]) : undefined;
      const fix = analysis && buildCommandFix(params.command, args, analysis, host.today());
      return fix && analysis ? applyFix(fix, analysis, connection, client) : false;
    }),
  );
  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    isYaml(uri)
      ? guard('completion', uri, token, log, () => inPack.complete(uri, position))
      : guard('completion', uri, token, log, async () => {
          const soon = await takeSoon(store.get(uri), host);
          // What is being typed right here is not read yet: the editor asks again.
          if (soon === 'later') return { isIncomplete: true, items: [] };
          const offset = documents.get(uri)?.offsetAt(position) ?? 0;
          return soon ? [...complete(offset, soon)] : [];
        }),
  );
}

function registerReading(parts: ServerParts): void {
  const { connection, client, host, documents, settings, workspace, store, log } = parts;
  const inPack = answerInPack(parts);
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    isYaml(uri)
      ? guard('hover', uri, token, log, () => inPack.hover(uri, position))
      : guard('hover', uri, token, log, async () => {
          const soon = await takeSoon(store.get(uri), host);
          const offset = documents.get(uri)?.offsetAt(position) ?? 0;
          if (soon === 'later') return hoverMeanwhile(offset, store.recent(uri), client) ?? null;
          return (isChecked(soon) ? hover(offset, soon, client) : undefined) ?? null;
        }),
  );
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    isYaml(uri)
      ? guard('code lens', uri, token, log, () => inPack.lenses(uri))
      : withAnalysis('code lens', uri, token, { store, log }, [], (analysis) =>
          isChecked(analysis) && analysis.settings.codeLens ? [...codeLenses(analysis, client)] : [],
        ),
  );
  connection.onDocumentSymbol((params, token) =>
    withAnalysis('outline', params.textDocument.uri, token, { store, log }, [], (analysis) =>
      isChecked(analysis) ? [...documentSymbols(analysis.result.document)] : [],
    ),
  );
  connection.onFoldingRanges((params, token) =>
    withAnalysis('folding', params.textDocument.uri, token, { store, log }, [], (analysis) =>
      isChecked(analysis) ? [...foldingRanges(analysis.result.document)] : [],
    ),
  );
  connection.onDocumentLinks((params, token) =>
    guard('links', params.textDocument.uri, token, log, async () => {
      const { uri } = params.textDocument;
      const text = documents.get(uri)?.getText();
      if (text !== undefined && workspace.dependsOn(uri)) {
        const { rules } = await workspace.rulesOf(uri, (await settings.of(uri)).packs);
        return [...packLinks(text, rules.ruleSet, client)];
      }
      const analysis = await store.get(uri);
      return isChecked(analysis) ? [...documentLinks(analysis, client)] : [];
    }),
  );
}

function registerOwnMessages(parts: ServerParts): void {
  const { connection, documents, settings, workspace, workspaceDiagnostics, store, log } = parts;
  const checked = <T>(what: string, uri: string, token: CancellationToken, none: T, run: (analysis: Checked) => T) =>
    withAnalysis(what, uri, token, { store, log }, none, (analysis) => (isChecked(analysis) ? run(analysis) : none));
  const rulesFor = async (uri: string | undefined) => {
    const resource = uri ?? `${workspace.folders[0] ?? ''}/`;
    return (await workspace.rulesOf(resource, (await settings.of(uri)).packs)).rules.ruleSet;
  };
  // A document that is not open has no stored analysis: it is read for the occasion.
  const find = async (uri: string) =>
    (await store.get(uri)) ?? (documents.get(uri) ? undefined : workspaceDiagnostics.analyse(uri));
  connection.onRequest(Messages.coverage, ({ uri }: DocumentParams, token: CancellationToken) =>
    guard('coverage', uri, token, log, async () => {
      const analysis = await find(uri);
      return isChecked(analysis) ? buildCoverage(analysis) : null;
    }),
  );
  connection.onRequest(Messages.report, ({ uris, format }: ReportParams, token: CancellationToken) =>
    guard('report', uris[0], token, log, async () => {
      const analyses = await Promise.all(uris.map(find));
      return buildReport(
        format,
        analyses.filter((analysis) => analysis !== undefined),
        parts.identity,
      );
    }),
  );
  connection.onRequest(Messages.documentTypes, ({ uri }: TemplateListParams, token: CancellationToken) =>
    guard('document types', uri, token, log, async (): Promise<readonly DocumentTypeItem[]> => {
      const { documentTypes } = await rulesFor(uri);
      return [...documentTypes].map(([id, { title, stages }]) => ({
        id,
        title,
        stages: Object.entries(stages ?? {}).map(([stage, about]) => ({ id: stage, title: about.title })),
      }));
    }),
  );
  connection.onRequest(Messages.questions, ({ uri }: DocumentParams, token: CancellationToken) =>
    checked<readonly OpenQuestion[]>('questions', uri, token, [], listQuestions),
  );
  connection.onRequest(Messages.explainSection, ({ uri, position }: PositionParams, token: CancellationToken) =>
    checked<SectionExplanation | null>('explanation', uri, token, null, (analysis) => {
      const index = sectionAt(analysis, documents.get(uri)?.offsetAt(position) ?? 0);
      const section = analysis.result.document.sections[index];
      if (!section) return null;
      const span = section.heading?.span ?? { start: section.span.start, end: section.span.start };
      const range = toRange(analysis.result.document.lines, span);
      return { heading: section.heading?.text ?? '', range, markdown: explainSection(index, analysis) };
    }),
  );
  connection.onRequest(Messages.sectionKinds, ({ uri, position }: PositionParams, token: CancellationToken) =>
    checked('section kinds', uri, token, [], (analysis) => [
      ...listSectionKinds(documents.get(uri)?.offsetAt(position) ?? 0, analysis),
    ]),
  );
  connection.onRequest(Messages.guidance, (params: GuidanceParams, token: CancellationToken) =>
    guard('guidance', params.uri, token, log, async () => buildGuidance(params, await rulesFor(params.uri)) ?? null),
  );
  connection.onRequest(Messages.templates, ({ uri }: TemplateListParams, token: CancellationToken) =>
    guard('templates', uri, token, log, async (): Promise<readonly TemplateItem[]> => {
      const ruleSet = await rulesFor(uri);
      return [...ruleSet.templates].map(([id, template]) => {
        const documentType = template['document-type'];
        const documentTypeTitle = ruleSet.documentTypes.get(documentType)?.title ?? documentType;
        return { id, title: template.title, documentType, documentTypeTitle, stage: template.stage };
      });
    }),
  );
  connection.onRequest(Messages.template, ({ uri, id }: TemplateParams, token: CancellationToken) =>
    guard('template', uri, token, log, async (): Promise<Page | null> => {
      const ruleSet = await rulesFor(uri);
      const template = ruleSet.templates.get(id);
      return template ? { title: template.title, text: fillTemplate(ruleSet, template.text) } : null;
    }),
  );
  connection.workspace.textDocumentContent.on((params, token) =>
    guard('page', params.uri, token, log, async () => {
      const name = readPageUri(params.uri) ?? '';
      const ruleSet = await rulesFor(undefined);
      const page = buildGuidance(
        ruleSet.considerations.has(name) ? { consideration: name } : { ruleId: name },
        ruleSet,
      );
      return { text: page?.text ?? 'No active pack has guidance on this.\n' };
    }),
  );
}

/** What is open in a document, by position. */
function listQuestions({ result }: Checked): readonly OpenQuestion[] {
  return result.findings
    .filter((finding) => finding.waivedBy === undefined)
    .map(({ ruleId, fingerprint, severity, message, question, span }) => ({
      ruleId,
      fingerprint,
      severity,
      message,
      question,
      range: toRange(result.document.lines, span),
    }));
}

/** Answers from the stored analysis; `none` where the document is not open or not checked at all. */
function withAnalysis<T>(
  what: string,
  uri: string,
  token: CancellationToken,
  { store, log }: Pick<ServerParts, 'store' | 'log'>,
  none: T,
  run: (analysis: StoredAnalysis) => T,
): Promise<T> {
  return guard(what, uri, token, log, async () => {
    const analysis = await store.get(uri);
    return analysis ? run(analysis) : none;
  });
}
