import { extensions } from 'vscode';
import type { ExtensionApi } from '../../../../client/src/extension';

/** The extension under test, started, with its server answering. */
export async function startExtension(): Promise<ExtensionApi> {
  const extension = extensions.getExtension<ExtensionApi>('inclusive-growth-toolkit.inclusive-growth');
  if (!extension) throw new Error('the extension is not installed');
  const api = await extension.activate();
  await api.ready;
  return api;
}
