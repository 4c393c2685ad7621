import { realpath } from 'node:fs/promises';
import picomatch from 'picomatch';
import type { FileSystem } from '../host/fileSystem';
import type { FoundFiles } from '../host/findFiles';
import { findFiles } from '../host/findFiles';
import type { LoadedConfig } from '../host/loadConfig';
import { loadConfig } from '../host/loadConfig';
import type { PackLoad } from '../host/loadPacks';
import { loadPacks } from '../host/loadPacks';
import { createPathMapper } from '../host/mapPath';
import type { PackSourceOptions } from '../host/nodePackSources';
import { createPackSources } from '../host/nodePackSources';
import { showPath } from '../host/nodePaths';
import type { PackSources } from '../host/packLocation';
import type { ResourceScope } from '../lsp/serverHost';
import { checkConfig } from '../packs/checkConfig';
import type { PackProblem } from '../packs/packProblem';

/** Where the packs that ship are. */
export type ShippedPacks = Pick<PackSources, 'rulesFolder' | 'prebuilt'>;

/** What holds in a folder, by path. */
export interface FolderRules {
  resolve(file: string | undefined): ResourceScope;
  readonly problems: readonly PackProblem[];
}

/** The files, archives and extensions that packs are read from. */
export interface PackWorld extends Pick<PackSourceOptions, 'openArchive' | 'listContributed'> {
  readonly fs: FileSystem;
}

/**
 * Reads the configuration that holds in a folder, and all packs that it or the editor's settings name, as the command line does. `packs` hold
 * where no configuration file is found.
 */
export async function loadFolderRules(
  folder: string,
  packs: readonly string[] | undefined,
  shipped: ShippedPacks,
  world: PackWorld,
): Promise<FolderRules> {
  const config = await loadConfig(folder, world.fs);
  const names = config.path === undefined && packs ? packs : config.config.packs;
  const main = await openRules(names, config, shipped, world);
  const mapped = await Promise.all(
    config.config.documents.map((mapping) => (mapping.packs ? openRules(mapping.packs, config, shipped, world) : main)),
  );
  const problems = [
    ...config.problems,
    ...[...new Set([main, ...mapped])].flatMap((rules) => rules.problems),
    ...(main.failed.length > 0 ? [] : checkConfig(config, main.ruleSet)),
  ];
  return { resolve: createResolver(config, main, mapped), problems };
}

/** The Markdown files of a folder that neither `.gitignore` nor the configuration leaves out. Absolute paths, sorted. */
export async function findDocuments(folder: string, fs: FileSystem): Promise<readonly string[]> {
  const config = await loadConfig(folder, fs);
  const ignore = { globs: config.config.ignore, folder: config.folder };
  const found: FoundFiles = await findFiles([folder], { fs, cwd: folder, ignore, realPath: (path) => realpath(path) });
  return found.files.map((file) => file.file);
}

function createResolver(config: LoadedConfig, main: PackLoad, mapped: readonly PackLoad[]): FolderRules['resolve'] {
  const mapPath = createPathMapper(config);
  const isIgnored = config.config.ignore.length > 0 ? picomatch([...config.config.ignore], { dot: true }) : () => false;
  return (file) => {
    const mapping = file === undefined ? undefined : mapPath(file);
    const rules = (mapping && mapped[config.config.documents.indexOf(mapping)]) ?? main;
    return {
      ruleSet: rules.ruleSet,
      packs: rules.packs.map(({ id, version, title, integrity }) => ({ id, version, title, integrity })),
      type: mapping?.type,
      stage: mapping?.stage,
      severities: config.config.severities,
      ignored: file !== undefined && isIgnored(showPath(file, config.folder)),
    };
  };
}

function openRules(
  names: readonly string[],
  config: LoadedConfig,
  shipped: ShippedPacks,
  world: PackWorld,
): Promise<PackLoad> {
  return loadPacks(names, createPackSources(config, shipped, world), world.fs);
}
