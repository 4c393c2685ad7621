import type { LoadedConfig } from '../../host/loadConfig';
import { loadConfig } from '../../host/loadConfig';
import { loadLock } from '../../host/loadLock';
import { createPackSources } from '../../host/nodePackSources';
import type { PackSources } from '../../host/packLocation';
import type { Lock } from '../../packs/lock';
import type { Io } from '../io';
import { reportPackProblems } from '../reportPackProblems';

/** The packs of a workspace: its configuration, its lock, and where its packs are looked for. */
export interface PackStore {
  readonly config: LoadedConfig;
  readonly lock: Lock;
  readonly sources: PackSources;
  /** The folder of configuration and lock: that of the configuration, else the working folder. */
  readonly folder: string;
}

/** Where copies of packs are kept, from the folder of the lock, one folder for each id. */
export const VENDOR_FOLDER = '.inclusive-growth/packs';

/** Opens the packs of the workspace; undefined, after a message, when its configuration or its lock cannot be relied on. */
export async function openStore(configFile: string | undefined, io: Io): Promise<PackStore | undefined> {
  const config = await loadConfig(io.cwd, io.fileSystem, configFile);
  const { folder } = config;
  const lock = await loadLock(folder, io.fileSystem);
  const failed = await reportPackProblems([...config.problems, ...lock.problems], io);
  return failed ? undefined : { config, lock, sources: createPackSources(config, io, io), folder };
}
