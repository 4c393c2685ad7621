import type { Io } from '../io';
import type { OptionSpecs, ParsedArguments } from '../parseOptions';
import type { UsageError } from '../usageError';

/** One command of the program. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** How it is called, after its name: `[files, folders, globs, -]`. */
  readonly usage: string;
  /** Further paragraphs of its help. */
  readonly details: readonly string[];
  readonly options: OptionSpecs;
  /** Runs the command; resolves with the exit code. Nothing has been written when it gives a usage error. */
  readonly run: (args: ParsedArguments, io: Io) => Promise<number | UsageError>;
}

/** The option of every command that reads a configuration. */
export const CONFIG_OPTION = {
  config: {
    type: 'string',
    value: 'FILE',
    help: 'Use this configuration instead of the nearest `.inclusive-growth.yaml`.',
  },
} as const satisfies OptionSpecs;

/** Options that every command which opens packs shares. */
export const PACK_OPTIONS = {
  pack: {
    type: 'string',
    multiple: true,
    value: 'PACK',
    help: 'Use this pack: its id, a folder, an archive, `npm:…` or `extension:…`. May be given several times. Replaces the packs of the configuration.',
  },
  ...CONFIG_OPTION,
} as const satisfies OptionSpecs;

/** The last value of an option, if it was given. */
export function lastValue({ options }: ParsedArguments, name: string): string | undefined {
  return options.get(name)?.at(-1);
}
