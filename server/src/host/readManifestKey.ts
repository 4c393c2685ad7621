import { isMap } from '../packs/loadedPack';

/** The value of one key of a `package.json`; undefined for what is no JSON. */
export function readManifestKey(json: string, key: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return isMap(value) ? value[key] : undefined;
  } catch {
    return undefined;
  }
}
