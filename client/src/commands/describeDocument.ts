import { type QuickPickItem, window } from 'vscode';
import { type DocumentTypeItem, Messages } from '../../../server/src/protocol/protocol';
import { writeDocumentType } from '../mapFile';

import type { Toolkit } from '../toolkit';
import { findActiveEditor } from './activeDocument';

interface TypeItem extends QuickPickItem {
  readonly type: string;
  readonly stage?: string;
}

/** Lets the author say what the document in front is; the answer is written into its front matter. */
export async function describeDocument(toolkit: Toolkit): Promise<void> {
  const editor = findActiveEditor();
  if (!editor) return;
  const uri = editor.document.uri.toString();
  const types = await toolkit.ask<readonly DocumentTypeItem[]>(Messages.documentTypes, { uri });
  const items = types.flatMap(toItems);
  const chosen = await window.showQuickPick(items, {
    title: 'What is this document?',
    placeHolder: 'A type and stage',
    matchOnDescription: true,
  });
  if (chosen) await writeDocumentType(editor.document, chosen.type, chosen.stage);
}

/** One choice for each stage, and one for a type that has none. */
function toItems({ id, title, stages }: DocumentTypeItem): readonly TypeItem[] {
  if (stages.length === 0) return [{ label: title, description: id, type: id }];
  return stages.map((stage) => ({
    label: `${title}: ${stage.title}`,
    description: stage.id,
    type: id,
    stage: stage.id,
  }));
}
