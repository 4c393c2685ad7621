import { decodeText } from './decodeText';
import type { FileSystem, FolderEntry } from './fileSystem';
import { MAX_BYTES } from './fileSystem';

/** A file system in which files held in memory stand beneath the paths of the archives that they come from. */
export interface MountedFileSystem extends FileSystem {
  /** Lets the files of an archive, by path within it, be read as if the archive were a folder. */
  mount(path: string, files: ReadonlyMap<string, Uint8Array>): void;
}

/** Builds one over a real file system, which keeps all other paths. */
export function createMountedFileSystem(fs: FileSystem): MountedFileSystem {
  const mounted = new Map<string, Uint8Array>();
  const roots = new Set<string>();
  const below = (folder: string) =>
    [...mounted.keys()].flatMap((path) => {
      const steps: string[] = [];
      let at = path;
      for (; at !== folder && fs.folderOf(at) !== at; at = fs.folderOf(at)) steps.unshift(fs.nameOf(at));
      return at === folder && steps.length > 0 ? [steps] : [];
    });
  const isMounted = (path: string): boolean => {
    for (let at = path; fs.folderOf(at) !== at; at = fs.folderOf(at)) if (roots.has(at)) return true;
    return false;
  };
  return {
    ...fs,
    mount(path, files) {
      roots.add(path);
      for (const [inside, bytes] of files) mounted.set(fs.resolve(path, inside), bytes);
    },
    async readText(path, maxBytes = MAX_BYTES) {
      if (roots.size === 0 || !isMounted(path)) return fs.readText(path, maxBytes);
      const bytes = mounted.get(path);
      if (!bytes) return below(path).length > 0 ? { kind: 'directory' } : { kind: 'missing' };
      if (bytes.length > maxBytes) return { kind: 'too-large', bytes: bytes.length, limit: maxBytes };
      return decodeText(bytes);
    },
    async stat(path) {
      if (roots.size === 0 || roots.has(path) || !isMounted(path)) return fs.stat(path);
      if (mounted.has(path)) return 'file';
      return below(path).length > 0 ? 'directory' : 'missing';
    },
    async list(folder) {
      if (roots.size === 0 || !isMounted(folder)) return fs.list(folder);
      const entries = below(folder).map(
        (steps): FolderEntry => ({ name: steps[0] ?? '', kind: steps.length > 1 ? 'directory' : 'file' }),
      );
      return [...new Map(entries.map((entry) => [entry.name, entry])).values()];
    },
  };
}
