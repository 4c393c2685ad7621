import { watch } from 'node:fs';

/** Changes within this time are one change: an editor writes a file in several steps. */
const QUIET_MILLISECONDS = 100;

/** Yields after each change below one of the folders, until the loop over it is left. Folders that cannot be watched are passed over. */
export async function* watchFolders(folders: readonly string[]): AsyncGenerator<void> {
  let changed = () => {};
  let next = new Promise<void>((resolve) => {
    changed = resolve;
  });
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, () => changed()));
  for (const watcher of watchers) watcher.on('error', () => watcher.close());
  try {
    for (;;) {
      await next;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MILLISECONDS));
      next = new Promise<void>((resolve) => {
        changed = resolve;
      });
      yield;
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
