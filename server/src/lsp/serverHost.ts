import type { RuleSet, Severity } from '../core';
import type { LoadedPack } from '../packs/loadedPack';
import type { PackProblem } from '../packs/packProblem';
import type { ContributingExtension, PackLabel } from '../protocol/protocol';

/** What the entry tells the client about itself. */
export interface ServerIdentity {
  readonly name: string;
  readonly version: string;
}

/** What the language server asks of the world: everything that needs files, a clock or a timer. */
export interface ServerHost {
  /** Today as an ISO date, in the user's time zone. */
  today(): string;
  /** A clock in milliseconds that only goes forward, for durations. */
  now(): number;
  /** Runs `run` once after so many milliseconds; the function returned calls it off. */
  after(milliseconds: number, run: () => void): () => void;
  /**
   * Reads the configuration that holds in a folder and the packs that it names. Faults in files are problems in the result; a rejection
   * means that the world itself failed.
   */
  loadFolder(folder: string, options: LoadOptions): Promise<LoadedFolder>;
  /** A name for the file of a URI by which two URIs can be compared: clients and hosts do not write one file's address alike. */
  keyOf(uri: string): string;
  /** URIs of the Markdown files of a folder that are not ignored, sorted. */
  findDocuments(folder: string): Promise<readonly string[]>;
  /** Text of a file without byte-order mark. Rejects when it cannot be read. */
  readText(uri: string): Promise<string>;
  /** Packs for those who write them. */
  readonly packs: PackHost;
}

/** Text of a file as it stands in an open editor, saved or not, by the file's key. */
export type Overlay = (key: string) => string | undefined;

/** What writing packs asks of the world. */
export interface PackHost {
  /** URI of the `pack.yaml` whose pack a YAML file is part of: itself, or the nearest one above that includes it. Undefined for other YAML. */
  findPackOf(uri: string, overlay: Overlay): Promise<string | undefined>;
  /** URIs of every `pack.yaml` and every configuration below a folder, sorted. */
  findYaml(folder: string): Promise<{ readonly packs: readonly string[]; readonly configs: readonly string[] }>;
  /** Reads packs by the URIs of their `pack.yaml`, with all that they extend; on request also the examples among their tests, as packs that come last. */
  load(packFiles: readonly string[], options: PackLoadOptions): Promise<PackSet>;
  /** The URI of a path, as problems and places name files. */
  uriOf(path: string): string;
}

/** Packs that were read together. */
export interface PackSet {
  /** In dependency order. Those that cannot be read at all are not among them. */
  readonly packs: readonly LoadedPack[];
  readonly ruleSet: RuleSet;
  readonly problems: readonly LocatedProblem[];
}

/** How packs are read for those who write them. */
export type PackLoadOptions = Pick<LoadOptions, 'contributed' | 'overlay'> & { readonly tests?: boolean };

export interface LoadOptions {
  /** Packs from the editor's settings; they hold where the configuration file names none. */
  readonly packs?: readonly string[];
  /** Manifests of the client's extensions that contribute packs. */
  readonly contributed?: readonly ContributingExtension[];
  readonly overlay: Overlay;
}

/** Configuration and packs of a folder, as one immutable value. */
export interface LoadedFolder {
  /** What holds for one file. */
  resolve(uri: string): ResourceScope;
  readonly problems: readonly LocatedProblem[];
  /** Keys of every file that was read or looked for: a change in one of them calls for loading again. */
  readonly sources: readonly string[];
}

/** What holds for one file. The same packs give the same `ruleSet` object. */
export interface ResourceScope {
  readonly ruleSet: RuleSet;
  readonly packs: readonly PackLabel[];
  /** From the configuration's mapping; front matter fills in what is open. */
  readonly type?: string;
  readonly stage?: string;
  readonly severities: Readonly<Record<string, Severity>>;
  /** Never checked. */
  readonly ignored: boolean;
}

/** A fault in a pack or a configuration, and the file that it stands in. */
export interface LocatedProblem {
  readonly uri: string;
  readonly problem: PackProblem;
}
