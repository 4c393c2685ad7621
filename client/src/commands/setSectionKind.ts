import { window } from 'vscode';
import { Commands, Messages, type SectionKindItem } from '../../../server/src/protocol/protocol';
import type { Toolkit } from '../toolkit';
import { findCheckedEditor } from './activeDocument';

/** Lets the author say what the section at the cursor is, when its heading is not recognised or is taken for something else. */
export async function setSectionKind(toolkit: Toolkit): Promise<void> {
  const editor = findCheckedEditor(toolkit);
  if (!editor) return;
  const uri = editor.document.uri.toString();
  const position = editor.selection.active;
  const kinds = await toolkit.ask<readonly SectionKindItem[]>(Messages.sectionKinds, { uri, position });
  const items = kinds.map(({ id, title, current }) => ({
    id,
    label: title,
    description: current ? 'as it is taken now' : undefined,
  }));
  const chosen = await window.showQuickPick(items, {
    title: 'What is this section?',
    placeHolder: 'A kind of section',
  });
  if (chosen) await toolkit.run(Commands.setSectionKind, uri, position.line, chosen.id);
}
