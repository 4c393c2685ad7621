import type { FileSystem } from '../host/fileSystem';
import { CONFIG_NAME } from '../host/loadConfig';
import { nodeFileSystem } from '../host/nodeFileSystem';
import { LOCK_NAME } from '../packs/lock';
import { keyOf, toUri } from './uris';

/** Files whose mere coming or going decides. */
const DECIDING: ReadonlySet<string> = new Set([CONFIG_NAME, LOCK_NAME]);

/** Files as they stand in open editors, else on disk; `looking` is told the paths that decide: those read, and configurations looked for. */
export function overlayFiles(
  overlay: (key: string) => string | undefined,
  looking: (path: string) => void,
): FileSystem {
  return {
    ...nodeFileSystem,
    readText(path, maxBytes) {
      looking(path);
      const text = overlay(keyOf(toUri(path)));
      return text === undefined ? nodeFileSystem.readText(path, maxBytes) : Promise.resolve({ kind: 'text', text });
    },
    stat(path) {
      if (DECIDING.has(nodeFileSystem.nameOf(path))) looking(path);
      return nodeFileSystem.stat(path);
    },
  };
}
