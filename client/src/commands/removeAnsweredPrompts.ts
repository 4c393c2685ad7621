import { Commands } from '../../../server/src/protocol/protocol';
import type { Toolkit } from '../toolkit';
import { findCheckedEditor } from './activeDocument';

/** Removes the comments of all prompts of the document that have been answered. */
export async function removeAnsweredPrompts(toolkit: Toolkit): Promise<void> {
  const editor = findCheckedEditor(toolkit);
  if (editor) await toolkit.run(Commands.removeAnsweredPrompts, editor.document.uri.toString());
}
