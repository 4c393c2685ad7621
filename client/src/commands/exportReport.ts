import { Uri, window, workspace } from 'vscode';
import { Messages, type Page } from '../../../server/src/protocol/protocol';
import type { Toolkit } from '../toolkit';
import { findCheckedEditor } from './activeDocument';

const formats = [
  { format: 'markdown', label: 'Markdown', extension: 'md' },
  { format: 'html', label: 'Web page', extension: 'html' },
  { format: 'json', label: 'JSON, for other tools', extension: 'json' },
] as const;

/** Saves the report on the document in front. `format` and `target` (a URI) are asked for when they are not given. */
export async function exportReport(toolkit: Toolkit, format?: unknown, target?: unknown): Promise<void> {
  const editor = findCheckedEditor(toolkit);
  if (!editor) return;
  const chosen =
    formats.find((known) => known.format === format) ??
    (await window.showQuickPick(formats, { title: 'Export a report', placeHolder: 'A format' }));
  if (!chosen) return;
  const page = await toolkit.ask<Page | null>(Messages.report, {
    uris: [editor.document.uri.toString()],
    format: chosen.format,
  });
  if (!page) throw new Error('the document is not checked, so that there is nothing to report.');
  const file = target instanceof Uri ? target : await askWhere(editor.document.uri, chosen.extension);
  if (!file) return;
  await workspace.fs.writeFile(file, new TextEncoder().encode(page.text));
  if (!target) await window.showTextDocument(file);
}

function askWhere(document: Uri, extension: string): Thenable<Uri | undefined> {
  const name = `${document.path.replace(/^.*\/|\.[^./]*$/g, '')}.inclusive-growth.${extension}`;
  const folder = document.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(document, '..');
  return window.showSaveDialog({ title: 'Export a report', defaultUri: folder && Uri.joinPath(folder, name) });
}
