import type { ReadResult } from './fileSystem';

/** So much of a file is looked at to tell whether it is text. */
const SAMPLE = 8192;

/** Decodes UTF-8 strictly: a wrong byte means another encoding, never a silent replacement character. */
export function decodeText(bytes: Uint8Array): ReadResult {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { kind: 'not-utf8', encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { kind: 'not-utf8', encoding: 'UTF-16' };
  if (bytes.subarray(0, SAMPLE).includes(0)) return { kind: 'binary' };
  try {
    // The decoder takes the byte-order mark away.
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'not-utf8' };
  }
}
