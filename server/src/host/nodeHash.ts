import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8, written as in subresource integrity: `sha256-` and base64. */
export function hashText(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
