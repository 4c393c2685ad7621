import { type Disposable, Position, type TextDocument, WorkspaceEdit, window, workspace } from 'vscode';
import { type DocumentStatus, SETTINGS_SECTION } from '../../server/src/protocol/protocol';
import { isMarkdown } from './isMarkdown';
import type { Toolkit } from './toolkit';

const ASKED = 'inclusiveGrowth.offered';

/**
 * Offers, once for a file and only while it is in front, to check a file that looks like a document of a known type.
 * No answer counts as no. The setting `offerToCheck` ends it for good.
 */
export function offerToMapFiles(toolkit: Toolkit): Disposable {
  return toolkit.statuses.onDidChange((status) => {
    const document = window.activeTextEditor?.document;
    if (document && toolkit.statuses.find(document.uri) === status && shouldOffer(toolkit, document, status))
      void offer(toolkit, document, status);
  });
}

function shouldOffer(
  { context }: Toolkit,
  document: TextDocument,
  { looksLike, reason, state }: DocumentStatus,
): boolean {
  if (state !== 'not-checked' || reason !== 'no-document-type' || !looksLike || !isMarkdown(document)) return false;
  if (!workspace.getConfiguration(SETTINGS_SECTION, document).get<boolean>('offerToCheck', true)) return false;
  return !context.workspaceState.get<readonly string[]>(ASKED, []).includes(document.uri.toString());
}

async function offer({ context }: Toolkit, document: TextDocument, { looksLike }: DocumentStatus): Promise<void> {
  if (!looksLike) return;
  // Written down before the question is shown: a second window must not ask again.
  const asked = context.workspaceState.get<readonly string[]>(ASKED, []);
  await context.workspaceState.update(ASKED, [...asked, document.uri.toString()]);
  const [check, never] = ['Check It', 'Never Offer'];
  const question = `Inclusive Growth: this file reads like a ${looksLike.title.toLowerCase()}. Check it as one? A line in its front matter will say so.`;
  const chosen = await window.showInformationMessage(question, check, 'Not This File', never);
  if (chosen === check) await writeDocumentType(document, looksLike.type);
  if (chosen === never) await workspace.getConfiguration(SETTINGS_SECTION).update('offerToCheck', false, true);
}

/** Writes type and stage into the document's front matter, which it makes when there is none. One edit, undone in one step; nothing is saved. */
export async function writeDocumentType(document: TextDocument, type: string, stage?: string): Promise<void> {
  const eol = document.eol === 1 ? '\n' : '\r\n';
  const wanted: readonly (readonly [string, string])[] = [
    ['document-type', type],
    ...(stage ? [['stage', stage] as const] : []),
  ];
  const edit = new WorkspaceEdit();
  const isToml = document.lineAt(0).text.trimEnd() === TOML_FENCE;
  const end = findFrontMatterEnd(document);
  const lines: string[] = [];
  for (const [key, value] of wanted) {
    const entry = isToml ? `${key} = "${value}"` : `${key}: ${value}`;
    const line = end === undefined ? undefined : findKey(document, key, end);
    if (line === undefined) lines.push(entry);
    else edit.replace(document.uri, document.lineAt(line).range, entry);
  }
  if (end === undefined) edit.insert(document.uri, new Position(0, 0), ['---', ...lines, '---', '', ''].join(eol));
  // In TOML, what stands at the end belongs to the last table.
  else if (lines.length > 0) edit.insert(document.uri, new Position(isToml ? 1 : end, 0), [...lines, ''].join(eol));
  await workspace.applyEdit(edit);
  await window.showTextDocument(document);
}

const TOML_FENCE = '+++';

/** The line of the closing `---` or `+++`, or undefined without front matter. */
function findFrontMatterEnd(document: TextDocument): number | undefined {
  const fence = document.lineAt(0).text.trimEnd();
  if (fence !== '---' && fence !== TOML_FENCE) return undefined;
  const closing = fence === TOML_FENCE ? /^\+{3}\s*$/ : /^(---|\.\.\.)\s*$/;
  for (let line = 1; line < document.lineCount; line++) if (closing.test(document.lineAt(line).text)) return line;
  return undefined;
}

function findKey(document: TextDocument, key: string, end: number): number | undefined {
  for (let line = 1; line < end; line++)
    if (new RegExp(`^${key}\\s*[:=]`).test(document.lineAt(line).text)) return line;
  return undefined;
}
