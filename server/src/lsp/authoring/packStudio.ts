import type { TextDocuments } from 'vscode-languageserver';
import type { CompiledRules } from '../../core';
import { compileRules, lazily } from '../../core';
import type { PackView } from '../../packs/authoring/packView';
import { buildPackView } from '../../packs/authoring/packView';
import type { PackWorld } from '../../packs/authoring/packWorld';
import { buildPackWorld } from '../../packs/authoring/packWorld';
import type { OpenDocument } from '../openDocument';
import type { LocatedProblem, Overlay, PackSet, ServerHost } from '../serverHost';
import type { Workspace } from '../workspace';

/** A pack as it stands in the open editors, alone with what it extends. */
export interface OpenPack {
  /** URI of its `pack.yaml`. */
  readonly packFile: string;
  readonly set: PackSet;
  /** Undefined while the pack cannot be read at all. */
  readonly view?: PackView;
  /** The rules of the set, compiled when they are first asked for. */
  readonly rules: () => CompiledRules;
}

/** All packs of the workspace together. */
export interface WorkspacePacks {
  readonly world: PackWorld;
  /** URIs of the configurations of the workspace. */
  readonly configs: readonly string[];
}

/** Packs that somebody is writing. Nothing is read before a pack's file is opened. */
export interface PackStudio {
  /** The pack that a YAML file is part of, as it stands now; undefined for other files. */
  open(uri: string): Promise<OpenPack | undefined>;
  /** The latest state in which the file's pack could be read: it may be older than the text. */
  lastReadable(uri: string): Promise<PackView | undefined>;
  /** Every pack of the workspace, as it stands now. */
  openWorkspace(): Promise<WorkspacePacks>;
  /** A YAML file was opened or changed: reads its pack and keeps what is wrong with it. True when it is part of one. */
  check(uri: string): Promise<boolean>;
  /** A YAML file was closed: nothing more is said of its pack once none of its files is open. */
  close(uri: string): Promise<void>;
  /** Files or extensions changed outside: reads the open packs again. */
  refresh(): Promise<void>;
  /** What is wrong with the packs that are open. */
  problems(): readonly LocatedProblem[];
}

/** Builds the studio over the open documents. */
export function createPackStudio(
  documents: TextDocuments<OpenDocument>,
  host: ServerHost,
  workspace: Pick<Workspace, 'folders' | 'contributed'>,
  overlay: Overlay,
): PackStudio {
  const packs = new Map<string, { readonly stamp: string; readonly pack: Promise<OpenPack> }>();
  const readable = new Map<string, PackView>();
  const found = new Map<string, readonly LocatedProblem[]>();
  let changes = 0;
  // Any YAML file may be part of a pack, or of one that it extends.
  const stampNow = () =>
    [
      changes,
      ...documents
        .all()
        .filter((document) => isYaml(document.uri))
        .map(({ uri, version }) => `${uri}@${version}`),
    ].join(' ');

  const read = async (packFile: string): Promise<OpenPack> => {
    const set = await host.packs.load([packFile], { overlay, contributed: workspace.contributed });
    const own = set.packs.find((pack) => host.keyOf(host.packs.uriOf(pack.path)) === host.keyOf(packFile));
    const view = own && buildPackView(set.packs, own.pack.id);
    // A file that is not valid at the moment takes its ids with it: what was known before serves better.
    if (view && !(own.incomplete && readable.has(packFile))) readable.set(packFile, view);
    return { packFile, set, view, rules: lazily(() => compileRules(set.ruleSet)) };
  };
  const open = async (uri: string): Promise<OpenPack | undefined> => {
    const packFile = isYaml(uri) ? await host.packs.findPackOf(uri, overlay) : undefined;
    if (packFile === undefined) return undefined;
    const stamp = stampNow();
    const known = packs.get(packFile);
    if (known?.stamp === stamp) return known.pack;
    const pack = read(packFile);
    packs.set(packFile, { stamp, pack });
    return pack;
  };

  return {
    open,
    async lastReadable(uri) {
      const packFile = await host.packs.findPackOf(uri, overlay);
      if (packFile === undefined) return undefined;
      return readable.get(packFile) ?? (await open(uri))?.view;
    },
    async openWorkspace() {
      const files = await Promise.all(workspace.folders.map((folder) => host.packs.findYaml(folder)));
      const { packs: all } = await host.packs.load([...new Set(files.flatMap((file) => file.packs))], {
        overlay,
        contributed: workspace.contributed,
        tests: true,
      });
      return { world: buildPackWorld(all), configs: files.flatMap((file) => file.configs) };
    },
    async check(uri) {
      const pack = await open(uri);
      if (pack) found.set(pack.packFile, pack.set.problems);
      return pack !== undefined;
    },
    async close(uri) {
      const packFile = await host.packs.findPackOf(uri, overlay);
      if (packFile === undefined) return;
      const others = documents.keys().filter((open) => open !== uri && isYaml(open));
      const owners = await Promise.all(others.map((other) => host.packs.findPackOf(other, overlay)));
      if (owners.includes(packFile)) return;
      found.delete(packFile);
      packs.delete(packFile);
      readable.delete(packFile);
    },
    async refresh() {
      changes++;
      for (const packFile of [...found.keys()]) found.set(packFile, (await open(packFile))?.set.problems ?? []);
    },
    problems: () => [...found.values()].flat(),
  };
}

/** True for a file that can be part of a pack. */
export function isYaml(uri: string): boolean {
  return /\.ya?ml$/i.test(uri);
}
