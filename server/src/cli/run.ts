import { checkCommand } from './commands/check';
import type { Command } from './commands/command';
import { explainCommand } from './commands/explain';
import { initCommand } from './commands/init';
import { newCommand } from './commands/new';
import { packsCommand } from './commands/packs';
import { printCommandHelp, printHelp } from './help';
import type { Io } from './io';
import type { OptionSpecs } from './parseOptions';
import { parseOptions } from './parseOptions';
import type { UsageError } from './usageError';
import { isUsageError, unknownWord, usageError } from './usageError';
import { TOOL } from './version';

/** The one list of commands. */
const COMMANDS: readonly Command[] = [checkCommand, explainCommand, packsCommand, initCommand, newCommand];

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
  if (name === '--help' || name === '-h' || name === 'help') return printHelpFor(rest[0], io);
  const command = COMMANDS.find((known) => known.name === name);
  return command ? runCommand(command, rest, io) : refuse(describeUnknown(name), undefined, io);
}

async function runCommand(command: Command, args: readonly string[], io: Io): Promise<number> {
  const parsed = parseOptions(args, { ...command.options, ...COMMON });
  if (isUsageError(parsed)) return refuse(parsed, command, io);
  if (parsed.options.has('help')) return print(printCommandHelp(command), io);
  const plain = parsed.options.has('no-colour') || parsed.options.has('no-color');
  const result = await command.run(parsed, plain ? { ...io, env: { ...io.env, NO_COLOR: '1' } } : io);
  return typeof result === 'number' ? result : refuse(result, command, io);
}

async function printHelpFor(name: string | undefined, io: Io): Promise<number> {
  const command = COMMANDS.find((known) => known.name === name);
  if (command) return print(printCommandHelp(command), io);
  if (name !== undefined && !name.startsWith('-')) return refuse(describeUnknown(name), undefined, io);
  return print(printHelp(COMMANDS), io);
}

function describeUnknown(name: string): UsageError {
  if (/\.(?:md|markdown)$/i.test(name) || name.includes('/')) {
    return usageError(`there is no command \`${name}\`. To check a file: \`${TOOL.name} check ${name}\`.`);
  }
  return unknownWord(
    name.startsWith('-') ? 'option' : 'command',
    name,
    name.startsWith('-') ? ['--help', '--version'] : COMMANDS.map((command) => command.name),
  );
}

async function refuse(error: UsageError, command: Command | undefined, io: Io): Promise<number> {
  const help = command ? `${TOOL.name} ${command.name} --help` : `${TOOL.name} --help`;
  await io.messages.write(`${TOOL.name}: ${error.message}\nHelp: ${help}\n`);
  return 2;
}

async function print(text: string, io: Io): Promise<number> {
  await io.output.write(text);
  return 0;
}
