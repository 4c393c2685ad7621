import type { LoadedConfig } from '../host/loadConfig';
import { loadConfig } from '../host/loadConfig';
import { lastValue } from './commands/command';
import type { Io } from './io';
import type { OpenedRules } from './openRules';
import { createRulesOpener } from './openRules';
import type { ParsedArguments } from './parseOptions';
import { reportPackProblems } from './reportPackProblems';

/** The configuration that holds, and the packs that it or `--pack` names. */
export interface Configured {
  readonly config: LoadedConfig;
  readonly rules: OpenedRules;
  /** One of them has an error, and it has been written. */
  readonly failed: boolean;
}

/** Opens what the shared options `--config` and `--pack` speak of, for commands that read packs and no documents. */
export async function openConfigured(args: ParsedArguments, io: Io): Promise<Configured> {
  const config = await loadConfig(io.cwd, io.fileSystem, lastValue(args, 'config'));
  const rules = await createRulesOpener(io, config, args.options.get('pack') ?? [])();
  const failed = await reportPackProblems([...config.problems, ...rules.problems], io);
  return { config, rules, failed };
}
