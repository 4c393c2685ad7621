import { relative } from 'node:path';

/** A path as it is shown: from the working folder, with `/` on every system. */
export function showPath(path: string, cwd: string): string {
  const shown = relative(cwd, path).replaceAll('\\', '/');
  return shown === '' ? '.' : shown;
}

/** By code unit, so that the order is the same whatever the language of the machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
