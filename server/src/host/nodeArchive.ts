import { readFile, stat } from 'node:fs/promises';
import type { ArchiveResult } from './archive';
import { ARCHIVE_LIMITS } from './archive';

/** Reads a `.zip` or `.tgz` into memory, within `ARCHIVE_LIMITS`. Never rejects, and writes nothing. */
export async function openArchive(path: string): Promise<ArchiveResult> {
  try {
    const { size } = await stat(path);
    if (size > ARCHIVE_LIMITS.bytes) return tooLarge();
    return await unpackArchive(await readFile(path));
  } catch {
    return { kind: 'refused', reason: 'the file cannot be read' };
  }
}

/** The same for bytes that are at hand; what they are is told by their first bytes, whatever their name. Few runs need what unpacks them. */
export async function unpackArchive(bytes: Buffer): Promise<ArchiveResult> {
  if (bytes.length > ARCHIVE_LIMITS.bytes) return tooLarge();
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return (await import('./nodeTar')).readTar(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return (await import('./nodeZip')).readZip(bytes);
  return { kind: 'refused', reason: 'it is neither a zip file nor a gzipped tar' };
}

function tooLarge(): ArchiveResult {
  return { kind: 'refused', reason: `it is larger than ${ARCHIVE_LIMITS.bytes / 1024 / 1024} MB` };
}
