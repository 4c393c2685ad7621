import { isMap } from '../packs/loadedPack';

/** A pack that an installed VS Code extension contributes. */
export interface ContributedPack {
  /** The extension's id: `publisher.name`. */
  readonly extension: string;
  /** The pack's id, as the extension's manifest says. */
  readonly id: string;
  /** The pack's folder within the extension, with `/`: `packs/walsall`. */
  readonly path: string;
  /** The extension's folder. */
  readonly folder: string;
}

/** Key of an extension's `contributes` under which its packs stand: `[{ "id": "walsall", "path": "./packs/walsall" }]`. */
export const CONTRIBUTION_POINT = 'inclusiveGrowthPacks';

/** Key of an npm package's manifest that names the folder of its pack: `"./pack"`. */
export const NPM_KEY = 'inclusiveGrowthPack';

/** Reads what the manifest of an extension contributes. Entries that are not as documented are left out: the extension is not the user's to mend. */
export function readContributions(folder: string, manifest: unknown): readonly ContributedPack[] {
  if (!isMap(manifest) || typeof manifest.publisher !== 'string' || typeof manifest.name !== 'string') return [];
  const extension = `${manifest.publisher}.${manifest.name}`.toLowerCase();
  const points = isMap(manifest.contributes) ? manifest.contributes[CONTRIBUTION_POINT] : undefined;
  return (Array.isArray(points) ? points : []).flatMap((point): readonly ContributedPack[] => {
    const path = isMap(point) ? readInnerPath(point.path) : undefined;
    return path === undefined || typeof point.id !== 'string' ? [] : [{ extension, id: point.id, path, folder }];
  });
}

/** Reads what several extensions contribute. */
export function readAllContributions(
  extensions: readonly { readonly folder: string; readonly manifest?: unknown }[] = [],
): readonly ContributedPack[] {
  return extensions.flatMap(({ folder, manifest }) => readContributions(folder, manifest));
}

/** A path that a manifest gives, without `./`; undefined for what is no path or leads out of the manifest's folder. */
export function readInnerPath(path: unknown): string | undefined {
  if (typeof path !== 'string' || /^[/\\]|^[A-Za-z]:|\\/.test(path)) return undefined;
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  return steps.includes('..') ? undefined : steps.join('/');
}
