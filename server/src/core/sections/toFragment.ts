/** The fragment that renderers make of a heading, and that the engine follows: `Case for change` gives `case-for-change`. */
export function toFragment(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
