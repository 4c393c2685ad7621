/** Name of the file in an archive that says what is in it. */
export const MANIFEST_NAME = 'manifest.json';

/** What the manifest says of a pack. */
export interface PackManifest {
  readonly manifestVersion: 1;
  readonly id: string;
  readonly version: string;
  readonly engine: string;
  readonly extends: readonly string[];
  /** Of the pack's content, as the lock has it: the same for the folder, the zip and the tgz. */
  readonly integrity: string;
  readonly files: readonly { readonly path: string; readonly integrity: string }[];
}
