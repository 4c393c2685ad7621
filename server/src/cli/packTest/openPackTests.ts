import { compileRules } from '../../core';
import { loadConfig } from '../../host/loadConfig';
import type { PackLoad } from '../../host/loadPacks';
import { loadPacks } from '../../host/loadPacks';
import { createPackSources } from '../../host/nodePackSources';
import { readPackTests } from '../../host/readPackTests';
import type { PackUnderTest } from '../../packs/testing/testPack';
import type { Io } from '../io';
import { reportPackProblems } from '../reportPackProblems';

/** A pack with its tests, as it stands on disk now. */
export interface OpenedTests {
  /** Undefined when the pack has errors, which have been written to standard error. */
  readonly pack?: PackUnderTest;
  /** Folders whose changes call for another run. */
  readonly folders: readonly string[];
}

/** Opens one pack by name for testing, alone with what it extends: what other packs of the configuration say of it is left aside. */
export async function openPackTests(name: string, workingFolder: string, io: Io): Promise<OpenedTests> {
  const config = await loadConfig(workingFolder, io.fileSystem);
  const sources = createPackSources(config, io, { ...io, workingFolder });
  const load = await loadPacks([name], sources, io.fileSystem);
  const failed = await reportPackProblems(load.problems, io);
  const folders = load.packs
    .filter((pack) => !pack.builtIn || pack.named)
    .map((pack) => io.fileSystem.folderOf(pack.path));
  const named = load.packs.find((pack) => pack.named);
  if (failed || !named) return { folders };
  return { pack: await build(load, named, io), folders };
}

async function build(load: PackLoad, { id, version, path }: PackLoad['packs'][number], io: Io): Promise<PackUnderTest> {
  const { fixtures, reasons } = await readPackTests(path, io.fileSystem);
  return { id, version, rules: compileRules(load.ruleSet), packs: load.loaded, fixtures, reasons };
}
