import { megabytes } from './fileSystem';

/** The files of an archive, by path within it with `/`, or why it cannot be used. */
export type ArchiveResult =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> }
  /** `reason` follows the archive's path and a colon. */
  | { readonly kind: 'refused'; readonly reason: string };

/** One entry as an archive announces it. */
export interface ArchiveEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes when unpacked, as announced. */
  readonly size: number;
  /** Bytes as packed; undefined where entries are not packed one by one. */
  readonly packed?: number;
}

/** Far more than any pack written by people, far less than what would fill a disk or a memory. */
export const ARCHIVE_LIMITS = {
  bytes: 4 * 1024 * 1024,
  entries: 500,
  entryBytes: 2 * 1024 * 1024,
  unpackedBytes: 16 * 1024 * 1024,
  /** Text shrinks to a third or a tenth; only an archive made to explode goes beyond. */
  ratio: 100,
  /** Below this size a high ratio is harmless, and empty lines have one. */
  ratioFrom: 64 * 1024,
  pathCharacters: 200,
  depth: 10,
} as const;

/** Judges entries one after another, before anything of them is unpacked. Gives the reason for refusing the archive, or undefined. */
export function createEntryJudge(): (entry: ArchiveEntry) => string | undefined {
  const seen = new Set<string>();
  let entries = 0;
  let total = 0;
  return (entry) => {
    entries++;
    total += entry.size;
    const fault = findPathFault(entry.path) ?? findSizeFault(entry);
    if (fault) return `the entry \`${shorten(entry.path)}\` ${fault}`;
    if (entry.kind === 'link') return `the entry \`${shorten(entry.path)}\` is a link: a pack holds files only`;
    if (entry.kind === 'other') return `the entry \`${shorten(entry.path)}\` is neither a file nor a folder`;
    if (entries > ARCHIVE_LIMITS.entries) return `it holds more than ${ARCHIVE_LIMITS.entries} entries`;
    if (total > ARCHIVE_LIMITS.unpackedBytes)
      return `it unpacks to more than ${megabytes(ARCHIVE_LIMITS.unpackedBytes)}`;
    // Two names that differ in case alone are one file on many disks.
    const key = entry.path.replace(/\/$/, '').toLowerCase();
    if (entry.kind === 'file' && seen.has(key)) return `the entry \`${shorten(entry.path)}\` is there twice`;
    seen.add(key);
    return undefined;
  };
}

/** Why a path could lead out of the folder that it is unpacked into, or could not be written on some system. */
function findPathFault(path: string): string | undefined {
  const steps = path.replace(/\/$/, '').split('/');
  if (path === '' || path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'has a path that does not begin here';
  if (steps.includes('..')) return 'would be written outside its folder (`..`)';
  if (steps.some((step) => step === '' || step === '.')) return 'has a path with an empty step';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused.
  if (/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\\<>:"|?*]/.test(path))
    return 'has a character in its path that not every system can write';
  if (path.length > ARCHIVE_LIMITS.pathCharacters || steps.length > ARCHIVE_LIMITS.depth)
    return `has a path of more than ${ARCHIVE_LIMITS.pathCharacters} characters or ${ARCHIVE_LIMITS.depth} steps`;
  return undefined;
}

function findSizeFault({ size, packed }: ArchiveEntry): string | undefined {
  if (!Number.isSafeInteger(size) || size < 0) return 'does not say how large it is';
  if (size > ARCHIVE_LIMITS.entryBytes) return `unpacks to more than ${megabytes(ARCHIVE_LIMITS.entryBytes)}`;
  if (packed !== undefined && size > ARCHIVE_LIMITS.ratioFrom && size > packed * ARCHIVE_LIMITS.ratio)
    return `unpacks to more than ${ARCHIVE_LIMITS.ratio} times its size`;
  return undefined;
}

/** Names in archives are a stranger's words: cut, and without what could move a cursor. */
function shorten(path: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const plain = path.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069`]/g, '?');
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}
