import { window } from 'vscode';
import { Messages, type SectionExplanation } from '../../../server/src/protocol/protocol';
import { showExplanation } from '../pages';
import type { Toolkit } from '../toolkit';
import { findCheckedEditor } from './activeDocument';

/**
 * Shows what the section at the cursor is taken for, what is expected of it, and why it has a finding or none.
 * A code lens gives the place: the document's URI and a 0-based line.
 */
export async function explainSection(toolkit: Toolkit, uri?: unknown, line?: unknown): Promise<void> {
  const place = typeof uri === 'string' && typeof line === 'number' ? { uri, line } : findPlace(toolkit);
  if (!place) return;
  const params = { uri: place.uri, position: { line: place.line, character: 0 } };
  const explanation = await toolkit.ask<SectionExplanation | null>(Messages.explainSection, params);
  if (explanation) await showExplanation('this-section', explanation.markdown);
  else void window.showInformationMessage('Inclusive Growth: the cursor is not in a section. Move it below a heading.');
}

function findPlace(toolkit: Toolkit): { uri: string; line: number } | undefined {
  const editor = findCheckedEditor(toolkit);
  return editor && { uri: editor.document.uri.toString(), line: editor.selection.active.line };
}
