import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Reads a text whose labels lie in the file `labels`. Throws when it is not the text that was labelled, of that SHA-256: lines of another would not fit. */
export function readLabelled(path: string, sha256: string, labels: string): string {
  const bytes = readFileSync(path);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`${path} is not the text that was labelled in ${labels}`);
  return bytes.toString('utf8');
}
