import type { FileToCheck } from '../../host/findFiles';
import { findFiles } from '../../host/findFiles';
import type { LoadedConfig } from '../../host/loadConfig';
import { loadConfig } from '../../host/loadConfig';
import type { CheckPlan } from '../batch/checkTask';
import { createChecker } from '../batch/createChecker';
import type { RunHead } from '../batch/gatherRun';
import { gatherHead } from '../batch/gatherRun';
import { openRunCache } from '../batch/openRunCache';
import { runTasks } from '../batch/runTasks';
import { RunWriter } from '../batch/runWriter';
import { takeShard } from '../batch/shard';
import { startPool } from '../batch/startPool';
import { findUnknownScope } from '../findUnknownScope';
import type { Io } from '../io';
import type { RulesOpener } from '../openRules';
import { createRulesOpener } from '../openRules';
import { createProgress } from '../progress';
import { readBytes, readDocument } from '../readDocument';
import { describeReport } from '../terminal';
import type { UsageError } from '../usageError';
import { isUsageError, usageError } from '../usageError';
import type { CheckOptions } from './checkOptions';
import { CHECK_OPTIONS, readCheckOptions } from './checkOptions';
import type { Command } from './command';

export const checkCommand: Command = {
  name: 'check',
  summary: 'Read documents and say what is missing or thin, section by section',
  usage: '[files, folders, globs, - for standard input]',
  details: [
    'Without a path, the current folder is checked. What `.gitignore` files ignore is left out, unless it is named.',
    'A document says what it is in its front matter (`document-type`, `stage`), in `.inclusive-growth.yaml`, or by --type and --stage. Other Markdown files are listed as not checked.',
    'Many files are checked on several threads. With --cache, only what changed since the last run is read. With --shard, several machines share the files: each writes --format records, and `report merge` makes one report of them.',
    'Ends with 0 if nothing reaches the severity of --fail-on, with 1 if something does, and with 2 if a file, a pack, the configuration or an option could not be used; all else is still reported.',
  ],
  options: CHECK_OPTIONS,
  run: async (args, io) => {
    const options = readCheckOptions(args);
    return isUsageError(options) ? options : check(options, io);
  },
};

/** Configuration, packs, files, findings, report, exit code. */
async function check(options: CheckOptions, io: Io): Promise<number | UsageError> {
  const started = io.milliseconds();
  const config = await loadConfig(io.cwd, io.fileSystem, options.config);
  const openRules = createRulesOpener(io, config, options.packs);
  const rules = await openRules();
  const wrong = findUnknownScope(options, rules);
  if (wrong && !rules.failed.length) return wrong;
  if (options.shard && options.paths.includes('-'))
    return usageError('standard input cannot be shared out: leave `-` or `--shard` out.');
  const found = await findInput(options, config, io);
  const failOn = options.failOn ?? config.config.failOn ?? 'error';
  const head = await gatherHead({ config, rules, openRules, found, failOn, shard: options.shard }, io);
  const plan = makePlan(options, head, io);
  const files = takeShard(found.files, options.shard);
  return checkAll(files, { options, config, openRules, head, plan, started, all: found.files }, io);
}

interface Check {
  readonly options: CheckOptions;
  readonly config: LoadedConfig;
  readonly openRules: RulesOpener;
  readonly head: RunHead;
  readonly plan: CheckPlan;
  readonly started: number;
  /** The files of every shard. */
  readonly all: readonly FileToCheck[];
}

/** Checks files on as many threads as pay, and writes the report meanwhile. */
async function checkAll(files: readonly FileToCheck[], check: Check, io: Io): Promise<number> {
  const { options, config, openRules, head, plan } = check;
  const read = (file: FileToCheck) => readInput(file, options, io);
  const pool = await startPool(files, plan, createChecker(plan, { config, openRules, read }), io.batch);
  const cache = await openRunCache({ options, plan, config, openRules, read }, io);
  const progress = createProgress(io.messages, files.length);
  const writer = await RunWriter.open(head, plan, options, check.all, io);
  try {
    await writer.begin();
    const checkFile = cache ? cache.wrap(pool.check) : pool.check;
    for await (const outcome of runTasks(files, checkFile, progress.show)) {
      await progress.clear();
      await writer.add(outcome);
    }
    await progress.clear();
  } finally {
    await pool.stop();
  }
  await cache?.save();
  return writer.end(io.milliseconds() - check.started);
}

function makePlan(
  { config, packs, type, stage, limit, format, ...options }: CheckOptions,
  head: RunHead,
  io: Io,
): CheckPlan {
  const { cwd, rulesFolder } = io;
  const report = { ...describeReport(options, io), failOn: head.failOn, ruleIds: head.rules.map((rule) => rule.id) };
  return { cwd, rulesFolder, config, packs, type, stage, limit, today: io.today(), format, report };
}

async function findInput(options: CheckOptions, config: LoadedConfig, io: Io) {
  const context = {
    fs: io.fileSystem,
    cwd: io.cwd,
    realPath: io.realPath,
    ignore: { globs: config.config.ignore, folder: config.folder },
  };
  const found = await findFiles(
    options.paths.filter((path) => path !== '-'),
    context,
  );
  if (!options.paths.includes('-')) return found;
  const path = options.stdinPath ?? 'standard input';
  const input: FileToCheck = { path, file: io.fileSystem.resolve(io.cwd, path), named: true, isInput: true };
  return { ...found, files: [input, ...found.files] };
}

async function readInput(file: FileToCheck, { limit }: CheckOptions, io: Io) {
  return file.isInput ? readBytes(await io.readInput(), file.path, limit) : readDocument(file, io.fileSystem, limit);
}
