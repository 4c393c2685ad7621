import { commands, Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type Coverage, Messages } from '../../server/src/protocol/protocol';
import { findEditor } from './findEditor';
import { showGuidance } from './pages';
import type { FromPanel, ToPanel } from './panel/messages';
import { panelPage } from './panel/panelPage';
import { wordsFor } from './statusItem';
import type { Toolkit } from './toolkit';

const VIEW_TYPE = 'inclusiveGrowth.coveragePanel';

/**
 * The panel with the matrix of sections by considerations. There is one; it follows the document in front, and its changes.
 * It lives until it is closed.
 */
export class CoveragePanel {
  private static current: CoveragePanel | undefined;
  private readonly listeners: Disposable;
  private uri: Uri | undefined;
  /** Counts the questions to the server: an answer that was overtaken is dropped. */
  private asked = 0;

  /** Brings a panel of the last session back. */
  static register(toolkit: Toolkit): Disposable {
    return window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: { readonly uri?: string } | undefined) => {
        CoveragePanel.current = new CoveragePanel(toolkit, panel, state?.uri ? Uri.parse(state.uri) : undefined);
      },
    });
  }

  /** Opens the panel beside the document in front, or brings it to the front. */
  static show(toolkit: Toolkit): void {
    const uri = findEditor()?.document.uri;
    if (CoveragePanel.current) {
      CoveragePanel.current.follow(uri);
      CoveragePanel.current.panel.reveal(undefined, false);
      return;
    }
    const panel = window.createWebviewPanel(VIEW_TYPE, 'Coverage', ViewColumn.Beside, { enableFindWidget: true });
    CoveragePanel.current = new CoveragePanel(toolkit, panel, uri);
  }

  private constructor(
    private readonly toolkit: Toolkit,
    private readonly panel: WebviewPanel,
    uri: Uri | undefined,
  ) {
    const dist = Uri.joinPath(toolkit.context.extensionUri, 'dist');
    panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [dist] };
    this.listeners = Disposable.from(
      panel.webview.onDidReceiveMessage((message: FromPanel) => this.answer(message)),
      window.onDidChangeActiveTextEditor(() => this.follow(findEditor()?.document.uri)),
      toolkit.client.onDidChangeState(() => void this.update()),
      toolkit.statuses.onDidChange((status) => {
        if (Uri.parse(status.uri).toString() === this.uri?.toString()) void this.update();
      }),
      panel.onDidDispose(() => this.close()),
    );
    this.uri = uri;
    panel.webview.html = panelPage(panel.webview, dist);
  }

  private follow(uri: Uri | undefined): void {
    if (!uri || uri.toString() === this.uri?.toString()) return;
    this.uri = uri;
    void this.update();
  }

  private async update(): Promise<void> {
    const { uri } = this;
    const question = ++this.asked;
    if (!uri)
      return this.tell(null, 'Open a business case, a committee report or a policy paper to see what it covers.');
    const coverage = await this.toolkit
      .ask<Coverage | null>(Messages.coverage, { uri: uri.toString() })
      .catch(() => null);
    if (question !== this.asked) return;
    this.tell(coverage, coverage ? '' : (wordsFor(this.toolkit, uri)?.lines[0] ?? ''));
  }

  private tell(coverage: Coverage | null, words: string): void {
    const message: ToPanel = { kind: 'coverage', coverage, words };
    this.panel.title = coverage?.title ? `Coverage: ${coverage.title}` : 'Coverage';
    void this.panel.webview.postMessage(message);
  }

  private answer(message: FromPanel): unknown {
    switch (message.kind) {
      case 'ready':
        return this.update();
      case 'show':
        return commands.executeCommand('inclusiveGrowth.showPlace', message.uri, message.range);
      case 'guidance':
        return showGuidance(message.consideration);
    }
  }

  private close(): void {
    this.listeners.dispose();
    CoveragePanel.current = undefined;
  }
}
