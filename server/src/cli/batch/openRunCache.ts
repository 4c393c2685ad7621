import type { FileToCheck } from '../../host/findFiles';
import type { LoadedConfig } from '../../host/loadConfig';
import { createPathMapper } from '../../host/mapPath';
import type { CheckOptions } from '../commands/checkOptions';
import type { Io } from '../io';
import type { RulesOpener } from '../openRules';
import type { DocumentText } from '../readDocument';
import type { CheckPlan } from './checkTask';
import type { ResultCache } from './resultCache';
import { openCache } from './resultCache';

interface CachedRun {
  readonly options: Pick<CheckOptions, 'cache'>;
  readonly plan: CheckPlan;
  readonly config: LoadedConfig;
  readonly openRules: RulesOpener;
  readonly read: (file: FileToCheck) => Promise<DocumentText>;
}

/** The cache of a run, if it is to have one. */
export async function openRunCache(run: CachedRun, io: Io): Promise<ResultCache | undefined> {
  const { options, plan, config, openRules, read } = run;
  if (options.cache === undefined) return undefined;
  const engine = await io.batch.engine();
  const mapPath = createPathMapper(config);
  // Where the run takes place, and on which day, changes nothing by itself: paths are given as shown, and entries know their days.
  const { cwd: _cwd, rulesFolder: _rules, config: _config, packs: _packs, today, ...decisive } = plan;
  const describe = async (file: FileToCheck) => {
    const mapping = mapPath(file.file);
    const { packs } = await openRules(mapping?.packs);
    const by = { type: mapping?.type, stage: mapping?.stage, ownPacks: mapping?.packs !== undefined };
    const integrity = packs.map((pack) => [pack.id, pack.integrity]);
    return { engine, ...decisive, severities: config.config.severities, by, integrity };
  };
  const folder = io.fileSystem.resolve(io.cwd, options.cache);
  return openCache({ folder, fs: io.fileSystem, host: io.batch, read, describe, today });
}
