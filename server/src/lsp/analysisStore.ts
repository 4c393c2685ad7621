import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, NotChecked } from '../core';
import { analyze, parseDocument } from '../core';
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

/** The latest analysis of each open document. */
export interface AnalysisStore {
  /**
   * The analysis of the document as it stands when the promise resolves. Undefined when it is not open, switched off, ignored, or no Markdown.
   */
  get(uri: string): Promise<StoredAnalysis | undefined>;
  /** True while the analysis still speaks of the document as it stands now. */
  isCurrent(analysis: StoredAnalysis): boolean;
  forget(uri: string): void;
}

/** Builds the store over the open documents. Analyses are kept by version, rule-set revision, settings revision and day. */
export function createAnalysisStore(
  documents: TextDocuments<TextDocument>,
  settings: SettingsStore,
  workspace: Workspace,
  host: Pick<ServerHost, 'today'>,
): AnalysisStore {
  const known = new Map<string, StoredAnalysis>();
  // Versions begin again when a document is opened again, with another text perhaps.
  let closings = 0;
  return {
    async get(uri) {
      if (!isChecked(documents.get(uri))) return undefined;
      const own = await settings.of(uri);
      if (!own.enable) return undefined;
      const resource = await workspace.rulesOf(uri, own.packs);
      // The document may have changed or gone while settings and packs were waited for; from here on nothing waits.
      const document = documents.get(uri);
      if (!document || resource.ignored) return undefined;
      const today = host.today();
      const id = `${closings}.${document.version}.${resource.revision}.${settings.revision}.${today}`;
      const before = known.get(uri);
      if (before?.id === id) return before;
      const result = runAnalysis(document.getText(), resource, own, today);
      const stored: StoredAnalysis = { uri, version: document.version, settings: own, resource, result, id };
      known.set(uri, stored);
      return stored;
    },
    isCurrent(analysis) {
      return documents.get(analysis.uri)?.version === analysis.version;
    },
    forget(uri) {
      known.delete(uri);
      closings++;
    },
  };
}

/** One text against one set of rules, as the command line does it. */
export function runAnalysis(
  text: string,
  resource: ResourceRules,
  settings: Settings,
  today: string,
): Analysis | NotChecked {
  const { rules, type, stage } = resource;
  const severities = { ...resource.severities, ...settings.severities };
  return analyze(parseDocument(text), rules, { type, stage, today, severities });
}

function isChecked(document: TextDocument | undefined): boolean {
  return document !== undefined && (document.languageId === 'markdown' || /\.(?:md|markdown)$/i.test(document.uri));
}
