import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import type { FolderWatch } from './io';

/** Changes within this time are one change: an editor writes a file in several steps. */
const QUIET_MILLISECONDS = 100;

/** Watches folders from now on, so that what changes before anybody waits is not missed. Folders that cannot be watched are passed over. */
export function watchFolders(folders: readonly string[]): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let changed = () => {};
  let next = Promise.resolve();
  const expect = () => {
    next = new Promise<void>((resolve) => {
      changed = resolve;
    });
  };
  const add = (more: readonly string[]) => {
    for (const folder of more) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, { recursive: true }, () => changed());
        watcher.on('error', () => watcher.close());
        watchers.set(folder, watcher);
      } catch {
        // It is not there: whoever asked for it has been told.
      }
    }
  };
  expect();
  add(folders);
  return {
    add,
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          await next;
          await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS));
          expect();
          yield;
        }
      } finally {
        for (const watcher of watchers.values()) watcher.close();
      }
    },
  };
}
