import { loadConfig } from '../../../host/loadConfig';
import { showPath } from '../../../host/nodePaths';
import type { PackTestResult, TestOptions } from '../../../packs/testing/testPack';
import { isSound, testPack } from '../../../packs/testing/testPack';
import type { Io } from '../../io';
import { openPackTests } from '../../packTest/openPackTests';
import { toJson } from '../../packTest/toJson';
import { toJunit } from '../../packTest/toJunit';
import { toPretty } from '../../packTest/toPretty';
import type { ParsedArguments } from '../../parseOptions';
import { describeTerminal } from '../../terminal';
import type { UsageError } from '../../usageError';
import { unknownWord, usageError } from '../../usageError';
import type { Command } from '../command';
import { lastValue } from '../command';

const FORMATS = ['pretty', 'json', 'junit'] as const;
type Format = (typeof FORMATS)[number];

/** The packs to be tested, and where their names count from. */
interface Target {
  readonly names: readonly string[];
  readonly folder: string;
}

export const testCommand: Command = {
  name: 'pack test',
  summary: 'Run the examples and documents by which a pack proves itself',
  usage: '[packs]',
  details: [
    'A pack is named by its folder, or by the id of one that ships. Without a name: the pack of this folder, else the packs of the configuration that do not ship.',
    'Tests are the examples beside its rules, those of extended packs included, and the Markdown files of its folder `tests`, in which a line of carets says what is expected of the line above: `^^^^ my-pack/my-rule: words of the message`.',
    'Ends with 0 if all is well, with 1 if a test fails or a gap was found, and with 2 if a pack has an error.',
  ],
  options: {
    coverage: { type: 'boolean', help: 'Also list rules and signals of the pack that no test fires.' },
    mutate: {
      type: 'boolean',
      help: 'Also take each signal of the pack away in turn, and list those that no test would miss. `tests/unmissed.yaml` may say, by signal, why one stays.',
    },
    watch: { type: 'boolean', short: 'w', help: 'Run again whenever a file of the pack changes, until interrupted.' },
    format: { type: 'string', value: 'FORMAT', help: 'pretty (default), json or junit.' },
  },
  run: async (args, io) => {
    const format = lastValue(args, 'format') ?? 'pretty';
    if (!isFormat(format)) return unknownWord('format', format, FORMATS);
    const target = await findTarget(args.positionals, io);
    if ('kind' in target) return target;
    const options = { coverage: args.options.has('coverage'), mutate: args.options.has('mutate') };
    if (args.options.has('watch')) return watch(target, options, format, io);
    return (await runOnce(target, options, format, io)).code;
  },
};

function isFormat(word: string): word is Format {
  return FORMATS.some((format) => format === word);
}

async function findTarget(named: ParsedArguments['positionals'], io: Io): Promise<Target | UsageError> {
  if (named.length > 0) return { names: named, folder: io.cwd };
  if ((await io.fileSystem.stat(io.fileSystem.resolve(io.cwd, 'pack.yaml'))) === 'file')
    return { names: ['.'], folder: io.cwd };
  const { config, folder } = await loadConfig(io.cwd, io.fileSystem);
  const kinds = await Promise.all(config.packs.map((name) => io.fileSystem.stat(io.fileSystem.resolve(folder, name))));
  const names = config.packs.filter((_name, index) => kinds[index] !== 'missing');
  if (names.length > 0) return { names, folder };
  return usageError(
    'there is no pack to test here: name its folder, or run this in a folder with a `pack.yaml`, or below a configuration that names a pack of this workspace.',
  );
}

async function runOnce(
  { names, folder }: Target,
  options: TestOptions,
  format: Format,
  io: Io,
): Promise<{ code: number; folders: readonly string[] }> {
  const opened = await Promise.all(names.map((name) => openPackTests(name, folder, io)));
  const results = opened.flatMap(({ pack }) => (pack ? [testPack(pack, options)] : []));
  await io.output.write(print(results, format, io));
  const isBroken = opened.some(({ pack }) => pack === undefined);
  return { code: isBroken ? 2 : results.every(isSound) ? 0 : 1, folders: opened.flatMap(({ folders }) => folders) };
}

function print(results: readonly PackTestResult[], format: Format, io: Io): string {
  const show = (path: string) => showPath(path, io.cwd);
  if (format === 'json') return toJson(results, show);
  if (format === 'junit') return toJunit(results, show);
  return results.length === 0 ? '' : toPretty(results, describeTerminal(io, false), show);
}

/** Runs now and again after each change. Where watching ends by itself, as in a test, the code of the last run counts. */
async function watch(target: Target, options: TestOptions, format: Format, io: Io): Promise<number> {
  const { fileSystem: fs } = io;
  const paths = target.names.map((name) => fs.resolve(target.folder, name));
  const kinds = await Promise.all(paths.map((path) => fs.stat(path)));
  // Begun before the first run, which may take longer than somebody needs to save a file.
  const changes = io.watchFolders(paths.map((path, index) => (kinds[index] === 'file' ? fs.folderOf(path) : path)));
  const run = async () => {
    const { code, folders } = await runOnce(target, options, format, io);
    changes.add(folders);
    await io.messages.write('Waiting for changes. Ctrl+C ends it.\n');
    return code;
  };
  let code = await run();
  for await (const _change of changes) code = await run();
  return code;
}
