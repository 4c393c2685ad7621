/**
 * Names and payload types of the messages that this server adds to the Language Server Protocol. Imports nothing, so that both ends can use it:
 * they send and receive by name. Lines and characters are 0-based and count UTF-16 units, as in the protocol.
 */

/** Section of the client's settings, by resource. */
export const SETTINGS_SECTION = 'inclusiveGrowth';

/** Scheme of the pages that the server itself can show: `inclusive-growth:/guidance/beneficiaries.md`. */
export const PAGE_SCHEME = 'inclusive-growth';

/** An extension of the client that contributes packs (`contributes.inclusiveGrowthPacks`), in `initializationOptions.contributingExtensions`. */
export interface ContributingExtension {
  /** The extension's folder, a path of the machine that the server runs on. */
  readonly folder: string;
  /** Its `package.json`, or at least `publisher`, `name` and `contributes` of it. */
  readonly manifest: unknown;
}

/** Requests from client to server, and notifications the other way. */
export const Messages = {
  /** Notification to a client that asked for it (`initializationOptions: { ownMessages: true }`): `DocumentStatus`, after every analysis and when a document goes out of scope. */
  status: 'inclusiveGrowth/status',
  /** Notification to the server: `readonly ContributingExtension[]`, whenever extensions were installed, removed, enabled or disabled. */
  contributingExtensions: 'inclusiveGrowth/contributingExtensions',
  /** Request: `DocumentParams` -> `Coverage | null`. */
  coverage: 'inclusiveGrowth/coverage',
  /** Request: `PositionParams` -> `SectionExplanation | null`: what is expected of the section and why it has or has no finding. */
  explainSection: 'inclusiveGrowth/explainSection',
  /** Request: `GuidanceParams` -> `Page | null`. */
  guidance: 'inclusiveGrowth/guidance',
  /** Request: `DocumentParams` -> `readonly OpenQuestion[]`, in document order. */
  questions: 'inclusiveGrowth/questions',
  /** Request: `TemplateListParams` -> `readonly TemplateItem[]`. */
  templates: 'inclusiveGrowth/templates',
  /** Request: `TemplateParams` -> `Page | null`: a new document with its prompts. */
  template: 'inclusiveGrowth/template',
  /** Request: `ReportParams` -> `Page | null`: a report on documents, open or not, in one of the command line's formats. */
  report: 'inclusiveGrowth/report',
  /** Request: `TemplateListParams` -> `readonly DocumentTypeItem[]`: what a document can be said to be. */
  documentTypes: 'inclusiveGrowth/documentTypes',
  /** Request: `PositionParams` -> `readonly SectionKindItem[]`: kinds that a heading can be said to be of. */
  sectionKinds: 'inclusiveGrowth/sectionKinds',
  /** Request: `RunExamplesParams` -> `Page | null`: the examples of one rule of a pack, run. */
  runExamples: 'inclusiveGrowth/runExamples',
  /** Request: `SignalMatchesParams` -> `SignalMatches | null`: which words of a document a signal of a pack matches. */
  signalMatches: 'inclusiveGrowth/signalMatches',
} as const;

/** Commands that the server runs (`workspace/executeCommand`). Edits come back as `workspace/applyEdit`. */
export const Commands = {
  /** `[uri, line]`: the prompts for everything that the section at the line lacks. */
  insertPrompts: 'inclusiveGrowth.server.insertPrompts',
  /** `[uri, line, kind]`: writes the kind into the heading at the line. */
  setSectionKind: 'inclusiveGrowth.server.setSectionKind',
  /** `[uri, type, stage?]`: says in the front matter what the document is. */
  setDocumentType: 'inclusiveGrowth.server.setDocumentType',
  /** `[uri]`: removes the comments of all answered prompts. */
  removeAnsweredPrompts: 'inclusiveGrowth.server.removeAnsweredPrompts',
  /** `[]`: checks every document of the workspace, open or not. Returns `WorkspaceCheck`. */
  checkWorkspace: 'inclusiveGrowth.server.checkWorkspace',
} as const;

/** Command of the client that a code lens names; the server does not run it. Arguments: `[uri, line]`. */
export const CLIENT_SHOW_SECTION = 'inclusiveGrowth.explainSection';

