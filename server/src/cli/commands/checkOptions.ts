import type { FailOn, Format } from '../../report';
import { FORMATS } from '../../report';
import { CACHE_FOLDER } from '../batch/resultCache';
import type { Shard } from '../batch/shard';
import { readShard } from '../batch/shard';
import type { OptionSpecs, ParsedArguments } from '../parseOptions';
import { DEFAULT_LIMIT, MEGABYTE } from '../readDocument';
import type { UsageError } from '../usageError';
import { isUsageError, unknownWord, usageError } from '../usageError';
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
  /** The folder of the cache, when there is to be one. */
  readonly cache?: string;
  /** Which part of the files, counted from 1. */
  readonly shard?: Shard;
  readonly quiet: boolean;
  readonly explain: boolean;
}

const THRESHOLDS: readonly FailOn[] = ['error', 'warning', 'information', 'hint', 'never'];

export const CHECK_OPTIONS = {
  format: {
    type: 'string',
    short: 'f',
    value: 'FORMAT',
    help: `The report: ${FORMATS.join(', ')}. Default: pretty, for people at a terminal. Records are what \`report merge\` reads.`,
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
  cache: {
    type: 'boolean',
    help: `Keep what is found, by the text of each file and all that decides what comes of it, and take it from there the next time. The folder may be deleted at any time.`,
  },
  'cache-location': {
    type: 'string',
    value: 'FOLDER',
    help: `Where to keep it. Default: ${CACHE_FOLDER} in the current folder.`,
  },
  shard: {
    type: 'string',
    value: 'I/N',
    help: 'Check part I of N of the files, such as 2/4: so that several machines can share them. With --format records.',
  },
  quiet: { type: 'boolean', short: 'q', help: 'Only what is open: no coverage table, no notes.' },
  explain: {
    type: 'boolean',
    help: 'For every section: what it is taken for, what is asked of it, the words found, and why nothing is said.',
  },
} as const satisfies OptionSpecs;

/** Turns parsed arguments into options, or says which one is wrong and what is known. */
export function readCheckOptions(args: ParsedArguments): CheckOptions | UsageError {
  const format = readFormat(args);
  if (typeof format !== 'string') return format;
  const failOn = readFailOn(args);
  if (typeof failOn === 'object') return failOn;
  const size = lastValue(args, 'max-size');
  const megabytes = size === undefined ? DEFAULT_LIMIT / MEGABYTE : Number(size);
  if (!(megabytes > 0))
    return usageError(`\`--max-size\` takes a number of megabytes, such as 5, and \`${size}\` was given.`);
  const shard = readShard(lastValue(args, 'shard'));
  if (shard && isUsageError(shard)) return shard;
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
    cache:
      args.options.has('cache') || args.options.has('cache-location')
        ? (lastValue(args, 'cache-location') ?? CACHE_FOLDER)
        : undefined,
    shard,
    quiet: args.options.has('quiet'),
    explain: args.options.has('explain'),
  };
}

/** The threshold that was given, if any, or what is wrong with it. */
export function readFailOn(args: ParsedArguments): FailOn | UsageError | undefined {
  const failOn = lastValue(args, 'fail-on');
  if (failOn === undefined || isOneOf(failOn, THRESHOLDS)) return failOn;
  return unknownWord('severity', failOn, THRESHOLDS);
}

/** The format that was given, else `pretty`, or what is wrong with it. */
export function readFormat(args: ParsedArguments): Format | UsageError {
  const format = lastValue(args, 'format') ?? 'pretty';
  return isOneOf(format, FORMATS) ? format : unknownWord('format', format, FORMATS);
}

function isOneOf<Word extends string>(word: string, words: readonly Word[]): word is Word {
  return (words as readonly string[]).includes(word);
}
