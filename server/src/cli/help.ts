import { wrap } from '../report';
import type { Command } from './commands/command';
import type { OptionSpec } from './parseOptions';
import { TOOL } from './version';

const WIDTH = 88;
const INDENT = 27;

/** The help of the program: what it is for and which commands there are. */
export function printHelp(commands: readonly Command[]): string {
  return [
    `${TOOL.name} ${TOOL.version}`,
    '',
    ...wrap(
      'Reads business cases, committee reports and policy papers in Markdown and shows, section by section, where inclusive-growth considerations are missing or thin, and on which words this rests. Nothing leaves this machine.',
      WIDTH,
    ),
    '',
    `Usage: ${TOOL.name} COMMAND [options]`,
    '',
    'Commands:',
    ...commands.filter(({ name }) => !name.includes(' ')).flatMap(({ name, summary }) => printEntry(name, summary)),
    ...printEntry('pack COMMAND', 'Make, test, share and pin rule packs: `pack --help` lists the commands.'),
    ...printEntry('lsp', 'Runs the language server for an editor: `lsp --stdio`.'),
    '',
    'Options:',
    ...printEntry('-h, --help', `Help; for one command: ${TOOL.name} COMMAND --help.`),
    ...printEntry('-V, --version', 'The version.'),
    '',
    'To begin:',
    `  ${TOOL.name} init                                  write a configuration to fill in`,
    `  ${TOOL.name} new business-case --output case.md    start a document from a template`,
    `  ${TOOL.name} check case.md                         see what it lacks`,
    '',
  ].join('\n');
}

/** The help of a group of commands: which there are. */
export function printGroupHelp(name: string, commands: readonly Command[]): string {
  return [
    `Usage: ${TOOL.name} ${name} COMMAND [options]`,
    '',
    'Commands:',
    ...commands.flatMap((command) => printEntry(command.name, command.summary)),
    '',
    `Help for one command: ${TOOL.name} ${name} COMMAND --help.`,
    '',
  ].join('\n');
}

/** The help of one command. */
export function printCommandHelp({ name, usage, summary, details, options }: Command): string {
  return [
    `Usage: ${TOOL.name} ${name} ${usage}`.trimEnd(),
    '',
    ...wrap(`${summary}.`, WIDTH),
    ...details.flatMap((paragraph) => ['', ...wrap(paragraph, WIDTH)]),
    '',
    'Options:',
    ...Object.entries({ ...options, ...COMMON }).flatMap(([option, spec]) => printOption(option, spec)),
    '',
  ].join('\n');
}

const COMMON: Readonly<Record<string, OptionSpec>> = {
  'no-colour': { type: 'boolean', help: 'No colours. The environment variable NO_COLOR does the same.' },
  help: { type: 'boolean', short: 'h', help: 'This help.' },
};

function printOption(name: string, { short, value, help }: OptionSpec): readonly string[] {
  if (help === undefined) return [];
  return printEntry(`${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`, help);
}

function printEntry(term: string, words: string): readonly string[] {
  const first = `  ${term}`.padEnd(INDENT);
  if (first.length > INDENT) return [first, ...wrap(words, WIDTH, ' '.repeat(INDENT))];
  return wrap(words, WIDTH, first, ' '.repeat(INDENT));
}
