import { gunzipSync } from 'node:zlib';
import type { ReadEntry } from 'tar';
import { Parser } from 'tar';
import type { ArchiveEntry, ArchiveResult } from './archive';
import { ARCHIVE_LIMITS, createEntryJudge } from './archive';

/** Unpacks a gzipped tar, such as an npm package, into memory. Never more is unpacked than the limits allow. */
export async function readTar(bytes: Buffer): Promise<ArchiveResult> {
  const tar = gunzip(bytes);
  if (typeof tar === 'string') return { kind: 'refused', reason: tar };
  const files = new Map<string, Uint8Array>();
  const judge = createEntryJudge();
  let fault: string | undefined;
  const take = (entry: ReadEntry) => {
    const kind = kindOf(entry.type);
    fault ??= judge({ path: entry.path, kind, size: entry.size });
    if (fault !== undefined || kind !== 'file') return entry.resume();
    const chunks: Buffer[] = [];
    entry.on('data', (chunk: Buffer) => chunks.push(chunk));
    entry.once('end', () => files.set(entry.path, Buffer.concat(chunks)));
    return entry;
  };
  try {
    await parse(tar, take);
  } catch (error) {
    return {
      kind: 'refused',
      reason: `it is not a sound tar file (${error instanceof Error ? error.message : error})`,
    };
  }
  return fault === undefined ? { kind: 'files', files } : { kind: 'refused', reason: fault };
}

/** The tar inside, or why it cannot be had. */
function gunzip(bytes: Buffer): Buffer | string {
  const most = Math.min(
    ARCHIVE_LIMITS.unpackedBytes,
    Math.max(ARCHIVE_LIMITS.ratioFrom, bytes.length * ARCHIVE_LIMITS.ratio),
  );
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge
      ? `it unpacks to more than ${ARCHIVE_LIMITS.unpackedBytes / 1024 / 1024} MB, or to more than ${ARCHIVE_LIMITS.ratio} times its size`
      : 'it is not a sound gzip file';
  }
}

function parse(tar: Buffer, onReadEntry: (entry: ReadEntry) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const parser = new Parser({ strict: true, onReadEntry });
    parser.on('error', reject);
    parser.on('end', () => resolve());
    parser.end(tar);
  });
}

function kindOf(type: string): ArchiveEntry['kind'] {
  if (type === 'File' || type === 'OldFile' || type === 'ContiguousFile') return 'file';
  if (type === 'Directory' || type === 'GNUDumpDir') return 'folder';
  return type === 'SymbolicLink' || type === 'Link' ? 'link' : 'other';
}
