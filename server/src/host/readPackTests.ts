import type { PackFile } from '../packs/packProblem';
import type { FileSystem } from './fileSystem';

/** What a pack keeps in its `tests` folder. */
export interface PackTestFiles {
  /** Documents with expectations, by path: every Markdown file but a README. */
  readonly fixtures: readonly PackFile[];
  /** `unmissed.yaml`: why signals stay that no test would miss. */
  readonly reasons?: PackFile;
  /** Every other YAML file: further examples for the pack's rules, in the form of a pack's file. */
  readonly examples: readonly PackFile[];
}

/** Name of the folder, beside `pack.yaml`. */
export const TESTS_FOLDER = 'tests';
const REASONS_FILE = 'unmissed.yaml';

/** Reads the `tests` folder of a pack. Files that cannot be read are left out: nothing else is known of them than their names. */
export async function readPackTests(packFile: string, fs: FileSystem): Promise<PackTestFiles> {
  const folder = fs.resolve(fs.folderOf(packFile), TESTS_FOLDER);
  const entries = await fs.list(folder);
  const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name);
  const documents = names.filter((name) => /\.(?:md|markdown)$/i.test(name) && !/^readme\./i.test(name)).sort();
  const read = async (name: string): Promise<readonly PackFile[]> => {
    const path = fs.resolve(folder, name);
    const result = await fs.readText(path);
    return result.kind === 'text' ? [{ path, text: result.text }] : [];
  };
  const fixtures = (await Promise.all(documents.map(read))).flat();
  const [reasons] = names.includes(REASONS_FILE) ? await read(REASONS_FILE) : [];
  const others = names.filter((name) => /\.ya?ml$/i.test(name) && name !== REASONS_FILE).sort();
  return { fixtures, reasons, examples: (await Promise.all(others.map(read))).flat() };
}
