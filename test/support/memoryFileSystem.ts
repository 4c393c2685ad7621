import { decodeText } from '../../server/src/host/decodeText';
import type { FileSystem, FolderEntry } from '../../server/src/host/fileSystem';
import { MAX_BYTES } from '../../server/src/host/fileSystem';

/** A file system in memory, with what was asked of it. */
export interface MemoryFileSystem extends FileSystem {
  /** Content by absolute path. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Paths that were read, in order. */
  readonly reads: readonly string[];
}

/** Builds one from absolute paths with `/` to contents; `null` makes a file that cannot be read or written. */
export function buildMemoryFileSystem(content: Readonly<Record<string, string | Uint8Array | null>>): MemoryFileSystem {
  const files = new Map(
    Object.entries(content).flatMap(([path, text]) => (text === null ? [] : [[path, text] as const])),
  );
  const locked = new Set(Object.keys(content).filter((path) => content[path] === null));
  const reads: string[] = [];
  const all = () => [...files.keys(), ...locked];
  const isFolder = (path: string) => all().some((file) => file.startsWith(path === '/' ? '/' : `${path}/`));
  return {
    files,
    reads,
    async readText(path, maxBytes = MAX_BYTES) {
      reads.push(path);
      const content = files.get(path);
      if (locked.has(path)) return { kind: 'unreadable', reason: 'permission denied' };
      if (content === undefined) return isFolder(path) ? { kind: 'directory' } : { kind: 'missing' };
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return bytes.length > maxBytes ? { kind: 'too-large', bytes: bytes.length, limit: maxBytes } : decodeText(bytes);
    },
    async readBytes(path) {
      reads.push(path);
      const content = files.get(path);
      return locked.has(path) || typeof content === 'string' ? undefined : content;
    },
    async writeText(path, text, mode) {
      if (locked.has(path)) return { kind: 'unwritable', reason: 'permission denied' };
      if (files.has(path) && mode === 'create') return { kind: 'exists' };
      files.set(path, text);
      return { kind: 'written' };
    },
    async writeBytes(path, bytes) {
      if (locked.has(path)) return { kind: 'unwritable', reason: 'permission denied' };
      files.set(path, bytes);
      return { kind: 'written' };
    },
    async remove(path) {
      for (const file of [...files.keys()]) if (file === path || file.startsWith(`${path}/`)) files.delete(file);
      return true;
    },
    async stat(path) {
      if (files.has(path) || locked.has(path)) return 'file';
      return isFolder(path) ? 'directory' : 'missing';
    },
    async list(folder) {
      const start = folder === '/' ? '/' : `${folder}/`;
      const inside = all()
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length));
      const names = [...new Set(inside.map((path) => path.split('/')[0] ?? ''))].sort();
      return names.map((name): FolderEntry => ({ name, kind: inside.includes(name) ? 'file' : 'directory' }));
    },
    resolve: (...parts) => resolvePath(parts),
    folderOf: (path) => path.slice(0, Math.max(1, path.lastIndexOf('/'))),
    nameOf: (path) => path.slice(path.lastIndexOf('/') + 1),
  };
}

function resolvePath(parts: readonly string[]): string {
  const steps: string[] = [];
  for (const part of parts) {
    if (part.startsWith('/')) steps.length = 0;
    for (const step of part.split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '' && step !== '.') steps.push(step);
    }
  }
  return `/${steps.join('/')}`;
}
