import { Commands } from '../../../server/src/protocol/protocol';
import type { Toolkit } from '../toolkit';
import { findCheckedEditor } from './activeDocument';

/** Inserts the prompts for everything that the section at the cursor lacks. The server says what they are and where they belong. */
export async function insertPrompts(toolkit: Toolkit): Promise<void> {
  const editor = findCheckedEditor(toolkit);
  if (!editor) return;
  await toolkit.run(Commands.insertPrompts, editor.document.uri.toString(), editor.selection.active.line);
}
