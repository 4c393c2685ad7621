import { window } from 'vscode';
import { type Coverage, Messages } from '../../../server/src/protocol/protocol';
import { showGuidance } from '../pages';
import type { Toolkit } from '../toolkit';
import { findCheckedEditor } from './activeDocument';

/** Opens the guidance on a consideration: the one named, else one that the author picks from those of the document in front. */
export async function openGuidance(toolkit: Toolkit, consideration?: unknown): Promise<void> {
  const id = typeof consideration === 'string' ? consideration : await pickConsideration(toolkit);
  if (id !== undefined) await showGuidance(id);
}

async function pickConsideration(toolkit: Toolkit): Promise<string | undefined> {
  const editor = findCheckedEditor(toolkit);
  if (!editor) return undefined;
  const coverage = await toolkit.ask<Coverage | null>(Messages.coverage, { uri: editor.document.uri.toString() });
  const items = (coverage?.considerations ?? []).map(({ id, title, question }) => ({
    id,
    label: title,
    detail: question,
  }));
  const chosen = await window.showQuickPick(items, {
    title: 'Guidance',
    placeHolder: 'A consideration',
    matchOnDetail: true,
  });
  return chosen?.id;
}