/** Commands of the client that the lenses of packs name. Arguments: `[uri, id]`. */
export const CLIENT_RUN_EXAMPLES = 'inclusiveGrowth.runExamples';
export const CLIENT_PREVIEW_SIGNAL = 'inclusiveGrowth.previewSignal';

export type State = 'present' | 'thin' | 'missing' | 'waived' | 'not-expected';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface DocumentParams {
  readonly uri: string;
}

export interface PositionParams {
  readonly uri: string;
  readonly position: Position;
}

export interface ReportParams {
  readonly uris: readonly string[];
  /** `markdown`, `html`, `json` … as for the command line. */
  readonly format: string;
}

export interface DocumentTypeItem {
  readonly id: string;
  readonly title: string;
  readonly stages: readonly { readonly id: string; readonly title: string }[];
}

export interface PackLabel {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** `sha256-…` over the files of the pack. */
  readonly integrity: string;
}

/** How a document stands, or why it is not checked. `words` says it in one sentence of plain English. */
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number;
  readonly state: 'checked' | 'not-checked' | 'off' | 'failed';
  /** For `not-checked`: `no-document-type`, `unknown-document-type` or `unknown-stage`. */
  readonly reason?: string;
  readonly type?: string;
  readonly typeTitle?: string;
  readonly stage?: string;
  readonly stageTitle?: string;
  readonly packs: readonly PackLabel[];
  /** Faults in the packs and the configuration that hold for the document. */
  readonly packProblems: number;
  /** Open findings by severity; waived ones are not open. */
  readonly open: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
  /** For `not-checked` without a type: the type that its words suggest, if any. */
  readonly looksLike?: { readonly type: string; readonly title: string };
  readonly words: string;
}

/** Sections by considerations, for the tree and the panel. */
export interface Coverage {
  readonly uri: string;
  readonly version: number;
  readonly title?: string;
  readonly typeTitle: string;
  readonly stageTitle?: string;
  readonly considerations: readonly { readonly id: string; readonly title: string; readonly question: string }[];
  readonly sections: readonly CoverageSection[];
}

export interface CoverageSection {
  readonly index: number;
  readonly heading: string;
  readonly level: number;
  readonly kindTitle?: string;
  readonly range: Range;
  /** One for each of `Coverage.considerations`, in that order. */
  readonly cells: readonly CoverageCell[];
}

export interface CoverageCell {
  readonly consideration: string;
  readonly state: State;
  /** The state in words with what lacks: `thin: how many is lacking`. */
  readonly words: string;
  /** Where to jump: the first words found, else the heading. */
  readonly range: Range;
}

export interface SectionExplanation {
  readonly heading: string;
  readonly range: Range;
  /** Markdown. */
  readonly markdown: string;
}

/** One of the two is given. */
export interface GuidanceParams {
  readonly uri?: string;
  readonly consideration?: string;
  readonly ruleId?: string;
}

export interface Page {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
}

export interface OpenQuestion {
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly question?: string;
  readonly range: Range;
}

export interface TemplateListParams {
  /** A resource whose packs are asked; without it those of the first folder. */
  readonly uri?: string;
}

export interface TemplateParams {
  readonly uri?: string;
  readonly id: string;
}

export interface TemplateItem {
  readonly id: string;
  readonly title: string;
  readonly documentType: string;
  readonly documentTypeTitle: string;
  readonly stage?: string;
}

export interface SectionKindItem {
  readonly id: string;
  readonly title: string;
  /** What the section is taken for now. */
  readonly current: boolean;
}

export interface WorkspaceCheck {
  readonly documents: number;
  readonly checked: number;
  readonly openFindings: number;
  readonly cancelled: boolean;
}

export interface RunExamplesParams {
  /** A file of the pack. */
  readonly uri: string;
  /** Full id, `pack/rule`; or the place of the rule's id. One of the two is given. */
  readonly ruleId?: string;
  readonly position?: Position;
}

export interface SignalMatchesParams {
  /** A file of the pack. */
  readonly uri: string;
  /** The signal by its id, or by a place within its definition. One of the two is given. */
  readonly signal?: string;
  readonly position?: Position;
  /** URI of the Markdown document that is looked through. */
  readonly sample: string;
}

export interface SignalMatches {
  readonly signal: string;
  readonly sample: string;
  /** In document order. */
  readonly matches: readonly {
    readonly range: Range;
    readonly words: string;
    /** The vocabulary item that the words name. */
    readonly item?: string;
  }[];
}
