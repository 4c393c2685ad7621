import { NPM_KEY, readInnerPath } from './contributedPacks';
import { readManifestKey } from './readManifestKey';

/** Path of the `pack.yaml` among an archive's files: where its manifest says, at the top, or in the one folder at the top. */
export function findPackInFiles(files: ReadonlyMap<string, Uint8Array>): string | undefined {
  const tops = new Set([...files.keys()].map((path) => path.split('/')[0]));
  const top = tops.size === 1 && ![...files.keys()].some((path) => !path.includes('/')) ? `${[...tops][0]}/` : '';
  const manifest = files.get(`${top}package.json`);
  const named = manifest && readInnerPath(readManifestKey(new TextDecoder().decode(manifest), NPM_KEY));
  const folders = [...(named ? [`${top}${named}/`] : []), top, ''];
  return folders.map((folder) => `${folder}pack.yaml`).find((path) => files.has(path));
}
