import { readAllContributions } from '../host/contributedPacks';
import { explainRead } from '../host/fileSystem';
import { localDate } from '../host/localDate';
import { openArchive } from '../host/nodeArchive';
import { nodeFileSystem } from '../host/nodeFileSystem';
import type { LoadedFolder, LoadOptions, ServerHost } from '../lsp/serverHost';
import type { ShippedPacks } from './loadFolder';
import { findDocuments, loadFolderRules } from './loadFolder';
import { overlayFiles } from './overlayFiles';
import { createPackHost } from './packHost';
import { keyOf, toPath, toUri } from './uris';

/** The language server's world on this computer, with the packs that ship. */
export function createNodeServerHost(shipped: ShippedPacks): ServerHost {
  return {
    today: localDate,
    now: () => performance.now(),
    after(milliseconds, run) {
      if (milliseconds === 0) {
        const turn = setImmediate(run);
        return () => clearImmediate(turn);
      }
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
    packs: createPackHost(shipped),
  };
}

async function loadFolder(
  folder: string,
  { packs, overlay, contributed }: LoadOptions,
  shipped: ShippedPacks,
): Promise<LoadedFolder> {
  const sources = new Set<string>();
  const fs = overlayFiles(overlay, (path) => sources.add(keyOf(toUri(path))));
  // A document that is no file yet has no folder: the packs that ship hold for it, without a configuration.
  const path = toPath(folder === '' ? 'file:' : `${folder}/`) ?? shipped.rulesFolder;
  const rules = await loadFolderRules(path, packs, shipped, {
    fs,
    openArchive: (archive) => {
      sources.add(keyOf(toUri(archive)));
      return openArchive(archive);
    },
    listContributed: async () => readAllContributions(contributed),
  });
  return {
    resolve: (uri) => rules.resolve(toPath(uri)),
    problems: rules.problems.map((problem) => ({ uri: toUri(fs.resolve(path, problem.path)), problem })),
    sources: [...sources],
  };
}
