import { zipSync } from 'fflate';
import { hashText } from '../../host/nodeHash';
import type { FetchedPack } from '../packStore/fetchPack';
import type { PackManifest } from './manifest';
import { MANIFEST_NAME } from './manifest';

/**
 * Makes the archive of a pack. The same content gives the same bytes on every machine: files in order of their names, with `\n` at line ends, no times,
 * no modes of files.
 */
export function buildArchive(fetched: FetchedPack): { readonly bytes: Uint8Array; readonly manifest: PackManifest } {
  const files = [...fetched.files]
    .map(({ path, text }) => ({ path, text: text.replace(/\r\n?/g, '\n') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const { id, version, engine, extends: bases = [] } = fetched.loaded.pack;
  const manifest: PackManifest = {
    manifestVersion: 1,
    id,
    version,
    engine,
    extends: bases,
    integrity: fetched.integrity,
    files: files.map(({ path, text }) => ({ path, integrity: hashText(text) })),
  };
  const entries = [{ path: MANIFEST_NAME, text: `${JSON.stringify(manifest, null, 2)}\n` }, ...files];
  const bytes = zipSync(Object.fromEntries(entries.map(({ path, text }) => [path, new TextEncoder().encode(text)])), {
    level: 9,
    // The earliest time that a zip can hold, in local time as the format has it: nothing of when or where it was built.
    mtime: new Date(1980, 0, 1),
    os: 0,
    attrs: 0,
  });
  return { bytes, manifest };
}
