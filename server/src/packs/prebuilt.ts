import type { Pack } from '../core/rules/pack';
import type { RuleSet } from '../core/rules/ruleSet';
import type { LoadedPack } from './loadedPack';
import type { PackFile } from './packProblem';
import type { YamlFile } from './readYaml';
import { readYaml } from './readYaml';

/** The files that something prebuilt was made from: it holds only while they are the same. */
export interface PrebuiltFrom {
  readonly id: string;
  /** Of the pack's files, as `ActivePack.integrity`. */
  readonly integrity: string;
  /** Names within the pack's folder, `pack.yaml` first, then in the order of `include`. */
  readonly files: readonly string[];
}

/** A pack without any problem, as `parsePack` reads it, in a form that JSON can hold. */
export interface PrebuiltPack extends PrebuiltFrom {
  readonly pack: Pack;
}

/** All packs that ship, each by itself: for packs of a team that extend them. */
export interface PrebuiltPacks {
  /** The version of the engine that read them. */
  readonly engine: string;
  readonly packs: readonly PrebuiltPack[];
}

/** Packs that ship, composed: what most runs use. */
export interface PrebuiltRules {
  readonly engine: string;
  /** What was asked for. */
  readonly names: readonly string[];
  /** All packs that took part, in the order in which they were composed. */
  readonly packs: readonly (PrebuiltFrom & Pick<Pack, 'version' | 'title' | 'extends'>)[];
  readonly ruleSet: FlatRuleSet;
}

/** A rule set whose maps are lists of entries. */
export type FlatRuleSet = {
  readonly [Key in Exclude<keyof RuleSet, 'prepared'>]: RuleSet[Key] extends ReadonlyMap<infer Id, infer Item>
    ? readonly (readonly [Id, Item])[]
    : RuleSet[Key];
};

/** Makes a rule set into what JSON can hold; `unflattenRuleSet` is the way back. */
export function flattenRuleSet({ prepared: _, ...ruleSet }: RuleSet): FlatRuleSet {
  const parts = Object.entries(ruleSet).map(([key, part]) => [key, part instanceof Map ? [...part] : part]);
  return Object.fromEntries(parts) as FlatRuleSet;
}

/** The rule set that was flattened, equal in all and in the same order. */
export function unflattenRuleSet({ packs, ...maps }: FlatRuleSet): RuleSet {
  const parts = Object.entries(maps).map(([key, entries]) => [key, new Map<string, unknown>(entries)]);
  return { packs, ...Object.fromEntries(parts) };
}

/** The pack as `parsePack` gives it from the same files. YAML is only read when somebody asks for a place. */
export function toLoadedPack({ pack }: PrebuiltPack, files: readonly PackFile[]): LoadedPack {
  return {
    pack,
    written: pack,
    path: files[0]?.path ?? '',
    files: files.map(readWhenAsked),
    incomplete: false,
    dropped: new Set(),
    problems: [],
  };
}

function readWhenAsked(file: PackFile): YamlFile {
  let read: YamlFile | undefined;
  const open = () => {
    read ??= readYaml(file);
    return read;
  };
  return {
    path: file.path,
    get value() {
      return open().value;
    },
    problems: [],
    faults: [],
    findKey: (path) => open().findKey(path),
    findValue: (path) => open().findValue(path),
    findWords: (path, pattern) => open().findWords(path, pattern),
  };
}
