import type { PackFile } from '../packs/packProblem';

/** The content of a pack in a stable form, for hashing: the same on every machine, whatever the order of its files and their line ends. */
export function toStableContent(files: readonly PackFile[]): string {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return sorted.map(({ path, text }) => `${path.replaceAll('\\', '/')}\0${text.replace(/\r\n?/g, '\n')}\0`).join('');
}
