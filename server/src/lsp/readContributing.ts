import type { ContributingExtension } from '../protocol/protocol';

/** The extensions that contribute packs, from a client's `initializationOptions` or its notification; what is not as documented is left out. */
export function readContributing(value: unknown): readonly ContributingExtension[] {
  const list: unknown = isRecord(value) ? value.contributingExtensions : value;
  return (Array.isArray(list) ? list : []).flatMap((entry: unknown): readonly ContributingExtension[] =>
    isRecord(entry) && typeof entry.folder === 'string' ? [{ folder: entry.folder, manifest: entry.manifest }] : [],
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
