import type { UsageError } from '../usageError';
import { usageError } from '../usageError';
import type { RecordsFile } from './readRecords';

/** What is wrong with a set of files that should be the parts of one run; undefined when they are. */
export function judgeShards(files: readonly RecordsFile[]): UsageError | undefined {
  const [first] = files;
  if (!first) return usageError('name the files of records to be merged.');
  const { of } = first.head.shard;
  const byIndex = new Map<number, RecordsFile>();
  for (const file of files) {
    const { shard } = file.head;
    const other = byIndex.get(shard.index);
    if (shard.of !== of)
      return usageError(
        `${first.path} is one of ${of} parts, and ${file.path} one of ${shard.of}: they are of different runs.`,
      );
    if (other) return usageError(`${other.path} and ${file.path} are both part ${shard.index} of ${of}.`);
    if (describeRun(file) !== describeRun(first))
      return usageError(
        `${first.path} and ${file.path} are of different runs: packs, options or configuration are not the same. Check all parts again.`,
      );
    byIndex.set(shard.index, file);
  }
  const missing = Array.from({ length: of }, (_, at) => at + 1).filter((index) => !byIndex.has(index));
  if (missing.length === 0) return undefined;
  return usageError(`part ${missing.join(', ')} of ${of} is missing: a report of the others would look whole.`);
}

/** All that the parts of one run have in common. */
function describeRun({ head: { shard: _shard, ...common } }: RecordsFile): string {
  return JSON.stringify(common);
}
