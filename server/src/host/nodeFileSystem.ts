import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { decodeText } from './decodeText';
import type { FileSystem, FolderEntry, ReadResult, WriteResult } from './fileSystem';
import { MAX_BYTES } from './fileSystem';

/** The files of this computer. */
export const nodeFileSystem: FileSystem = {
  readText,
  readBytes: (path) => readFile(path).catch(() => undefined),
  writeText: (path, text, mode) => write(path, text, mode),
  writeBytes: (path, bytes) => write(path, bytes, 'replace'),
  remove: (path) =>
    rm(path, { recursive: true, force: true }).then(
      () => true,
      () => false,
    ),
  stat: async (path) => {
    const stats = await stat(path).catch(() => undefined);
    return stats === undefined ? 'missing' : kindOf(stats);
  },
  list: async (folder) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const known = await Promise.all(
      entries.map(async (entry): Promise<FolderEntry> => {
        // A link counts as what it leads to.
        const target = entry.isSymbolicLink() ? await stat(resolve(folder, entry.name)).catch(() => entry) : entry;
        return { name: entry.name, kind: kindOf(target) };
      }),
    );
    return known.sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  resolve: (...parts) => resolve(...parts),
  folderOf: (path) => dirname(path),
  nameOf: (path) => basename(path),
};

async function readText(path: string, maxBytes: number = MAX_BYTES): Promise<ReadResult> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return { kind: 'directory' };
    if (stats.size > maxBytes) return { kind: 'too-large', bytes: stats.size, limit: maxBytes };
    return decodeText(await readFile(path));
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? { kind: 'missing' }
      : { kind: 'unreadable', reason: explain(code) };
  }
}

async function write(path: string, content: string | Uint8Array, mode: 'create' | 'replace'): Promise<WriteResult> {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    return { kind: 'unwritable', reason: explain(codeOf(error)) };
  }
  try {
    await writeFile(path, content, { flag: mode === 'create' ? 'wx' : 'w' });
    return { kind: 'written' };
  } catch (error) {
    const code = codeOf(error);
    return code === 'EEXIST' ? { kind: 'exists' } : { kind: 'unwritable', reason: explain(code) };
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'directory' : 'other';
}

/** Why a file could not be used, in a few words. */
export function explainFileError(error: unknown): string {
  return explain(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function explain(code: string): string {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EISDIR: 'it is a folder',
    EEXIST: 'a file stands where a folder is needed',
    ENOTDIR: 'a file stands where a folder is needed',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
    ENAMETOOLONG: 'the name is too long',
    ELOOP: 'its links go in a circle',
  };
  return reasons[code] ?? (code || 'for an unknown reason');
}
