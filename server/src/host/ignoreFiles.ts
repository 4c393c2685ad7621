import ignore from 'ignore';
import type { FileSystem } from './fileSystem';
import { showPath } from './nodePaths';

type Rules = ReturnType<typeof ignore>;

/** Says whether `.gitignore` files leave a path out. */
export type IgnoreTest = (path: string, isFolder: boolean) => Promise<boolean>;

/**
 * Reads `.gitignore` files as Git does: those of every folder from the top of the repository down, a deeper one having the last word,
 * and nothing inside an ignored folder coming back. Outside a repository they count from the topmost folder that has one.
 */
export function createIgnoreTest(fs: FileSystem): IgnoreTest {
  const rulesOf = new Map<string, Promise<Rules | undefined>>();
  const verdicts = new Map<string, Promise<boolean>>();
  const readRules = (folder: string) => remember(rulesOf, folder, () => loadRules(folder, fs));

  const isIgnored = async (path: string, isFolder: boolean): Promise<boolean> => {
    const folder = fs.folderOf(path);
    if (folder === path || (isFolder && (await isTop(path, fs)))) return false;
    if (await remember(verdicts, folder, () => isIgnored(folder, true))) return true;
    for (let from = folder; ; from = fs.folderOf(from)) {
      const verdict = (await readRules(from))?.test(showPath(path, from) + (isFolder ? '/' : ''));
      if (verdict?.ignored) return true;
      if (verdict?.unignored) return false;
      if (fs.folderOf(from) === from || (await isTop(from, fs))) return false;
    }
  };
  return isIgnored;
}

async function loadRules(folder: string, fs: FileSystem): Promise<Rules | undefined> {
  const read = await fs.readText(fs.resolve(folder, '.gitignore'));
  return read.kind === 'text' ? ignore().add(read.text) : undefined;
}

async function isTop(folder: string, fs: FileSystem): Promise<boolean> {
  return (await fs.stat(fs.resolve(folder, '.git'))) !== 'missing';
}

function remember<Value>(memory: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>): Promise<Value> {
  const known = memory.get(key);
  if (known) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
