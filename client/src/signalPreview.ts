import {
  type Disposable,
  OverviewRulerLane,
  Range,
  type TextDocument,
  type TextEditor,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { Messages, type SignalMatches, type SignalMatchesParams } from '../../server/src/protocol/protocol';
import { isMarkdown } from './isMarkdown';
import type { Toolkit } from './toolkit';

/** Changes within this time are shown as one. */
const QUIET_MILLISECONDS = 200;

/** Where the signal stands that is shown. */
export interface SignalSource {
  /** A file of the pack. */
  readonly uri: string;
  /** One of the two is given. */
  readonly signal?: string;
  readonly position?: SignalMatchesParams['position'];
}

/** Marks the words of a sample document that a signal of a pack matches, and keeps the marks right while pack or sample are changed. */
export class SignalPreview implements Disposable {
  private static current: SignalPreview | undefined;
  private readonly marks = window.createTextEditorDecorationType({
    border: '1px solid',
    borderColor: new ThemeColor('editor.findMatchBorder'),
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new ThemeColor('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: OverviewRulerLane.Center,
  });
  private readonly followed: readonly Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;

  private constructor(
    private readonly toolkit: Toolkit,
    private readonly source: SignalSource & { readonly signal: string },
    private readonly sample: TextDocument,
  ) {
    this.followed = [
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.sample || /\.ya?ml$/i.test(document.uri.path)) this.refreshSoon();
      }),
      window.onDidChangeVisibleTextEditors(() => this.refreshSoon()),
    ];
  }

  /** Shows a signal in a document, in the place of what was shown before. Undefined where no signal stands. */
  static async show(toolkit: Toolkit, source: SignalSource, sample: TextDocument): Promise<SignalMatches | undefined> {
    const found = await ask(toolkit, source, sample);
    SignalPreview.end();
    if (!found) return undefined;
    SignalPreview.current = new SignalPreview(toolkit, { uri: source.uri, signal: found.signal }, sample);
    SignalPreview.current.mark(found);
    return found;
  }

  /** Takes the marks away. */
  static end(): void {
    SignalPreview.current?.dispose();
    SignalPreview.current = undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.marks.dispose();
    for (const followed of this.followed) followed.dispose();
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), QUIET_MILLISECONDS);
  }

  private async refresh(): Promise<void> {
    // A pack that cannot be read at the moment, or has lost the signal, leaves the marks as they were.
    const found = await ask(this.toolkit, this.source, this.sample).catch(() => undefined);
    if (found) this.mark(found);
  }

  private mark({ signal, matches }: SignalMatches): void {
    for (const editor of window.visibleTextEditors) if (editor.document === this.sample) this.markIn(editor, matches);
    window.setStatusBarMessage(describeMatches(signal, matches.length), 5_000);
  }

  private markIn(editor: TextEditor, matches: SignalMatches['matches']): void {
    const ranges = matches.map(
      ({ range: { start, end } }) => new Range(start.line, start.character, end.line, end.character),
    );
    editor.setDecorations(this.marks, ranges);
  }
}

/** `people: 3 passages match`. */
export function describeMatches(signal: string, count: number): string {
  return `${signal}: ${count === 1 ? '1 passage matches' : `${count} passages match`}`;
}

/** The Markdown document that can be seen, else one that is open; undefined when there is none. */
export function findSample(): TextDocument | undefined {
  const visible = window.visibleTextEditors.map((editor) => editor.document).find(isMarkdown);
  return visible ?? workspace.textDocuments.find(isMarkdown);
}

async function ask(toolkit: Toolkit, source: SignalSource, sample: TextDocument): Promise<SignalMatches | undefined> {
  const params: SignalMatchesParams = { ...source, sample: sample.uri.toString() };
  return (await toolkit.ask<SignalMatches | null>(Messages.signalMatches, params)) ?? undefined;
}
