import { fileURLToPath, pathToFileURL } from 'node:url';
import { readContributions } from '../host/contributedPacks';
import type { FileSystem } from '../host/fileSystem';
import { explainRead } from '../host/fileSystem';
import { CONFIG_NAME } from '../host/loadConfig';
import { openArchive } from '../host/nodeArchive';
import { nodeFileSystem } from '../host/nodeFileSystem';
import type { LoadedFolder, LoadOptions, ServerHost } from '../lsp/serverHost';
import { LOCK_NAME } from '../packs/lock';
import type { ShippedPacks } from './loadFolder';
import { findDocuments, loadFolderRules } from './loadFolder';

/** The language server's world on this computer, with the packs that ship. */
export function createNodeServerHost(shipped: ShippedPacks): ServerHost {
  return {
    today: isoToday,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    keyOf,
    loadFolder: (folder, options) => loadFolder(folder, options, shipped),
    findDocuments: async (folder) => {
      const path = toPath(folder);
      return path === undefined ? [] : (await findDocuments(path, nodeFileSystem)).map(toUri);
    },
    async readText(uri) {
      const path = toPath(uri);
      const read = path === undefined ? ({ kind: 'missing' } as const) : await nodeFileSystem.readText(path);
      if (read.kind !== 'text') throw new Error(explainRead(read));
      return read.text;
    },
  };
}

async function loadFolder(
  folder: string,
  { packs, overlay, contributed = [] }: LoadOptions,
  shipped: ShippedPacks,
): Promise<LoadedFolder> {
  const sources = new Set<string>();
  const fs = watchReads(overlay, (path) => sources.add(keyOf(toUri(path))));
  // A document that is no file yet has no folder: the packs that ship hold for it, without a configuration.
  const path = toPath(folder === '' ? 'file:' : `${folder}/`) ?? shipped.rulesFolder;
  const rules = await loadFolderRules(path, packs, shipped, {
    fs,
    openArchive: (archive) => {
      sources.add(keyOf(toUri(archive)));
      return openArchive(archive);
    },
    listContributed: async () => contributed.flatMap(({ folder, manifest }) => readContributions(folder, manifest)),
  });
  return {
    resolve: (uri) => rules.resolve(toPath(uri)),
    problems: rules.problems.map((problem) => ({ uri: toUri(fs.resolve(path, problem.path)), problem })),
    sources: [...sources],
  };
}

/** Files whose mere coming or going decides. */
const DECIDING: ReadonlySet<string> = new Set([CONFIG_NAME, LOCK_NAME]);

/** Files as they stand in open editors, else on disk; `looking` is told the paths that decide: those read, and configurations looked for. */
function watchReads(overlay: (key: string) => string | undefined, looking: (path: string) => void): FileSystem {
  return {
    ...nodeFileSystem,
    readText(path, maxBytes) {
      looking(path);
      const text = overlay(keyOf(toUri(path)));
      return text === undefined ? nodeFileSystem.readText(path, maxBytes) : Promise.resolve({ kind: 'text', text });
    },
    stat(path) {
      if (DECIDING.has(nodeFileSystem.nameOf(path))) looking(path);
      return nodeFileSystem.stat(path);
    },
  };
}

/** Today in the user's time zone; Swedish dates are ISO dates. */
function isoToday(): string {
  return new Date().toLocaleDateString('sv-SE');
}

/** The path, with the drive's letter in lower case: clients and Node write it differently. Of what is no file, the URI itself. */
function keyOf(uri: string): string {
  return toPath(uri)?.replace(/^[A-Z]:/, (drive) => drive.toLowerCase()) ?? uri;
}

function toPath(uri: string): string | undefined {
  try {
    return uri.startsWith('file://') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

function toUri(path: string): string {
  return pathToFileURL(path).href;
}
