import { findPackPlace } from '../packs/parseConfig';
import type { LoadedConfig } from './loadConfig';
import { openArchive } from './nodeArchive';
import { hashText } from './nodeHash';
import type { PackSources } from './packLocation';

/** What differs between those who load packs. */
export interface PackSourceOptions {
  /** Paths of packs count from here. Default: the folder of the configuration. */
  readonly workingFolder?: string;
  /** Default: what the configuration says. */
  readonly replace?: PackSources['replace'];
  readonly listContributed?: PackSources['listContributed'];
  readonly openArchive?: PackSources['openArchive'];
}

/** Where the packs of a configuration are looked for on this computer: one answer for the command line and the language server. */
export function createPackSources(
  config: LoadedConfig,
  shipped: Pick<PackSources, 'rulesFolder' | 'prebuilt'>,
  options: PackSourceOptions = {},
): PackSources {
  const { workingFolder = config.folder } = options;
  return {
    rulesFolder: shipped.rulesFolder,
    prebuilt: shipped.prebuilt,
    workingFolder,
    lockFolder: config.folder,
    neighbours: config.config.packs,
    replace: options.replace ?? config.config.replace,
    hash: hashText,
    placeOf: (name) => (workingFolder === config.folder ? findPackPlace(config, name) : undefined),
    openArchive: options.openArchive ?? openArchive,
    listContributed: options.listContributed,
  };
}
