import type { PackLoad } from '../../host/loadPacks';
import { loadPacks } from '../../host/loadPacks';
import { lastValue } from '../commands/command';
import type { Io } from '../io';
import type { PackStore } from '../packStore/openStore';
import { openStore } from '../packStore/openStore';
import type { ParsedArguments } from '../parseOptions';
import { reportPackProblems } from '../reportPackProblems';
import type { UsageError } from '../usageError';
import { usageError } from '../usageError';

/** A pack that something is to be made of. */
export interface OwnPack {
  /** As it was named: a folder; the current one without a name. */
  readonly name: string;
  readonly store: PackStore;
  /** The pack with what it extends, without an error. */
  readonly load: PackLoad;
}

/** Opens the one pack that a command was given, counted from the working folder; the exit code, after a message, when it cannot be used. */
export async function openOwnPack(args: ParsedArguments, io: Io): Promise<OwnPack | UsageError | 2> {
  const [name = '.', ...others] = args.positionals;
  if (others.length > 0) return usageError('one pack at a time.');
  const store = await openStore(lastValue(args, 'config'), io);
  if (!store) return 2;
  const sources = { ...store.sources, workingFolder: io.cwd, placeOf: undefined, replace: 'any' as const };
  const load = await loadPacks([name], sources, io.fileSystem);
  return (await reportPackProblems(load.problems, io)) ? 2 : { name, store, load };
}
