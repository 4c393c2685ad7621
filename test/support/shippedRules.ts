import { resolve } from 'node:path';
import type { CompiledRules, RuleSet } from '../../server/src/core';
import { compileRules } from '../../server/src/core';
import type { PackLoad } from '../../server/src/host/loadPacks';
import { loadPacks } from '../../server/src/host/loadPacks';
import { nodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { hashText } from '../../server/src/host/nodeHash';

/** The packs that ship, as the command line loads them. Tests run from the root of the repository. */
export async function loadShippedPacks(names: readonly string[] = ['inclusive-growth']): Promise<PackLoad> {
  return loadPacks(
    names,
    { rulesFolder: resolve('rules'), workingFolder: resolve('.'), hash: hashText },
    nodeFileSystem,
  );
}

/** The rule set of the packs that ship. */
export async function loadShippedRuleSet(): Promise<RuleSet> {
  return (await loadShippedPacks()).ruleSet;
}

/** The packs that ship, ready to run, with whatever problems they have. */
export async function loadShippedRules(): Promise<{
  readonly rules: CompiledRules;
  readonly problems: PackLoad['problems'];
}> {
  const { ruleSet, problems } = await loadShippedPacks();
  return { rules: compileRules(ruleSet), problems };
}
