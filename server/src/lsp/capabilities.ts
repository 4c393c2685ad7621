import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import { CodeActionKind, TextDocumentSyncKind } from 'vscode-languageserver';
import { Commands, PAGE_SCHEME } from '../protocol/protocol';

/** What the client can do, as far as this server cares. */
export interface ClientAbilities {
  readonly name: string;
  /** VS Code serves outline and folding for Markdown itself. */
  readonly isVsCode: boolean;
  readonly pullDiagnostics: boolean;
  readonly diagnosticRefresh: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  readonly codeDescription: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolveEdits: boolean;
  readonly configuration: boolean;
  readonly dynamicConfiguration: boolean;
  readonly dynamicWatchers: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  readonly codeLensRefresh: boolean;
  readonly pages: boolean;
  readonly markdownHover: boolean;
  readonly applyEdit: boolean;
  /** Features for packs can be offered for YAML files alone, once the client is there. */
  readonly dynamicAuthoring: boolean;
  /** The client is this project's own (`initializationOptions.ownMessages`): it takes status messages and has the commands that lenses name. */
  readonly ownMessages: boolean;
}

/** Reads the client's capabilities. What is not said is not there. */
export function readAbilities(params: InitializeParams): ClientAbilities {
  const { capabilities, clientInfo } = params;
  const { textDocument, workspace, window } = capabilities;
  const name = clientInfo?.name ?? 'unknown';
  const options: unknown = params.initializationOptions;
  const diagnostic = textDocument?.diagnostic;
  const published = textDocument?.publishDiagnostics;
  return {
    name,
    isVsCode: /visual studio code|vscode|code - oss|vscodium|code-server/i.test(name),
    pullDiagnostics: diagnostic !== undefined,
    diagnosticRefresh: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (diagnostic?.relatedInformation ?? published?.relatedInformation) === true,
    diagnosticTags: (diagnostic?.tagSupport ?? published?.tagSupport) !== undefined,
    codeDescription: (diagnostic?.codeDescriptionSupport ?? published?.codeDescriptionSupport) === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolveEdits:
      textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true &&
      textDocument.codeAction.dataSupport === true,
    configuration: workspace?.configuration === true,
    dynamicConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    dynamicWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    workDoneProgress: window?.workDoneProgress === true,
    codeLensRefresh: workspace?.codeLens?.refreshSupport === true,
    pages: workspace?.textDocumentContent !== undefined,
    markdownHover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
    applyEdit: workspace?.applyEdit === true,
    dynamicAuthoring: [textDocument?.definition, textDocument?.references, textDocument?.rename].every(
      (feature) => feature?.dynamicRegistration === true,
    ),
    ownMessages:
      typeof options === 'object' && options !== null && 'ownMessages' in options && options.ownMessages === true,
  };
}

/** What this server offers to such a client. */
export function offerCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.pullDiagnostics && {
      diagnosticProvider: { identifier: 'inclusive-growth', interFileDependencies: false, workspaceDiagnostics: false },
    }),
    codeActionProvider: {
      codeActionKinds: [
        CodeActionKind.QuickFix,
        CodeActionKind.RefactorRewrite,
        CodeActionKind.Source,
        `${CodeActionKind.SourceFixAll}.inclusiveGrowth`,
      ],
      resolveProvider: client.resolveEdits,
    },
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['[', '|', ':'] },
    // Only the lenses of packs are resolved; those of documents come complete.
    codeLensProvider: { resolveProvider: true },
    ...(!client.dynamicAuthoring && {
      definitionProvider: true,
      referencesProvider: true,
      renameProvider: { prepareProvider: true },
    }),
    documentLinkProvider: { resolveProvider: false },
    ...(!client.isVsCode && { documentSymbolProvider: { label: 'Sections' }, foldingRangeProvider: true }),
    executeCommandProvider: { commands: Object.values(Commands) },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(client.pages && { textDocumentContent: { schemes: [PAGE_SCHEME] } }),
    },
  };
}
