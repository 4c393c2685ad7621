import type { FileToCheck } from '../../host/findFiles';
import { findFiles } from '../../host/findFiles';
import type { LoadedConfig } from '../../host/loadConfig';
import { loadConfig } from '../../host/loadConfig';
import { checkConfig } from '../../packs/checkConfig';
import type { Run, RunProblem, TerminalOptions } from '../../report';
import { printProblem, REPORTERS } from '../../report';
import type { CheckedFiles } from '../checkFiles';
import { checkFiles } from '../checkFiles';
import { decideExitCode } from '../exitCode';
import { findUnknownScope } from '../findUnknownScope';
import type { Io } from '../io';
import type { OpenedRules } from '../openRules';
import { createRulesOpener } from '../openRules';
import { createProgress } from '../progress';
import { readBytes, readDocument } from '../readDocument';
import { describeTerminal } from '../terminal';
import { toRunProblem } from '../toRunProblem';
import type { UsageError } from '../usageError';
import { isUsageError } from '../usageError';
import { TOOL } from '../version';
import { writeReport } from '../writeReport';
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
  const found = await findInput(options, config, io);
  const progress = createProgress(io.messages, found.files.length);
  const checked = await checkFiles(found.files, {
    config,
    openRules,
    type: options.type,
    stage: options.stage,
    today: io.today(),
    read: (file) => readInput(file, options, io),
    showProgress: progress.show,
  });
  await progress.clear();
  const problems = [...(await gatherProblems(config, rules, checked, io)), ...found.problems, ...checked.problems];
  const run: Run = {
    tool: TOOL,
    packs: gatherPacks([rules, ...checked.rules]),
    documents: checked.documents,
    notChecked: checked.notChecked,
    problems,
    failOn: options.failOn ?? config.config.failOn ?? 'error',
    milliseconds: io.milliseconds() - started,
  };
  return report(run, options, found.files, io);
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

/** Problems of the configuration, of the run's packs, and of packs that only some files use. */
async function gatherProblems(
  config: LoadedConfig,
  rules: OpenedRules,
  checked: CheckedFiles,
  io: Io,
): Promise<readonly RunProblem[]> {
  const sets = [...new Set([rules, ...checked.rules])];
  const problems = [
    ...config.problems,
    ...sets.flatMap((set) => set.problems),
    ...(rules.failed.length > 0 ? [] : checkConfig(config, rules.ruleSet)),
  ];
  return Promise.all(problems.map((problem) => toRunProblem(problem, io.fileSystem, io.cwd)));
}

function gatherPacks(sets: readonly OpenedRules[]): Run['packs'] {
  const packs = sets.flatMap((set) => set.packs).map(({ id, version, integrity }) => ({ id, version, integrity }));
  return [...new Map(packs.map((pack) => [`${pack.id} ${pack.integrity}`, pack])).values()];
}

/** Problems go to standard error whatever the format; the report goes where it was asked to go. */
async function report(run: Run, options: CheckOptions, files: readonly FileToCheck[], io: Io): Promise<number> {
  const toFile = options.output !== undefined;
  const display: TerminalOptions = {
    ...describeTerminal(io, toFile),
    quiet: options.quiet,
    explain: options.explain,
    problemsApart: !toFile,
  };
  const messages = describeTerminal(io, false, io.messages);
  for (const problem of run.problems) {
    await io.messages.write(`${printProblem(problem, { ...display, ...messages }).join('\n')}\n\n`);
  }
  const written = await writeReport(REPORTERS[options.format](run, display), options, files, io);
  return written ? decideExitCode(run) : 2;
}
