/**
 * A short stable hash for recognising the same finding again: 16 hexadecimal digits from two FNV-1a runs of 32 bits with different bases
 * (parameters of Fowler, Noll and Vo). Not for secrets.
 */
export function fingerprintOf(parts: readonly string[]): string {
  const text = parts.join('\u0000');
  // Joined, since a sum of two strings keeps both: a long paper has thousands.
  return [hash(text, 0x811c9dc5), hash(text, 0x01000193 ^ 0x9e3779b9)].join('');
}

function hash(text: string, basis: number): string {
  let value = basis >>> 0;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  return value.toString(16).padStart(8, '0');
}
