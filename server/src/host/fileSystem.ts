/** What came of reading a file as text. */
export type ReadResult =
  /** Decoded from UTF-8, without byte-order mark. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'directory' }
  /** No permission, or the device failed; `reason` is short and for people. */
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'binary' }
  /** Text in another encoding; `encoding` where it can be told. */
  | { readonly kind: 'not-utf8'; readonly encoding?: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number };

/** What came of writing a file. */
export type WriteResult =
  | { readonly kind: 'written' }
  /** The file was there already, and was left as it is. */
  | { readonly kind: 'exists' }
  | { readonly kind: 'unwritable'; readonly reason: string };

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
}

/** Files as the rest of the program knows them. Nothing here throws or rejects. Paths are the host's own, and are put together by its functions alone. */
export interface FileSystem {
  /** Reads a file of at most `maxBytes` (default `MAX_BYTES`). */
  readText(path: string, maxBytes?: number): Promise<ReadResult>;
  /** The content of a file that is no text; undefined where it cannot be read. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** Writes a file; `create` never overwrites. Missing folders are made. */
  writeText(path: string, text: string, mode: 'create' | 'replace'): Promise<WriteResult>;
  /** Writes a file that is no text, over one that is there. Missing folders are made. */
  writeBytes(path: string, bytes: Uint8Array): Promise<WriteResult>;
  /** Removes a file, or a folder and all in it; what is not there is removed already. False when it cannot be done. */
  remove(path: string): Promise<boolean>;
  stat(path: string): Promise<'file' | 'directory' | 'other' | 'missing'>;
  /** Entries of a folder by name; none when it is no folder or cannot be read. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** Puts a path together; an absolute later part begins anew. */
  resolve(...parts: readonly string[]): string;
  /** The folder that holds a path; of the topmost folder, itself. */
  folderOf(path: string): string;
  /** The last part of a path. */
  nameOf(path: string): string;
}

/** Larger files are not read: no paper comes near, and reading must not take minutes. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** Says why a file could not be read, to follow its path and a colon: what was found and what to do. */
export function explainRead(result: Exclude<ReadResult, { kind: 'text' }>): string {
  switch (result.kind) {
    case 'missing':
      return 'there is no such file';
    case 'directory':
      return 'this is a folder; a file is expected';
    case 'unreadable':
      return `the file cannot be read (${result.reason})`;
    case 'binary':
      return 'this is not a text file';
    case 'not-utf8':
      return `this is not UTF-8 text${result.encoding ? ` but ${result.encoding}` : ''}: save it as UTF-8`;
    case 'too-large':
      return `the file is too large: ${megabytes(result.bytes)}, and at most ${megabytes(result.limit)} are read`;
  }
}

/** `1.5 MB`, of so many bytes. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}
