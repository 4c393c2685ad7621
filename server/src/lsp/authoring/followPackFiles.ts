import type { TextDocumentChangeEvent } from 'vscode-languageserver';
import { logFailure } from '../guard';
import type { OpenDocument } from '../openDocument';
import type { ServerParts } from '../registerFeatures';
import { isYaml } from './packStudio';

/** Follows what is typed into the files of packs, whether or not a configuration names them, and has their problems told after a time of quiet. */
export function followPackFiles({ documents, host, settings, studio, tellProblems, log }: ServerParts): void {
  const waiting = new Map<string, () => void>();
  const run = async (uri: string, task: () => Promise<unknown>) => {
    try {
      await task();
      tellProblems();
    } catch (error) {
      logFailure(log, 'reading a pack', uri, error);
    }
  };
  documents.onDidChangeContent(({ document: { uri } }: TextDocumentChangeEvent<OpenDocument>) => {
    if (!isYaml(uri)) return;
    void settings.of(uri).then(({ delay }) => {
      waiting.get(uri)?.();
      const start = () => void run(uri, () => studio.check(uri));
      waiting.set(uri, host.after(delay, start));
    });
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (!isYaml(uri)) return;
    waiting.get(uri)?.();
    waiting.delete(uri);
    void run(uri, () => studio.close(uri));
  });
}
