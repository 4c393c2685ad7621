import picomatch from 'picomatch';
import { findNearest } from '../packs/suggest';
import type { FileSystem } from './fileSystem';
import { createIgnoreTest } from './ignoreFiles';
import { byPath, showPath } from './nodePaths';
import { walkFolder } from './walkFolder';

/** A file to be read. */
export interface FileToCheck {
  /** As shown. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  /** Named by itself, not found in a folder or by a pattern. */
  readonly named: boolean;
  /** It is standard input, and no file. */
  readonly isInput?: boolean;
}

export interface FindContext {
  readonly fs: FileSystem;
  readonly cwd: string;
  /** A folder's path with all links followed. */
  readonly realPath: (path: string) => Promise<string>;
  /** Globs of the configuration, from its folder. */
  readonly ignore: { readonly globs: readonly string[]; readonly folder: string };
}

/** An argument that leads to nothing, and why. */
export interface FindProblem {
  readonly code: 'no-documents' | 'no-match' | 'not-found';
  readonly severity: 'error';
  /** As shown; absent for a glob. */
  readonly path?: string;
  readonly message: string;
}

export interface FoundFiles {
  /** Sorted, each once. */
  readonly files: readonly FileToCheck[];
  readonly problems: readonly FindProblem[];
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkd)$/i;
const NAME_IT = 'To check a file all the same, name it.';

/**
 * Expands files, folders and globs. A file that is named is always taken; what is found in folders and by globs is Markdown and not ignored.
 * An argument that leads to nothing is a problem: silence would look like a clean result.
 */
export async function findFiles(args: readonly string[], context: FindContext): Promise<FoundFiles> {
  const byFile = new Map<string, FileToCheck>();
  const problems: FindProblem[] = [];
  const isIgnored = createFilter(context);
  for (const arg of args) {
    const found = await expand(arg, context, isIgnored);
    if ('code' in found) problems.push(found);
    else for (const file of found) if (file.named || !byFile.has(file.file)) byFile.set(file.file, file);
  }
  return { files: [...byFile.values()].sort(byPath), problems };
}

type Filter = (path: string, isFolder: boolean) => Promise<boolean>;

async function expand(
  arg: string,
  context: FindContext,
  isIgnored: Filter,
): Promise<readonly FileToCheck[] | FindProblem> {
  const { fs, cwd } = context;
  const path = fs.resolve(cwd, arg);
  const kind = await fs.stat(path);
  if (kind === 'directory') return expandFolder(path, context, isIgnored);
  if (kind !== 'missing') return [{ path: showPath(path, cwd), file: path, named: true }];
  const pattern = arg.replaceAll('\\', '/');
  if (picomatch.scan(pattern).isGlob) return expandGlob(pattern, context, isIgnored);
  return describeMissing(path, context);
}

async function expandFolder(
  folder: string,
  context: FindContext,
  isIgnored: Filter,
): Promise<readonly FileToCheck[] | FindProblem> {
  const { files, leftOut } = await walkFolder(folder, context, (path) => MARKDOWN.test(path), isIgnored);
  if (files.length > 0) return files.map((file) => toFile(file, context));
  const message = leftOut
    ? `all Markdown files in this folder are ignored by \`.gitignore\` or by the configuration. ${NAME_IT}`
    : 'the folder has no Markdown file (`.md` or `.markdown`). Name a folder or file that has; a Word document must be converted first.';
  return { code: 'no-documents', severity: 'error', path: showPath(folder, context.cwd), message };
}

async function expandGlob(
  pattern: string,
  context: FindContext,
  isIgnored: Filter,
): Promise<readonly FileToCheck[] | FindProblem> {
  const { base, glob } = picomatch.scan(pattern);
  const fits = picomatch(glob);
  const from = context.fs.resolve(context.cwd, base === '' ? '.' : base);
  const { files, leftOut } = await walkFolder(from, context, (path) => MARKDOWN.test(path) && fits(path), isIgnored);
  if (files.length > 0) return files.map((file) => toFile(file, context));
  const message = leftOut
    ? `nothing that \`${pattern}\` matches is left after \`.gitignore\` and the configuration. ${NAME_IT}`
    : `no Markdown file matches \`${pattern}\`. Check the spelling; \`**\` stands for any folders, \`*\` for any name.`;
  return { code: 'no-match', severity: 'error', message };
}

function toFile(file: string, { cwd }: FindContext): FileToCheck {
  return { path: showPath(file, cwd), file, named: false };
}

function createFilter({ fs, ignore }: FindContext): Filter {
  const byGit = createIgnoreTest(fs);
  const byConfig = ignore.globs.length > 0 ? picomatch([...ignore.globs], { dot: true }) : () => false;
  return async (path, isFolder) => byConfig(showPath(path, ignore.folder)) || (await byGit(path, isFolder));
}

async function describeMissing(path: string, { fs, cwd }: FindContext): Promise<FindProblem> {
  const name = fs.nameOf(path);
  const siblings = (await fs.list(fs.folderOf(path))).map((entry) => entry.name);
  const nearest = findNearest(
    name,
    siblings.filter((sibling) => sibling !== name),
  );
  const hint =
    nearest === undefined ? '' : ` Did you mean \`${showPath(fs.resolve(fs.folderOf(path), nearest), cwd)}\`?`;
  const message = siblings.includes(name)
    ? 'this is a link to a file that is not there.'
    : `there is no such file or folder.${hint}`;
  return { code: 'not-found', severity: 'error', path: showPath(path, cwd), message };
}
