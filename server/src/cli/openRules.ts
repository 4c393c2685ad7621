import type { CompiledRules, RuleSet } from '../core';
import { compileRules, lazily } from '../core';
import type { LoadedConfig } from '../host/loadConfig';
import type { ActivePack } from '../host/loadPacks';
import { loadPacks } from '../host/loadPacks';
import { createPackSources } from '../host/nodePackSources';
import type { LoadedPack } from '../packs/loadedPack';
import type { PackProblem } from '../packs/packProblem';
import type { Io } from './io';

/** What opening packs needs of the world. */
type PackIo = Pick<Io, 'fileSystem' | 'cwd' | 'rulesFolder' | 'prebuilt'>;

/** Packs that belong together, ready for use. */
export interface OpenedRules {
  readonly ruleSet: RuleSet;
  /** Compiled when first asked for. */
  readonly compiled: CompiledRules;
  readonly packs: readonly ActivePack[];
  /** The same packs as they were read, with the places of their words. */
  readonly loaded: readonly LoadedPack[];
  readonly problems: readonly PackProblem[];
  /** Names that were asked for and cannot be used. */
  readonly failed: readonly string[];
}

/** Opens packs by name; the same names are read once in a run. */
export type RulesOpener = (names?: readonly string[]) => Promise<OpenedRules>;

/**
 * Packs named on the command line count from the working folder and take the place of those of the configuration, which count from
 * its own folder. Without names, the opener gives the packs of the run.
 */
export function createRulesOpener(io: PackIo, config: LoadedConfig, named: readonly string[]): RulesOpener {
  const opened = new Map<string, Promise<OpenedRules>>();
  return (names) => {
    const wanted = named.length > 0 ? named : (names ?? config.config.packs);
    const key = JSON.stringify(wanted);
    const known = opened.get(key) ?? open(wanted, named.length > 0 ? io.cwd : config.folder, io, config);
    opened.set(key, known);
    return known;
  };
}

async function open(
  names: readonly string[],
  workingFolder: string,
  io: PackIo,
  config: LoadedConfig,
): Promise<OpenedRules> {
  const sources = createPackSources(config, io, { ...io, workingFolder });
  const load = await loadPacks(names, sources, io.fileSystem);
  const { ruleSet, packs, problems, failed } = load;
  // Compiling costs more than all else that most commands do.
  const compiled = lazily(() => compileRules(ruleSet));
  return {
    ruleSet,
    get compiled() {
      return compiled();
    },
    // Read only for those who ask where something stands.
    get loaded() {
      return load.loaded;
    },
    packs,
    problems,
    failed,
  };
}
