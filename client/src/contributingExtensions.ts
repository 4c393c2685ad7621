import { type Extension, type ExtensionContext, extensions } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ContributingExtension, Messages } from '../../server/src/protocol/protocol';

/** Installed and enabled extensions whose manifest contributes packs. None of them is activated: a pack is data. */
export function listContributing(): readonly ContributingExtension[] {
  return extensions.all.filter(contributes).map(({ extensionUri, packageJSON }) => {
    const { publisher, name, contributes: points } = packageJSON;
    return { folder: extensionUri.fsPath, manifest: { publisher, name, contributes: points } };
  });
}

/** Tells the server whenever extensions come or go. */
export function followContributing(client: LanguageClient, ready: Promise<void>, context: ExtensionContext): void {
  let told = JSON.stringify(listContributing());
  const tell = () => {
    const now = listContributing();
    if (JSON.stringify(now) === told) return;
    told = JSON.stringify(now);
    ready.then(
      () => client.sendNotification(Messages.contributingExtensions, now),
      () => undefined,
    );
  };
  context.subscriptions.push(extensions.onDidChange(tell));
}

function contributes({ packageJSON }: Extension<unknown>): boolean {
  return Array.isArray(packageJSON?.contributes?.inclusiveGrowthPacks);
}
