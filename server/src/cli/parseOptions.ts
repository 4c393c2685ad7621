import { parseArgs } from 'node:util';
import type { UsageError } from './usageError';
import { unknownWord, usageError } from './usageError';

/** An option of a command, as it is parsed and as its help shows it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** Name of the value in the help: `FILE`. */
  readonly value?: string;
  /** One or two sentences for the help; left out of it when absent. */
  readonly help?: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

export interface ParsedArguments {
  readonly kind: 'arguments';
  readonly positionals: readonly string[];
  /** Values of the options that were given, in order; a flag has none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/**
 * Parses the arguments of a command. Node's parser finds the tokens; what they mean is checked here, so that a wrong option is answered
 * with what was meant instead of a stack of words about the parser.
 */
export function parseOptions(args: readonly string[], specs: OptionSpecs): ParsedArguments | UsageError {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(specs).map(([name, { type, short }]) => [name, { type, ...(short && { short }) }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const options = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = specs[token.name];
    if (!spec) return unknownOption(token.rawName, specs);
    const fault = findFault(token.rawName, token.value, token.inlineValue === true, spec);
    if (fault) return usageError(fault);
    const value = spec.type === 'string' && token.value !== undefined ? [token.value] : [];
    options.set(token.name, spec.multiple ? [...(options.get(token.name) ?? []), ...value] : value);
  }
  return { kind: 'arguments', positionals, options };
}

function unknownOption(given: string, specs: OptionSpecs): UsageError {
  return unknownWord(
    'option',
    given,
    Object.keys(specs)
      .filter((name) => specs[name]?.help !== undefined)
      .map((name) => `--${name}`),
  );
}

function findFault(name: string, value: string | undefined, inline: boolean, spec: OptionSpec): string | undefined {
  if (spec.type === 'boolean')
    return value === undefined ? undefined : `\`${name}\` takes no value, and \`${value}\` was given.`;
  const what = spec.value ?? 'value';
  if (value === undefined || value === '') return `\`${name}\` needs a value: \`${name} ${what}\`.`;
  // `--output --quiet` is a forgotten value; a file of such a name can be given as `--output=--quiet`.
  if (!inline && value.startsWith('-') && value !== '-') {
    return `\`${name}\` needs a value (\`${name} ${what}\`), and the option \`${value}\` follows.`;
  }
  return undefined;
}
