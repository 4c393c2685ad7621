import { realpath } from 'node:fs/promises';
import { readAllContributions } from '../host/contributedPacks';
import type { FileSystem } from '../host/fileSystem';
import { CONFIG_NAME, loadConfig } from '../host/loadConfig';
import { loadPacks } from '../host/loadPacks';
import { nodeFileSystem } from '../host/nodeFileSystem';
import { createPackSources } from '../host/nodePackSources';
import { readPackTests } from '../host/readPackTests';
import { walkFolder } from '../host/walkFolder';
import type { Overlay, PackHost, PackLoadOptions, PackSet } from '../lsp/serverHost';
import { isMap } from '../packs/loadedPack';
import { readYaml } from '../packs/readYaml';
import { parseExamples } from '../packs/testing/parseExamples';
import type { ShippedPacks } from './loadFolder';
import { overlayFiles } from './overlayFiles';
import { toPath, toUri } from './uris';

const PACK_FILE = 'pack.yaml';

/** Packs on this computer, for those who write them. */
export function createPackHost(shipped: ShippedPacks): PackHost {
  return {
    findPackOf,
    findYaml,
    load: (packFiles, options) => load(packFiles, options, shipped),
    uriOf: toUri,
  };
}

async function findPackOf(uri: string, overlay: Overlay): Promise<string | undefined> {
  const path = toPath(uri);
  if (path === undefined || !/\.ya?ml$/i.test(path)) return undefined;
  const fs = overlayFiles(overlay, () => {});
  if (fs.nameOf(path) === PACK_FILE) return (await looksLikePack(path, fs)) ? uri : undefined;
  for (let folder = fs.folderOf(path); ; folder = fs.folderOf(folder)) {
    const candidate = fs.resolve(folder, PACK_FILE);
    if ((await fs.stat(candidate)) === 'file')
      return (await includes(candidate, path, fs)) ? toUri(candidate) : undefined;
    if (fs.folderOf(folder) === folder) return undefined;
  }
}

/** Other programs have files of this name too: ours says `engine`, or is still empty. */
async function looksLikePack(path: string, fs: FileSystem): Promise<boolean> {
  const read = await fs.readText(path);
  return (
    read.kind === 'text' &&
    (read.text.trim() === '' || /^(?:engine|extends|considerations|signals)\s*:/m.test(read.text))
  );
}

async function includes(packFile: string, path: string, fs: FileSystem): Promise<boolean> {
  const read = await fs.readText(packFile);
  const value = read.kind === 'text' ? readYaml({ path: packFile, text: read.text }).value : undefined;
  const names: readonly unknown[] = isMap(value) && Array.isArray(value.include) ? value.include : [];
  const folder = fs.folderOf(packFile);
  return names.some((name) => typeof name === 'string' && fs.resolve(folder, name) === path);
}

async function findYaml(folder: string): ReturnType<PackHost['findYaml']> {
  const path = toPath(`${folder}/`);
  if (path === undefined) return { packs: [], configs: [] };
  const { nameOf } = nodeFileSystem;
  const context = { fs: nodeFileSystem, realPath: (real: string) => realpath(real).catch(() => real) };
  const isOurs = (file: string) => [PACK_FILE, CONFIG_NAME].includes(nameOf(file));
  const { files } = await walkFolder(nodeFileSystem.resolve(path), context, isOurs, async () => false);
  const named = (name: string) => files.filter((file) => nameOf(file) === name).sort();
  const packs: string[] = [];
  for (const file of named(PACK_FILE)) if (await looksLikePack(file, nodeFileSystem)) packs.push(toUri(file));
  return { packs, configs: named(CONFIG_NAME).map(toUri) };
}

async function load(
  packFiles: readonly string[],
  { overlay, contributed, tests }: PackLoadOptions,
  shipped: ShippedPacks,
): Promise<PackSet> {
  const fs = overlayFiles(overlay, () => {});
  const paths = packFiles.flatMap((uri) => toPath(uri) ?? []);
  const first = paths[0];
  const workingFolder = first === undefined ? shipped.rulesFolder : fs.folderOf(first);
  const config = await loadConfig(workingFolder, fs);
  const listContributed = async () => readAllContributions(contributed);
  const sources = createPackSources(config, shipped, { workingFolder, replace: 'any', listContributed });
  const { ruleSet, loaded, problems } = await loadPacks(paths, sources, fs);
  return {
    packs: tests ? [...loaded, ...(await readTests(loaded, fs))] : loaded,
    ruleSet,
    problems: problems.map((problem) => ({ uri: toUri(fs.resolve(workingFolder, problem.path)), problem })),
  };
}

/** Further examples among the tests of packs: what they refer to is found and renamed as well. */
async function readTests(packs: PackSet['packs'], fs: FileSystem): Promise<PackSet['packs']> {
  const read = await Promise.all(
    packs.map(async (pack) => parseExamples(pack, (await readPackTests(pack.path, fs)).examples).loaded ?? []),
  );
  return read.flat();
}
