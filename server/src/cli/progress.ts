import type { OutputStream } from './io';

/** A line that says which file is being read: on a terminal only, and gone afterwards. */
export function createProgress(messages: OutputStream, files: number) {
  const shows = messages.isTerminal && files > 1;
  return {
    show: (path: string, index: number): void => {
      if (!shows) return;
      const line = `Reading ${index + 1} of ${files}: ${path}`.slice(0, (messages.columns ?? 80) - 1);
      // Nobody waits for it: a late progress line is of no use.
      void messages.write(`\r\u001b[K${line}`);
    },
    clear: async (): Promise<void> => {
      if (shows) await messages.write('\r\u001b[K');
    },
  };
}
