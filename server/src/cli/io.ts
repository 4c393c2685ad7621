import type { ContributedPack } from '../host/contributedPacks';
import type { FileSystem } from '../host/fileSystem';
import type { DownloadResult } from '../host/nodeDownload';
import type { PrebuiltSource } from '../host/prebuiltSource';
import type { BatchHost } from './batch/batchHost';

/** Folders that are watched: yields after each change below one of them, and ends when the loop over it is left. */
export interface FolderWatch extends AsyncIterable<void> {
  /** Watches further ones as well. */
  add(folders: readonly string[]): void;
}

/** The world as the command line sees it, so that a run can be tested without a process. */
export interface Io {
  readonly fileSystem: FileSystem;
  /** A path with all links followed, so that a folder is known again. */
  readonly realPath: (path: string) => Promise<string>;
  /** Working folder: paths in arguments count from it. */
  readonly cwd: string;
  /** The packs that ship, one folder each. */
  readonly rulesFolder: string;
  /** What the build made of them. */
  readonly prebuilt?: PrebuiltSource;
  /** Packs of the VS Code extensions that are installed. Absent: none are looked for. */
  readonly listContributed?: () => Promise<readonly ContributedPack[]>;
  /** Fetches an address; only `pack add` and `pack update` do. Absent: nothing can be fetched. */
  readonly download?: (address: string) => Promise<DownloadResult>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: OutputStream;
  readonly messages: OutputStream;
  /** All of standard input. */
  readonly readInput: () => Promise<Uint8Array>;
  /** Watches folders from the moment of the call. */
  readonly watchFolders: (folders: readonly string[]) => FolderWatch;
  /** For checking many files. */
  readonly batch: BatchHost;
  /** Today as an ISO date: `2026-11-23`. */
  readonly today: () => string;
  /** A clock that only goes forward, for durations. */
  readonly milliseconds: () => number;
}

/** Standard output, or standard error. */
export interface OutputStream {
  /** Resolves once the text is handed over, so that nothing is cut off at the end. */
  readonly write: (text: string) => Promise<void>;
  readonly isTerminal: boolean;
  /** Of a terminal, where it says so. */
  readonly columns?: number;
}
