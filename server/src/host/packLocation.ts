import type { FilePlace } from '../packs/packProblem';
import type { ArchiveResult } from './archive';
import type { ContributedPack } from './contributedPacks';
import type { PrebuiltSource } from './prebuiltSource';

/** Where a pack was found. */
export interface PackLocation {
  /**
   * `built-in`: it ships. `folder`: a folder or file that was named by its path. `archive`: inside a zip or tgz. `npm`, `extension`: in a package or
   * an extension that is installed. `vendored`: the copy in the workspace that the lock names.
   */
  readonly kind: 'built-in' | 'folder' | 'archive' | 'npm' | 'extension' | 'vendored';
  /** Path of its `pack.yaml`; of one in an archive, beneath the archive's path. */
  readonly path: string;
  /** How the lock names the place: the name in the configuration, in full. */
  readonly source: string;
}

/** Where packs are looked for, and how they are hashed: the same for the command line, the server and the tests. */
export interface PackSources {
  /** The folder of the packs that ship, one folder each. */
  readonly rulesFolder: string;
  /** Paths of packs count from here. */
  readonly workingFolder: string;
  /** The folder of `inclusive-growth.lock`. Default: `workingFolder`. */
  readonly lockFolder?: string;
  /** Ids of packs that ship in whose place another pack may stand. `any`, for those who write packs: it is told, and not refused. */
  readonly replace?: readonly string[] | 'any';
  /**
   * Names of packs, counted from the folder of the lock, among which extended packs are looked for first: those of the configuration, for packs
   * that are read without it.
   */
  readonly neighbours?: readonly string[];
  /** `sha256-` and the base64 digest of a text. */
  readonly hash: (text: string) => string | Promise<string>;
  /** Where a name was written, for problems about it: an entry of the configuration, say. */
  readonly placeOf?: (name: string) => FilePlace | undefined;
  /** What the build made of the packs that ship. Without it, their YAML is read: with the same result, more slowly. */
  readonly prebuilt?: PrebuiltSource;
  /** Reads a zip or tgz. Without it, as in a browser, archives are reported and not used. */
  readonly openArchive?: (path: string) => Promise<ArchiveResult>;
  /** Packs of the VS Code extensions that are installed; asked only when a name may mean one. */
  readonly listContributed?: () => Promise<readonly ContributedPack[]>;
}
