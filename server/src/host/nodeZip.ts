import type { Entry, ZipFile } from 'yauzl';
import { fromBuffer } from 'yauzl';
import type { ArchiveResult } from './archive';
import { createEntryJudge } from './archive';

/** `S_IFMT` and `S_IFLNK` of the file modes that Unix programs keep in the upper half of an entry's attributes. */
const FILE_TYPE = 0o170000;
const LINK = 0o120000;
const ENCRYPTED = 1;

/** Unpacks a zip into memory. Entries are judged before they are unpacked; yauzl sees to it that none unpacks to more than it announced. */
export async function readZip(bytes: Buffer): Promise<ArchiveResult> {
  const files = new Map<string, Uint8Array>();
  const judge = createEntryJudge();
  try {
    const zip = await open(bytes);
    for (;;) {
      const entry = await nextEntry(zip);
      if (!entry) return { kind: 'files', files };
      const path = entry.fileName;
      const kind = kindOf(entry);
      const fault = judge({ path, kind, size: entry.uncompressedSize, packed: entry.compressedSize });
      if (fault !== undefined) return { kind: 'refused', reason: fault };
      if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
        return { kind: 'refused', reason: 'it is protected by a password' };
      if (kind === 'file') files.set(path, await unpack(zip, entry));
    }
  } catch (error) {
    return { kind: 'refused', reason: `it is not a sound zip file (${words(error)})` };
  }
}

function kindOf(entry: Entry): 'file' | 'folder' | 'link' {
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === LINK) return 'link';
  return entry.fileName.endsWith('/') ? 'folder' : 'file';
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: false, autoClose: false };
    fromBuffer(bytes, options, (error, zip) => (error || !zip ? reject(error) : resolve(zip)));
  });
}

/** Resolves with undefined after the last entry. */
function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    zip.removeAllListeners();
    zip.once('entry', resolve);
    zip.once('end', () => resolve(undefined));
    zip.once('error', reject);
    zip.readEntry();
  });
}

function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => resolve(Buffer.concat(chunks)));
      stream.once('error', reject);
    });
  });
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
