import type { FileSystem } from '../../host/fileSystem';
import type { FileToCheck } from '../../host/findFiles';
import { hashText } from '../../host/nodeHash';
import type { DocumentText } from '../readDocument';
import type { BatchHost } from './batchHost';
import { openUses } from './cacheUses';
import type { CheckFile, CheckResult } from './checkTask';

/** The folder of the cache, in the working folder, unless another is named. */
export const CACHE_FOLDER = '.inclusive-growth-cache';
/** Keeps the cache out of version control wherever it is. */
const IGNORE_ALL = '*\n';

/** What a cache works with. */
export interface CacheParts {
  readonly folder: string;
  readonly fs: FileSystem;
  readonly host: Pick<BatchHost, 'stamp'>;
  readonly read: (file: FileToCheck) => Promise<DocumentText>;
  /** All that decides what comes of a file besides its text. */
  readonly describe: (file: FileToCheck) => Promise<unknown>;
  readonly today: string;
}

/** What was found in texts before. */
export interface ResultCache {
  /** `check`, where it was not asked the same before. */
  readonly wrap: (check: CheckFile) => CheckFile;
  /** Writes down which files were seen as they stand now, so that the next run need not read them. */
  readonly save: () => Promise<void>;
}

interface Entry extends CheckResult {
  readonly key: string;
}

/** A file as it was last read: while its stamp is the same, so is its text. */
interface SeenFile {
  readonly stamp: string;
  readonly textHash: string;
}

/**
 * Keeps outcomes by a hash of the text and of everything else that decides them, one file each. An entry that cannot be read, or that is
 * not what it says, is as if it were not there; the folder may be deleted at any time.
 */
export async function openCache(parts: CacheParts): Promise<ResultCache> {
  const seen = await readSeen(parts);
  const uses = await openUses(parts.folder, parts.fs, parts.today, (key) => pathOf(key, parts));
  const now = new Map<string, SeenFile>();
  const wrap = (check: CheckFile): CheckFile => {
    return async (file) => {
      if (file.isInput) return check(file);
      const stamp = await parts.host.stamp(file.file);
      const known = seen.get(file.file);
      const isSame = stamp !== undefined && known?.stamp === stamp;
      const textHash = isSame ? known.textHash : await hashFile(file, parts);
      const found = textHash === undefined ? undefined : await readEntry(file, textHash, parts);
      const result = found ?? (await check(file));
      if (found) uses.note(found.key);
      else if (result.textHash !== undefined) uses.note(await writeEntry(file, result.textHash, result, parts));
      // The text was read between two looks at the stamp: if they agree, it is the text of this stamp.
      const isNew = stamp !== undefined && (!isSame || result.textHash !== textHash);
      if (isNew && result.textHash !== undefined && stamp === (await parts.host.stamp(file.file)))
        now.set(file.file, { stamp, textHash: result.textHash });
      return result;
    };
  };
  const save = async () => {
    await writeSeen(seen, now, parts);
    await uses.save();
  };
  return { wrap, save };
}

async function hashFile(file: FileToCheck, { read }: CacheParts): Promise<string | undefined> {
  const text = await read(file);
  return 'code' in text ? undefined : hashText(text.text);
}

async function keyOf(file: FileToCheck, textHash: string, { describe }: CacheParts): Promise<string> {
  return hashText(JSON.stringify([textHash, file.path, file.named, await describe(file)]));
}

async function readEntry(file: FileToCheck, textHash: string, parts: CacheParts): Promise<Entry | undefined> {
  const key = await keyOf(file, textHash, parts);
  const read = await parts.fs.readText(pathOf(key, parts), Number.POSITIVE_INFINITY);
  if (read.kind !== 'text') return undefined;
  try {
    const entry = JSON.parse(read.text) as Entry;
    if (entry.key !== key || entry.textHash !== textHash) return undefined;
    const { after, until } = entry.days ?? {};
    const isToday = (after === undefined || after < parts.today) && (until === undefined || parts.today <= until);
    return isToday ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Writes an entry; returns its key. */
async function writeEntry(
  file: FileToCheck,
  textHash: string,
  result: CheckResult,
  parts: CacheParts,
): Promise<string> {
  const key = await keyOf(file, textHash, parts);
  await parts.fs.writeText(pathOf(key, parts), JSON.stringify({ key, ...result } satisfies Entry), 'replace');
  return key;
}

/** Base64 has `/` and `+`; names of files that differ in case only are one file on some systems, and so are hexadecimal. */
function pathOf(key: string, { fs, folder }: CacheParts): string {
  const name = Array.from(atob(key.slice('sha256-'.length)), (c) => c.charCodeAt(0).toString(16).padStart(2, '0'));
  return fs.resolve(folder, name[0] ?? '', `${name.slice(1).join('')}.json`);
}

async function readSeen({ fs, folder }: CacheParts): Promise<ReadonlyMap<string, SeenFile>> {
  const read = await fs.readText(fs.resolve(folder, 'files.json'), Number.POSITIVE_INFINITY);
  try {
    return new Map(read.kind === 'text' ? (JSON.parse(read.text) as [string, SeenFile][]) : []);
  } catch {
    return new Map();
  }
}

async function writeSeen(
  seen: ReadonlyMap<string, SeenFile>,
  now: ReadonlyMap<string, SeenFile>,
  { fs, folder }: CacheParts,
): Promise<void> {
  await fs.writeText(fs.resolve(folder, '.gitignore'), IGNORE_ALL, 'create');
  const all = [...new Map([...seen, ...now])];
  if (JSON.stringify([...seen]) === JSON.stringify(all)) return;
  await fs.writeText(fs.resolve(folder, 'files.json'), JSON.stringify(all), 'replace');
}
