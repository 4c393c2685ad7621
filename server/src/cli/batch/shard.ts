import type { FileToCheck } from '../../host/findFiles';
import type { UsageError } from '../usageError';
import { usageError } from '../usageError';

/** One part of the files; `index` is counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Reads `2/4`. */
export function readShard(given: string | undefined): Shard | UsageError | undefined {
  if (given === undefined) return undefined;
  const [, index, of] = /^(\d+)\/(\d+)$/.exec(given)?.map(Number) ?? [];
  if (index && of && index <= of) return { index, of };
  return usageError(`\`--shard\` takes a part and the number of parts, such as 2/4, and \`${given}\` was given.`);
}

/** Every n-th file: neighbours, which are often alike in size, go to different parts. */
export function takeShard(files: readonly FileToCheck[], shard: Shard | undefined): readonly FileToCheck[] {
  return shard ? files.filter((_file, at) => at % shard.of === shard.index - 1) : files;
}
