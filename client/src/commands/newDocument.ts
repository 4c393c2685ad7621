import { window, workspace } from 'vscode';
import { Messages, type Page, type TemplateItem } from '../../../server/src/protocol/protocol';
import type { Toolkit } from '../toolkit';

/** Opens a new, unsaved document made from a template of the packs. `id` names the template; without it the author picks one. */
export async function newDocument(toolkit: Toolkit, id?: unknown): Promise<void> {
  const uri = workspace.workspaceFolders?.[0]?.uri.toString();
  const template = typeof id === 'string' ? id : await pickTemplate(toolkit, uri);
  if (template === undefined) return;
  const page = await toolkit.ask<Page | null>(Messages.template, { uri, id: template });
  if (!page) throw new Error(`there is no template “${template}” in the packs in use.`);
  await window.showTextDocument(await workspace.openTextDocument({ language: 'markdown', content: page.text }));
}

async function pickTemplate(toolkit: Toolkit, uri: string | undefined): Promise<string | undefined> {
  const templates = await toolkit.ask<readonly TemplateItem[]>(Messages.templates, { uri });
  const items = templates.map(({ id, title, documentTypeTitle, stage }) => ({
    id,
    label: title,
    description: stage ? `${documentTypeTitle}, ${stage}` : documentTypeTitle,
  }));
  const chosen = await window.showQuickPick(items, {
    title: 'New document from a template',
    placeHolder: 'A document type and stage',
    matchOnDescription: true,
  });
  return chosen?.id;
}
