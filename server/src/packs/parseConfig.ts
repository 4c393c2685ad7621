import { configSchema } from './configSchema';
import { describeSchemaErrors, valueAt } from './describeSchemaErrors';
import type { Configuration as WrittenConfiguration } from './generated/configTypes';
import { validateConfigFile } from './generated/validators';
import { isMap } from './loadedPack';
import type { FilePlace, PackFile, PackProblem } from './packProblem';
import { sortProblems } from './packProblem';
import type { DataPath, YamlFile } from './readYaml';
import { readYaml } from './readYaml';
import { stripNulls } from './stripNulls';

export type ConfiguredSeverity = 'error' | 'warning' | 'information' | 'hint' | 'off';
export type FailOn = 'error' | 'warning' | 'information' | 'hint' | 'never';

/** Files and what they are. */
export interface DocumentMapping {
  /** Globs, from the folder of the configuration. */
  readonly path: readonly string[];
  readonly type?: string;
  readonly stage?: string;
  /** In place of the packs of the configuration. */
  readonly packs?: readonly string[];
}

/** What a configuration file says, with defaults for what it does not. */
export interface Configuration {
  readonly packs: readonly string[];
  /** Ids of packs that ship in whose place another pack may stand. */
  readonly replace: readonly string[];
  readonly documents: readonly DocumentMapping[];
  /** By full rule id. */
  readonly severities: Readonly<Record<string, ConfiguredSeverity>>;
  /** Undefined when the file does not say: the caller has its own default. */
  readonly failOn?: FailOn;
  readonly ignore: readonly string[];
}

/** A configuration as read. What is faulty has been left out of it. */
export interface ParsedConfig {
  readonly config: Configuration;
  readonly problems: readonly PackProblem[];
  /** The file with its places, for problems found later, such as an unknown rule; undefined without a file. */
  readonly file?: YamlFile;
}

export const DEFAULT_CONFIG: Configuration = {
  packs: ['inclusive-growth'],
  replace: [],
  documents: [],
  severities: {},
  ignore: [],
};

/** Reads a configuration file. Never throws; an empty file, or one of comments only, says nothing and is no mistake. */
export function parseConfig(source: PackFile): ParsedConfig {
  const file = readYaml(source);
  if (file.value === undefined) {
    const problems = file.problems.filter((problem) => problem.code !== 'empty-file');
    return { config: DEFAULT_CONFIG, problems, file };
  }
  const value = stripNulls(file.value);
  const faults = validateConfigFile(value)
    ? []
    : describeSchemaErrors(validateConfigFile.errors ?? [], file, configSchema, 'the configuration');
  const garbled = file.faults.filter((fault) => fault.problem.code !== 'duplicate-key').map((fault) => fault.path);
  const serious = [...faults.filter((fault) => !fault.harmless).map((fault) => fault.path), ...garbled];
  const sound = serious.reduceRight<unknown>((data, path) => removeFaulty(data, path), value);
  const problems = sortProblems([...file.problems, ...faults.map((fault) => fault.problem)]);
  return { config: toConfiguration(isMap(sound) ? (sound as WrittenConfiguration) : {}), problems, file };
}

/** Place of a pack's name in the configuration, for problems found when it is loaded. */
export function findPackPlace({ config, file }: ParsedConfig, name: string): FilePlace | undefined {
  const lists = [['packs'], ...config.documents.map((_entry, index) => ['documents', index, 'packs'])];
  for (const path of lists) {
    const names = valueAt(file?.value, path);
    const index = Array.isArray(names) ? names.indexOf(name) : -1;
    if (index >= 0) return file?.findValue([...path, index]);
  }
  return undefined;
}

function toConfiguration(written: WrittenConfiguration): Configuration {
  return {
    packs: written.packs?.length ? written.packs : DEFAULT_CONFIG.packs,
    replace: written.replace ?? [],
    documents: (written.documents ?? [])
      .filter((entry) => entry !== null)
      .map((entry) => ({ ...entry, path: [entry.path].flat() })),
    severities: written.severities ?? {},
    failOn: written['fail-on'],
    ignore: written.ignore ?? [],
  };
}

/** Takes out the least that can be missing: a faulty severity, a faulty entry of a list of mappings or texts, else the whole key. */
function removeFaulty(data: unknown, path: DataPath): unknown {
  const [key, next] = path;
  if (!isMap(data) || typeof key !== 'string') return {};
  const { [key]: value, ...rest } = data;
  // Entries become null, not fewer: later paths still count from the beginning.
  if (Array.isArray(value) && typeof next === 'number') {
    const entries = value.map((entry, index) => (index === next ? null : entry));
    return { ...rest, [key]: key === 'documents' ? entries : entries.filter((entry) => entry !== null) };
  }
  if (isMap(value) && typeof next === 'string') {
    const { [next]: _faulty, ...others } = value;
    return { ...rest, [key]: others };
  }
  return rest;
}
