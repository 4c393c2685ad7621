import { commands, type TextDocument, ViewColumn, window } from 'vscode';
import type { SignalMatches } from '../../../server/src/protocol/protocol';
import { showExplanation } from '../pages';
import { describeMatches, findSample, SignalPreview, type SignalSource } from '../signalPreview';
import type { Toolkit } from '../toolkit';

/**
 * Marks in a sample document the words that the signal at the cursor matches, and follows changes of both. A code lens gives the signal: a file of its
 * pack and its id. Without an open Markdown document, the sample business case is opened beside the pack.
 */
export async function previewSignal(
  toolkit: Toolkit,
  uri?: unknown,
  signal?: unknown,
): Promise<SignalMatches | undefined> {
  const source = findSource(uri, signal);
  if (!source) return undefined;
  const sample = await openSampleBeside();
  const found = await SignalPreview.show(toolkit, source, sample);
  if (!found) tellNoSignal();
  return found;
}

/** The same in words, for those who do not see marks: every passage with its line, on a page. */
export async function listSignalMatches(toolkit: Toolkit, uri?: unknown, signal?: unknown): Promise<void> {
  const found = await previewSignal(toolkit, uri, signal);
  if (!found) return;
  const lines = found.matches.map(({ range, words, item }) => {
    const shown = words.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
    return `- line ${range.start.line + 1}: “${shown}”${item === undefined ? '' : ` (${item})`}`;
  });
  const name = found.sample.slice(found.sample.lastIndexOf('/') + 1);
  const head = `# ${describeMatches(found.signal, found.matches.length)}\n\nIn ${decodeURIComponent(name)}:`;
  await showExplanation('signal-matches', `${[head, lines.join('\n') || 'Nothing matches.'].join('\n\n')}\n`);
}

/** Takes the marks of `previewSignal` away. */
export function endSignalPreview(): void {
  SignalPreview.end();
}

function findSource(uri: unknown, signal: unknown): SignalSource | undefined {
  if (typeof uri === 'string' && typeof signal === 'string') return { uri, signal };
  const editor = window.activeTextEditor;
  if (editor && /\.ya?ml$/i.test(editor.document.uri.path))
    return { uri: editor.document.uri.toString(), position: editor.selection.active };
  tellNoSignal();
  return undefined;
}

async function openSampleBeside(): Promise<TextDocument> {
  const pack = window.activeTextEditor;
  const found = findSample();
  if (found) {
    const isVisible = window.visibleTextEditors.some((editor) => editor.document === found);
    if (!isVisible) await window.showTextDocument(found, { viewColumn: ViewColumn.Beside, preserveFocus: true });
    return found;
  }
  await commands.executeCommand('workbench.action.splitEditorRight');
  await commands.executeCommand('inclusiveGrowth.openSample');
  const sample = window.activeTextEditor?.document;
  if (pack) await window.showTextDocument(pack.document, { viewColumn: pack.viewColumn });
  if (!sample) throw new Error('the sample document could not be opened');
  return sample;
}

function tellNoSignal(): void {
  void window.showInformationMessage(
    'Inclusive Growth: there is no signal at the cursor. Put it on a signal in a file of a pack.',
  );
}
