import type { PackProblem } from '../packs/packProblem';
import { errorAt, startOfFile } from '../packs/packProblem';
import type { ParsedConfig } from '../packs/parseConfig';
import { DEFAULT_CONFIG, parseConfig } from '../packs/parseConfig';
import { MAX_CHARACTERS } from '../packs/readYaml';
import type { FileSystem } from './fileSystem';
import { explainRead } from './fileSystem';

export const CONFIG_NAME = '.inclusive-growth.yaml';

/** A configuration with the place it was read from. */
export interface LoadedConfig extends ParsedConfig {
  /** Undefined when there is no configuration: the defaults apply. */
  readonly path?: string;
  /** Globs and pack paths in the configuration count from here. */
  readonly folder: string;
  readonly problems: readonly PackProblem[];
}

/**
 * Reads the configuration named by `path`, else that of the nearest folder upwards from `workingFolder` that has one. A configuration that was named
 * and cannot be read is a problem; none at all is not.
 */
export async function loadConfig(workingFolder: string, fs: FileSystem, path?: string): Promise<LoadedConfig> {
  const file = path === undefined ? await findNearest(fs.resolve(workingFolder), fs) : fs.resolve(workingFolder, path);
  if (file === undefined) return { config: DEFAULT_CONFIG, problems: [], folder: fs.resolve(workingFolder) };
  const folder = fs.folderOf(file);
  const read = await fs.readText(file, MAX_CHARACTERS);
  if (read.kind !== 'text') {
    const problem = errorAt(startOfFile(file), 'unreadable', `the configuration cannot be used: ${explainRead(read)}`);
    return { config: DEFAULT_CONFIG, problems: [problem], path: file, folder };
  }
  return { ...parseConfig({ path: file, text: read.text }), path: file, folder };
}

async function findNearest(folder: string, fs: FileSystem): Promise<string | undefined> {
  const candidate = fs.resolve(folder, CONFIG_NAME);
  if ((await fs.stat(candidate)) === 'file') return candidate;
  const parent = fs.folderOf(folder);
  return parent === folder ? undefined : findNearest(parent, fs);
}
