import type { FoundFiles } from '../../host/findFiles';
import type { LoadedConfig } from '../../host/loadConfig';
import { createPathMapper } from '../../host/mapPath';
import { checkConfig } from '../../packs/checkConfig';
import type { FailOn, Run, RunProblem } from '../../report';
import { describeRules } from '../../report';
import type { Io } from '../io';
import type { OpenedRules, RulesOpener } from '../openRules';
import { toRunProblem } from '../toRunProblem';
import { TOOL } from '../version';
import type { Shard } from './shard';

/** What is known of a run before its first file is read: the same for every shard. */
export type RunHead = Pick<Run, 'tool' | 'packs' | 'rules' | 'problems' | 'failOn' | 'shard'>;

/** What a run was given. */
export interface RunInput {
  readonly config: LoadedConfig;
  /** The packs of the run. */
  readonly rules: OpenedRules;
  readonly openRules: RulesOpener;
  /** All files, of every shard. */
  readonly found: FoundFiles;
  readonly failOn: FailOn;
  readonly shard?: Shard;
}

/** Packs, rules and problems that do not depend on what the files hold. */
export async function gatherHead(input: RunInput, io: Io): Promise<RunHead> {
  const { config, rules, found, failOn, shard } = input;
  const sets = await openUsed(input);
  const problems = [
    ...config.problems,
    ...sets.flatMap((set) => set.problems),
    ...(rules.failed.length > 0 ? [] : checkConfig(config, rules.ruleSet)),
  ];
  const told: RunProblem[] = await Promise.all(problems.map((problem) => toRunProblem(problem, io.fileSystem, io.cwd)));
  return {
    tool: TOOL,
    packs: gatherPacks(sets),
    rules: describeRules(sets.map((set) => set.ruleSet)),
    problems: [...told, ...found.problems],
    failOn,
    shard,
  };
}

/** The packs of the run, then those that the configuration names for some of the files, in its order. */
async function openUsed({ config, rules, openRules, found }: RunInput): Promise<readonly OpenedRules[]> {
  const mapPath = createPathMapper(config);
  const used = new Set(found.files.map((file) => mapPath(file.file)));
  const mapped = config.config.documents.filter((mapping) => mapping.packs && used.has(mapping));
  const opened = await Promise.all(mapped.map((mapping) => openRules(mapping.packs)));
  return [...new Set([rules, ...opened])];
}

function gatherPacks(sets: readonly OpenedRules[]): Run['packs'] {
  const packs = sets.flatMap((set) => set.packs).map(({ id, version, integrity }) => ({ id, version, integrity }));
  return [...new Map(packs.map((pack) => [`${pack.id} ${pack.integrity}`, pack])).values()];
}
