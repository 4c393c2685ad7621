import type { TextDocuments } from 'vscode-languageserver';
import type { Analysis, DocumentModel, NotChecked, Steps } from '../core';
import { analyzeInSteps, parseDocumentInSteps, updateDocumentInSteps } from '../core';
import type { EditLog } from './editLog';
import { moveBack } from './editLog';
import type { OpenDocument } from './openDocument';
import { runInSlices } from './runInSlices';
import type { ServerHost } from './serverHost';
import type { Settings, SettingsStore } from './settings';
import type { ResourceRules, Workspace } from './workspace';

/** What was found in one version of a document, with all that it was found by. */
export interface StoredAnalysis {
  readonly uri: string;
  readonly version: number;
  readonly settings: Settings;
  readonly resource: ResourceRules;
  readonly result: Analysis | NotChecked;
  /** Names version, rules and settings: two analyses with the same id are the same. */
  readonly id: string;
}

/** The latest analysis, and the way back to it from the text as it stands. */
export interface RecentAnalysis {
  readonly analysis: StoredAnalysis;
  /** Where an offset of the present text stood in the text that was analysed; undefined inside what has been typed since. */
  moveBack(offset: number): number | undefined;
}

/** The latest analysis of each open document. */
export interface AnalysisStore {
  /**
   * The analysis of the document as it stands when the promise resolves. Undefined when it is not open, switched off, ignored, or no Markdown.
   * Long work is done in slices, and begins anew when the document changes meanwhile.
   */
  get(uri: string): Promise<StoredAnalysis | undefined>;
  /** The analysis that is there at once, of the present text or of an earlier one. */
  recent(uri: string): RecentAnalysis | undefined;
  /** True while the analysis still speaks of the document as it stands now. */
  isCurrent(analysis: StoredAnalysis): boolean;
  /** How many milliseconds the last analysis took; 0 before the first. */
  costOf(uri: string): number;
  forget(uri: string): void;
}

/** What a store works with. */
export interface StoreParts {
  readonly documents: TextDocuments<OpenDocument>;
  readonly edits: EditLog;
  readonly settings: SettingsStore;
  readonly workspace: Workspace;
  readonly host: Pick<ServerHost, 'today' | 'now' | 'after'>;
}

/** What is known of one open document. */
interface Known {
  /** The text as it was last read. */
  model?: DocumentModel;
  analysis?: StoredAnalysis;
  /** Edits since the analysis, oldest first; the model has seen them. */
  readonly seen: TextEdits;
  running?: { readonly id: string; readonly result: Promise<StoredAnalysis | undefined> };
  cost: number;
}

type TextEdits = Parameters<typeof moveBack>[1][number][];

/** Builds the store over the open documents. Analyses are kept by version, rule-set revision, settings revision and day. */
export function createAnalysisStore(parts: StoreParts): AnalysisStore {
  const { documents, edits, settings, workspace, host } = parts;
  const known = new Map<string, Known>();
  // Versions begin again when a document is opened again, with another text perhaps.
  let closings = 0;

  const get = async (uri: string): Promise<StoredAnalysis | undefined> => {
    if (!isChecked(documents.get(uri))) return undefined;
    const own = await settings.of(uri);
    if (!own.enable) return undefined;
    const resource = await workspace.rulesOf(uri, own.packs);
    // The document may have changed or gone while settings and packs were waited for.
    const document = documents.get(uri);
    if (!document || resource.ignored) return undefined;
    const { version } = document;
    const today = host.today();
    const id = `${closings}.${version}.${resource.revision}.${settings.revision}.${today}`;
    const state = known.get(uri) ?? { cost: 0, seen: [] };
    known.set(uri, state);
    if (state.analysis?.id === id) return state.analysis;
    // Several ask at once for what is only worked out once.
    if (state.running?.id === id) return state.running.result;
    const isWanted = () =>
      known.get(uri) === state && state.running?.id === id && documents.get(uri)?.version === version;
    const work = async () => {
      const started = host.now();
      const steps = analyzeEdited(document, state, { resource, settings: own, today }, edits);
      const done = await runInSlices(steps, host, isWanted);
      // The document has moved on: so does whoever waits.
      if (!done) return get(uri);
      state.cost = host.now() - started;
      state.seen.length = 0;
      state.analysis = { uri, version, settings: own, resource, result: done.value, id };
      return state.analysis;
    };
    const result = work().finally(() => {
      if (state.running?.id === id) state.running = undefined;
    });
    state.running = { id, result };
    return result;
  };
  return {
    get,
    recent(uri) {
      const state = known.get(uri);
      if (!state?.analysis) return undefined;
      const unread = edits.since(uri);
      const since = unread && [...state.seen, ...unread];
      return { analysis: state.analysis, moveBack: (offset) => since && moveBack(offset, since) };
    },
    isCurrent: (analysis) => documents.get(analysis.uri)?.version === analysis.version,
    costOf: (uri) => known.get(uri)?.cost ?? 0,
    forget(uri) {
      known.delete(uri);
      edits.forget(uri);
      closings++;
    },
  };
}

/** What an analysis is made with. */
interface AnalysisInput {
  readonly resource: ResourceRules;
  readonly settings: Settings;
  readonly today: string;
}

/** Reads what has been typed since the last time, and judges the whole. Each edit that has been read stays read, even if the rest is called off. */
function* analyzeEdited(
  document: OpenDocument,
  state: Known,
  input: AnalysisInput,
  edits: EditLog,
): Steps<Analysis | NotChecked> {
  const { uri } = document;
  const pending = edits.since(uri);
  if (!state.model || !pending) {
    const model = yield* parseDocumentInSteps(document.getText());
    edits.forget(uri);
    state.model = model;
    // No way leads back to what was found in an earlier text.
    state.analysis = undefined;
    state.seen.length = 0;
  } else {
    for (const edit of [...pending]) {
      state.model = yield* updateDocumentInSteps(state.model, [edit]);
      edits.forget(uri, 1);
      state.seen.push(edit);
    }
  }
  return yield* analyzeInSteps(state.model, input.resource.rules, toOptions(input));
}

function toOptions({ resource, settings, today }: AnalysisInput) {
  const { type, stage } = resource;
  return { type, stage, today, severities: { ...resource.severities, ...settings.severities } };
}

/** One text against one set of rules, as the command line does it, in steps. */
export function* analyzeText(
  text: string,
  resource: ResourceRules,
  settings: Settings,
  today: string,
): Steps<Analysis | NotChecked> {
  const model = yield* parseDocumentInSteps(text);
  return yield* analyzeInSteps(model, resource.rules, toOptions({ resource, settings, today }));
}

function isChecked(document: OpenDocument | undefined): boolean {
  return document !== undefined && (document.languageId === 'markdown' || /\.(?:md|markdown)$/i.test(document.uri));
}
