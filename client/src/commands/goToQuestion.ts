import { commands, Range, Selection, type TextEditor, TextEditorRevealType, window } from 'vscode';
import { Messages, type OpenQuestion } from '../../../server/src/protocol/protocol';
import type { Toolkit } from '../toolkit';
import { findCheckedEditor } from './activeDocument';

/** Moves the cursor to the next or previous open question, from the last one on to the first, and shows what it says. */
export async function goToQuestion(toolkit: Toolkit, direction: 'next' | 'previous'): Promise<void> {
  const editor = findCheckedEditor(toolkit);
  if (!editor) return;
  const questions = await toolkit.ask<readonly OpenQuestion[]>(Messages.questions, {
    uri: editor.document.uri.toString(),
  });
  const lines = [...new Set(questions.map(({ range }) => range.start.line))].sort((one, other) => one - other);
  const line = pickLine(lines, editor.selection.active.line, direction);
  if (line === undefined) {
    void window.showInformationMessage('Inclusive Growth: no question is open in this document.');
    return;
  }
  const here = questions.filter(({ range }) => range.start.line === line);
  await showQuestion(editor, here, `Question ${lines.indexOf(line) + 1} of ${lines.length}`);
}

/** The nearest line after (or before) the cursor's; when there is none, the first (or last) of all. `lines` are in order. */
export function pickLine(lines: readonly number[], from: number, direction: 'next' | 'previous'): number | undefined {
  if (direction === 'next') return lines.find((line) => line > from) ?? lines[0];
  return lines.findLast((line) => line < from) ?? lines.at(-1);
}

async function showQuestion(editor: TextEditor, questions: readonly OpenQuestion[], place: string): Promise<void> {
  const [first] = questions;
  if (!first) return;
  const { start, end } = first.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  editor.selection = new Selection(range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(`${place}: ${questions.map(({ message }) => message).join(' ')}`, 15_000);
  // The same words at the place itself; a screen reader reads hovers that are asked for.
  await commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}
