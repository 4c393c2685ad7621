import { compileRules } from '../../core';
import { loadConfig } from '../../host/loadConfig';
import type { PackLoad } from '../../host/loadPacks';
import { loadPacks } from '../../host/loadPacks';
import { createPackSources } from '../../host/nodePackSources';
import { readPackTests } from '../../host/readPackTests';
import { composeRuleSet } from '../../packs/composeRuleSet';
import type { PackProblem } from '../../packs/packProblem';
import { sortProblems } from '../../packs/packProblem';
import { parseExamples } from '../../packs/testing/parseExamples';
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
  const sources = createPackSources(config, io, { ...io, workingFolder, replace: 'any' });
  const load = await loadPacks([name], sources, io.fileSystem);
  const folders = load.packs
    .filter((pack) => !pack.builtIn || pack.named)
    .map((pack) => io.fileSystem.folderOf(pack.path));
  const named = load.packs.find((pack) => pack.named);
  const { pack, problems } = named ? await build(load, named, io) : { pack: undefined, problems: [] };
  const failed = await reportPackProblems([...load.problems, ...problems], io);
  return { ...(!failed && { pack }), folders };
}

/** The pack with the further examples of its tests laid over it. */
async function build(
  load: PackLoad,
  { id, version, path }: PackLoad['packs'][number],
  io: Io,
): Promise<{ readonly pack: PackUnderTest; readonly problems: readonly PackProblem[] }> {
  const { fixtures, reasons, examples } = await readPackTests(path, io.fileSystem);
  const tested = load.loaded.find((pack) => pack.pack.id === id);
  const further = tested ? parseExamples(tested, examples) : { problems: [] };
  const packs = further.loaded ? [...load.loaded, further.loaded] : load.loaded;
  const composed = further.loaded ? composeRuleSet(packs) : { ruleSet: load.ruleSet, problems: [] };
  const pack = { id, version, rules: compileRules(composed.ruleSet), packs, fixtures, reasons };
  // What is wrong with the pack itself has been said already.
  return { pack, problems: load.problems.length > 0 ? [] : sortProblems([...further.problems, ...composed.problems]) };
}
