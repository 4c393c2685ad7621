import { commands, type Disposable, EventEmitter, Uri, workspace } from 'vscode';
import { PAGE_SCHEME } from '../../server/src/protocol/protocol';

/** Not the server's scheme, whose pages it serves itself: these are answers to one question, at one moment. */
const EXPLANATION_SCHEME = 'inclusive-growth-explanation';
const explanations = new Map<string, string>();
const changed = new EventEmitter<Uri>();

/** Serves the explanations that `showExplanation` opens. */
export function registerPages(): Disposable {
  return workspace.registerTextDocumentContentProvider(EXPLANATION_SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => explanations.get(uri.path),
  });
}

/** Opens the guidance on a consideration, beside the document, as a reader sees it. */
export async function showGuidance(consideration: string): Promise<void> {
  await showPage(Uri.from({ scheme: PAGE_SCHEME, path: `/guidance/${consideration}.md` }));
}

/** Opens a text of our own, beside the document. The same `name` replaces what stood there. */
export async function showExplanation(name: string, markdown: string): Promise<void> {
  const uri = Uri.from({ scheme: EXPLANATION_SCHEME, path: `/${name}.md` });
  explanations.set(uri.path, markdown);
  changed.fire(uri);
  await showPage(uri);
}

function showPage(uri: Uri): Thenable<unknown> {
  return commands.executeCommand('markdown.showPreviewToSide', uri);
}
