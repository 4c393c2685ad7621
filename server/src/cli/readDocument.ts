import { decodeText } from '../host/decodeText';
import { type FileSystem, megabytes, type ReadResult } from '../host/fileSystem';
import type { FileToCheck } from '../host/findFiles';
import type { RunProblem } from '../report';

export const MEGABYTE = 1024 * 1024;
/**
 * Larger documents are not read unless asked for: reading time grows faster than size, and 2 MB is some 700 pages. What is larger
 * is nearly always a converted file with its pictures inside.
 */
export const DEFAULT_LIMIT = 2 * MEGABYTE;

export type DocumentText = { readonly kind: 'text'; readonly text: string } | RunProblem;

/** Reads a document, or says why it cannot be read and what to do. */
export async function readDocument({ file, path }: FileToCheck, fs: FileSystem, limit: number): Promise<DocumentText> {
  const read = await fs.readText(file, limit);
  return read.kind === 'text' ? read : describeFault(read, path);
}

/** The same for what came through standard input. */
export function readBytes(bytes: Uint8Array, path: string, limit: number): DocumentText {
  const read: ReadResult = bytes.length > limit ? { kind: 'too-large', bytes: bytes.length, limit } : decodeText(bytes);
  return read.kind === 'text' ? read : describeFault(read, path);
}

function describeFault(read: Exclude<ReadResult, { kind: 'text' }>, path: string): RunProblem {
  return { code: read.kind, severity: 'error', path, message: explain(read, path) };
}

function explain(read: Exclude<ReadResult, { kind: 'text' }>, path: string): string {
  switch (read.kind) {
    case 'missing':
      return 'there is no such file any more.';
    case 'directory':
      return 'this is a folder; a file is expected.';
    case 'unreadable':
      return `the file cannot be read (${read.reason}). Check that it is not open elsewhere and that you may read it.`;
    case 'binary':
      return explainBinary(path);
    case 'not-utf8':
      return `this is not UTF-8 text${read.encoding ? ` but ${read.encoding}` : ''}, so its words cannot be relied on. Save it as UTF-8 and check again.`;
    case 'too-large':
      return `the file is too large (${megabytes(read.bytes)}; at most ${megabytes(read.limit)} are read). Take pictures out of the text, or split it, or raise the limit: \`--max-size ${Math.ceil(read.bytes / MEGABYTE)}\`.`;
  }
}

function explainBinary(path: string): string {
  if (/\.(?:docx?|odt|rtf)$/i.test(path)) {
    return 'this is a word-processor file, not Markdown. Convert it first, for example with pandoc: `pandoc -t gfm -o paper.md paper.docx`.';
  }
  if (/\.pdf$/i.test(path))
    return 'this is a PDF, not Markdown. Ask for the file that it was made from, and convert that.';
  return 'this is not a text file. A Markdown file is expected.';
}
