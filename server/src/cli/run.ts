import { checkCommand } from './commands/check';
import type { Command } from './commands/command';
import { explainCommand } from './commands/explain';
import { initCommand } from './commands/init';
import { newCommand } from './commands/new';
import { PACK_COMMANDS } from './commands/pack';
import { packsCommand } from './commands/packs';
import { mergeCommand } from './commands/report/merge';
import { printCommandHelp, printGroupHelp, printHelp } from './help';
import type { Io } from './io';
import type { OptionSpecs } from './parseOptions';
import { parseOptions } from './parseOptions';
import type { UsageError } from './usageError';
import { isUsageError, unknownWord, usageError } from './usageError';
import { TOOL } from './version';

/** The one list of commands. Those whose name has two words make up a group: `pack list`. */
const COMMANDS: readonly Command[] = [
  checkCommand,
  explainCommand,
  packsCommand,
  initCommand,
  newCommand,
  ...PACK_COMMANDS,
  mergeCommand,
];

const COMMON = {
  help: { type: 'boolean', short: 'h', help: 'Help.' },
  'no-colour': { type: 'boolean', help: 'No colours.' },
  'no-color': { type: 'boolean' },
} as const satisfies OptionSpecs;

/** Runs the program. Resolves with the exit code and never rejects for what a user can do. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    await io.messages.write(printHelp(COMMANDS));
    return 2;
  }
  if (name === '--version' || name === '-V') return print(`${TOOL.version}\n`, io);
  if (name === '--help' || name === '-h' || name === 'help') return printHelpFor(rest, io);
  const group = findGroup(name);
  if (group) return runGroup(name, group, rest, io);
  const command = COMMANDS.find((known) => known.name === name);
  return command ? runCommand(command, rest, io) : refuse(describeUnknown(name), undefined, io);
}

/** The commands whose names begin with this word and a blank; undefined when there are none. */
function findGroup(name: string): readonly Command[] | undefined {
  const group = COMMANDS.filter((command) => command.name.startsWith(`${name} `));
  return group.length > 0 ? group : undefined;
}

async function runGroup(name: string, group: readonly Command[], args: readonly string[], io: Io): Promise<number> {
  const [word, ...rest] = args;
  if (word === '--help' || word === '-h') return print(printGroupHelp(name, group), io);
  if (word === undefined) {
    await io.messages.write(printGroupHelp(name, group));
    return 2;
  }
  const command = group.find((known) => known.name === `${name} ${word}`);
  if (command) return runCommand(command, rest, io);
  const words = group.map((known) => known.name.slice(name.length + 1));
  return refuse(unknownWord('command', word, words, ` of \`${name}\``), { name }, io);
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  const parsed = parseOptions(args, { ...command.options, ...COMMON });
  if (isUsageError(parsed)) return refuse(parsed, command, io);
  if (parsed.options.has('help')) return print(printCommandHelp(command), io);
  const plain = parsed.options.has('no-colour') || parsed.options.has('no-color');
  const result = await command.run(parsed, plain ? { ...io, env: { ...io.env, NO_COLOR: '1' } } : io);
  return typeof result === 'number' ? result : refuse(result, command, io);
}

async function printHelpFor(names: readonly string[], io: Io): Promise<number> {
  const [name, word] = names.filter((given) => !given.startsWith('-'));
  if (name === undefined) return print(printHelp(COMMANDS), io);
  const group = findGroup(name);
  if (group && word === undefined) return print(printGroupHelp(name, group), io);
  const full = group ? `${name} ${word}` : name;
  const command = COMMANDS.find((known) => known.name === full);
  return command ? print(printCommandHelp(command), io) : refuse(describeUnknown(full), undefined, io);
}

function describeUnknown(name: string): UsageError {
  if (/\.(?:md|markdown)$/i.test(name) || name.includes('/')) {
    return usageError(`there is no command \`${name}\`. To check a file: \`${TOOL.name} check ${name}\`.`);
  }
  return unknownWord(
    name.startsWith('-') ? 'option' : 'command',
    name,
    name.startsWith('-') ? ['--help', '--version'] : listNames(),
  );
}

/** First words of all commands. */
function listNames(): readonly string[] {
  return [...new Set(COMMANDS.map((command) => command.name.split(' ')[0] ?? command.name))];
}

async function refuse(error: UsageError, command: { readonly name: string } | undefined, io: Io): Promise<number> {
  const help = command ? `${TOOL.name} ${command.name} --help` : `${TOOL.name} --help`;
  await io.messages.write(`${TOOL.name}: ${error.message}\nHelp: ${help}\n`);
  return 2;
}

async function print(text: string, io: Io): Promise<number> {
  await io.output.write(text);
  return 0;
}
