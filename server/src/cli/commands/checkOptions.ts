import type { FailOn, Format } from '../../report';
import { FORMATS } from '../../report';
import type { OptionSpecs, ParsedArguments } from '../parseOptions';
import { DEFAULT_LIMIT, MEGABYTE } from '../readDocument';
import type { UsageError } from '../usageError';
import { unknownWord, usageError } from '../usageError';
import { lastValue, PACK_OPTIONS } from './command';

/** What `check` is asked to do. */
export interface CheckOptions {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly output?: string;
  /** Undefined: the configuration's, else `error`. */
  readonly failOn?: FailOn;
  readonly type?: string;
  readonly stage?: string;
  readonly packs: readonly string[];
  readonly config?: string;
  /** The name under which standard input is reported and mapped. */
  readonly stdinPath?: string;
  /** In bytes. */
  readonly limit: number;
  readonly quiet: boolean;
  readonly explain: boolean;
}

const THRESHOLDS: readonly FailOn[] = ['error', 'warning', 'information', 'hint', 'never'];

export const CHECK_OPTIONS = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    help: `The report: ${FORMATS.join(', ')}. Default: pretty, for people at a terminal.`,
  },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    help: 'Write the report to this file instead of the terminal. A report that is there already is replaced.',
  },
  'fail-on': {
    type: 'string',
    value: 'SEVERITY',
    help: `End with 1 from this severity: ${THRESHOLDS.join(', ')}. Default: that of the configuration, else error. What is an error depends on the stage: a gap that is a note in a strategic outline case is an error in a full case.`,
  },
  type: {
    type: 'string',
    short: 't',
    value: 'TYPE',
    help: 'Read every file as this document type, such as business-case.',
  },
  stage: { type: 'string', short: 's', value: 'STAGE', help: 'Read every file as being at this stage, such as OBC.' },
  ...PACK_OPTIONS,
  'stdin-path': {
    type: 'string',
    value: 'PATH',
    help: 'The name of what comes through standard input, for reports and for the configuration.',
  },
  'max-size': {
    type: 'string',
    value: 'MB',
    help: `Read files of up to so many megabytes. Default: ${DEFAULT_LIMIT / MEGABYTE}.`,
  },
  quiet: { type: 'boolean', short: 'q', help: 'Only what is open: no coverage table, no notes.' },
  explain: {
    type: 'boolean',
    help: 'For every section: what it is taken for, what is asked of it, the words found, and why nothing is said.',
  },
} as const satisfies OptionSpecs;

/** Turns parsed arguments into options, or says which one is wrong and what is known. */
export function readCheckOptions(args: ParsedArguments): CheckOptions | UsageError {
  const format = lastValue(args, 'format') ?? 'pretty';
  if (!isOneOf(format, FORMATS)) return unknownWord('format', format, FORMATS);
  const failOn = lastValue(args, 'fail-on');
  if (failOn !== undefined && !isOneOf(failOn, THRESHOLDS)) return unknownWord('severity', failOn, THRESHOLDS);
  const size = lastValue(args, 'max-size');
  const megabytes = size === undefined ? DEFAULT_LIMIT / MEGABYTE : Number(size);
  if (!(megabytes > 0))
    return usageError(`\`--max-size\` takes a number of megabytes, such as 5, and \`${size}\` was given.`);
  return {
    paths: args.positionals.length > 0 ? args.positionals : ['.'],
    format,
    output: lastValue(args, 'output'),
    failOn,
    type: lastValue(args, 'type'),
    stage: lastValue(args, 'stage'),
    packs: args.options.get('pack') ?? [],
    config: lastValue(args, 'config'),
    stdinPath: lastValue(args, 'stdin-path'),
    limit: Math.floor(megabytes * MEGABYTE),
    quiet: args.options.has('quiet'),
    explain: args.options.has('explain'),
  };
}

function isOneOf<Word extends string>(word: string, words: readonly Word[]): word is Word {
  return (words as readonly string[]).includes(word);
}
