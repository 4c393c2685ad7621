import type { FindContext } from './findFiles';
import { showPath } from './nodePaths';

/** What a folder and all below it hold. */
export interface Walk {
  /** Absolute paths of files that fit and are not ignored. */
  readonly files: readonly string[];
  /** Something was left out because it is ignored. */
  readonly leftOut: boolean;
}

/**
 * Walks a folder without entering what is ignored, hidden or another program's (`node_modules`). Each folder is entered once, so that
 * links which go in a circle do no harm.
 */
export async function walkFolder(
  folder: string,
  { fs, realPath }: Pick<FindContext, 'fs' | 'realPath'>,
  fits: (path: string) => boolean,
  isIgnored: (path: string, isFolder: boolean) => Promise<boolean>,
): Promise<Walk> {
  const files: string[] = [];
  const entered = new Set<string>();
  let leftOut = false;
  const enter = async (current: string): Promise<void> => {
    const real = await realPath(current);
    if (entered.has(real)) return;
    entered.add(real);
    for (const { name, kind } of await fs.list(current)) {
      const path = fs.resolve(current, name);
      const isFolder = kind === 'directory';
      if (isFolder ? name.startsWith('.') || name === 'node_modules' : kind !== 'file' || !fits(showPath(path, folder)))
        continue;
      if (await isIgnored(path, isFolder)) leftOut = true;
      else if (isFolder) await enter(path);
      else files.push(path);
    }
  };
  await enter(folder);
  return { files, leftOut };
}
