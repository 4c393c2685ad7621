import { prepareRules } from '../core/rules/compileRules';
import { ENGINE_VERSION } from '../packs/generated/engineVersion';
import { DEFAULT_CONFIG } from '../packs/parseConfig';
import type { PrebuiltPack, PrebuiltPacks, PrebuiltRules } from '../packs/prebuilt';
import { flattenRuleSet, unflattenRuleSet } from '../packs/prebuilt';
import type { FileSystem } from './fileSystem';
import { loadPacks } from './loadPacks';
import { listBuiltIn } from './locatePack';
import type { PackSources } from './packLocation';
import type { PreparedFile } from './preparedFile';
import { readPack } from './readPack';

/**
 * Reads the packs that ship and makes what `openPrebuilt` reads. A pack with a problem is left out, so that the problem is told where it stands
 * whenever the pack is used.
 */
export async function buildPrebuilt(from: PackSources, fs: FileSystem): Promise<Prebuilt> {
  const ids = await listBuiltIn(from, fs);
  const built = await Promise.all(ids.map((id) => buildPack(fs.resolve(from.rulesFolder, id, 'pack.yaml'), from, fs)));
  const packs = built.flatMap((pack) => pack ?? []);
  const rules = await buildRules(packs, from, fs);
  return { packs: { engine: ENGINE_VERSION, packs }, rules, scanners: rules && buildScanners(rules) };
}

/** All that is prebuilt. */
export interface Prebuilt {
  readonly packs: PrebuiltPacks;
  /** Undefined when the packs have a problem. */
  readonly rules: PrebuiltRules | undefined;
  readonly scanners: PreparedFile | undefined;
}

function buildScanners({ engine, packs, ruleSet }: PrebuiltRules): PreparedFile | undefined {
  const rules = prepareRules(
    unflattenRuleSet(ruleSet),
    findTexts([ruleSet.rules, ruleSet.considerations, ruleSet.templates, ruleSet.sectionKinds]),
  );
  return rules && { engine, packs: packs.map((pack) => pack.integrity), rules };
}

async function buildPack(path: string, from: PackSources, fs: FileSystem): Promise<PrebuiltPack | undefined> {
  const { loaded, problems, content } = await readPack(path, fs);
  if (!loaded || problems.length > 0 || loaded.incomplete) return undefined;
  const { pack } = loaded;
  return { id: pack.id, integrity: await from.hash(content), files: ['pack.yaml', ...(pack.include ?? [])], pack };
}

/** Composes the packs of a run without a configuration. */
async function buildRules(
  packs: readonly PrebuiltPack[],
  from: PackSources,
  fs: FileSystem,
): Promise<PrebuiltRules | undefined> {
  const names = DEFAULT_CONFIG.packs;
  const load = await loadPacks(names, from, fs);
  const used = load.packs.map(({ id }) => packs.find((pack) => pack.id === id));
  if (load.problems.length > 0 || used.includes(undefined)) return undefined;
  return {
    engine: ENGINE_VERSION,
    names,
    packs: used.flatMap((entry) => {
      if (!entry) return [];
      const { id, integrity, files, pack } = entry;
      return { id, integrity, files, version: pack.version, title: pack.title, extends: pack.extends };
    }),
    ruleSet: flattenRuleSet(load.ruleSet),
  };
}

/** The texts of a value, line by line, however deep they lie. */
function findTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/\n+/);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findTexts) : [];
}
