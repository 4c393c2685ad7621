import picomatch from 'picomatch';
import type { DocumentMapping } from '../packs/parseConfig';
import type { LoadedConfig } from './loadConfig';
import { showPath } from './nodePaths';

/** What the configuration says about a file: the first entry that fits decides. */
export type PathMapper = (file: string) => DocumentMapping | undefined;

/** Globs count from the folder of the configuration; `cases/` means all below it. */
export function createPathMapper({ config, folder }: LoadedConfig): PathMapper {
  const entries = config.documents.map((mapping) => ({
    mapping,
    fits: picomatch(
      mapping.path.map((glob) => (glob.endsWith('/') ? `${glob}**` : glob)),
      { dot: true },
    ),
  }));
  return (file) => entries.find(({ fits }) => fits(showPath(file, folder)))?.mapping;
}
