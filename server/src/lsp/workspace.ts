import type { CompiledRules, RuleSet, Severity } from '../core';
import { compileRules } from '../core';
import type { ContributingExtension, PackLabel } from '../protocol/protocol';
import type { LoadedFolder, LocatedProblem, ServerHost } from './serverHost';

/** The rules that hold for one file, as a snapshot with a revision. */
export interface ResourceRules {
  readonly rules: CompiledRules;
  readonly packs: readonly PackLabel[];
  readonly type?: string;
  readonly stage?: string;
  readonly severities: Readonly<Record<string, Severity>>;
  readonly ignored: boolean;
  /** Faults in packs and configuration of the file's folder. */
  readonly problems: number;
  /** Changes whenever the folder's packs or configuration were loaded again. */
  readonly revision: number;
}

/** Rule sets by folder. The last good ones stay in use while packs or configuration are broken. */
export interface Workspace {
  readonly folders: readonly string[];
  setFolders(folders: readonly string[]): void;
  /** Extensions of the client that contribute packs. */
  readonly contributed: readonly ContributingExtension[];
  /** Says which they are; holds from the next load on. */
  setContributed(extensions: readonly ContributingExtension[]): void;
  /** The rules for a file; loads its folder when that is needed. Rejects only when the folder never could be loaded. */
  rulesOf(uri: string, packs: readonly string[] | undefined): Promise<ResourceRules>;
  /** True when a loaded folder depends on the file. */
  dependsOn(uri: string): boolean;
  /** Loads every folder again that depends on one of the files, or all folders when none is given. Resolves when that is done. */
  reload(uris?: readonly string[]): Promise<void>;
  /** Problems of every loaded folder. */
  problems(): readonly LocatedProblem[];
}

interface FolderState {
  readonly folder: string;
  readonly packs: readonly string[] | undefined;
  /** What is in use. */
  good?: LoadedFolder;
  /** The problems and sources of the latest load, good or not. */
  latest?: LoadedFolder;
  revision: number;
  loading: Promise<void>;
}

const CONFIG_FILE = '.inclusive-growth.yaml';

/** Builds the workspace. `changed` is called after each load with the folder; `failed` with what the host could not do. */
export function createWorkspace(
  host: ServerHost,
  overlay: (key: string) => string | undefined,
  changed: (folder: string) => void,
  failed: (folder: string, error: unknown) => void,
): Workspace {
  let folders: readonly string[] = [];
  let contributed: readonly ContributingExtension[] = [];
  let revisions = 0;
  const states = new Map<string, FolderState>();
  const compiled = new WeakMap<RuleSet, CompiledRules>();
  const compile = (ruleSet: RuleSet) => {
    const rules = compiled.get(ruleSet) ?? compileRules(ruleSet);
    compiled.set(ruleSet, rules);
    return rules;
  };

  const load = async (state: FolderState): Promise<void> => {
    try {
      const loaded = await host.loadFolder(state.folder, { packs: state.packs, overlay, contributed });
      const broken = loaded.problems.some(({ problem }) => problem.severity === 'error');
      if (!broken || state.good === undefined) state.good = loaded;
      state.latest = loaded;
    } catch (error) {
      failed(state.folder, error);
    }
    state.revision = ++revisions;
  };
  const stateOf = (folder: string, packs: readonly string[] | undefined): FolderState => {
    const key = JSON.stringify([folder, packs]);
    const known = states.get(key);
    if (known) return known;
    const state: FolderState = { folder, packs, revision: 0, loading: Promise.resolve() };
    states.set(key, state);
    state.loading = load(state).then(() => changed(folder));
    return state;
  };
  const isAffected = (state: FolderState, uris: readonly string[]) => {
    const hasProblems = (state.latest?.problems.length ?? 0) > 0 || state.good === undefined;
    return uris.some((uri) => {
      if (state.latest?.sources.includes(host.keyOf(uri))) return true;
      // A file that was not there before: a configuration, or the pack that a broken one asks for.
      return (
        uri.startsWith(state.folder) &&
        (uri.endsWith(`/${CONFIG_FILE}`) || (hasProblems && /\.(?:ya?ml|zip|tgz|lock)$/.test(uri)))
      );
    });
  };

  return {
    get folders() {
      return folders;
    },
    setFolders(uris) {
      folders = uris;
      for (const [key, state] of states) if (!uris.includes(state.folder)) states.delete(key);
    },
    get contributed() {
      return contributed;
    },
    setContributed(extensions) {
      contributed = extensions;
    },
    async rulesOf(uri, packs) {
      const state = stateOf(findFolder(uri, folders), packs);
      // A load that was started while this one ran is waited for as well.
      for (let waited: Promise<void> | undefined; waited !== state.loading; ) {
        waited = state.loading;
        await waited;
      }
      if (!state.good) throw new Error('packs and configuration could not be loaded');
      const scope = state.good.resolve(uri);
      const { type, stage, severities, ignored } = scope;
      const problems = state.latest?.problems.length ?? 0;
      return {
        rules: compile(scope.ruleSet),
        packs: scope.packs,
        type,
        stage,
        severities,
        ignored,
        problems,
        revision: state.revision,
      };
    },
    dependsOn(uri) {
      return [...states.values()].some((state) => isAffected(state, [uri]));
    },
    async reload(uris) {
      const affected = [...states.values()].filter((state) => uris === undefined || isAffected(state, uris));
      for (const state of affected)
        state.loading = state.loading.then(() => load(state)).then(() => changed(state.folder));
      await Promise.all(affected.map((state) => state.loading));
    },
    problems() {
      return [...states.values()].flatMap((state) => state.latest?.problems ?? []);
    },
  };
}

/** The innermost workspace folder that holds the file; for a file outside all of them, the folder that it lies in. */
export function findFolder(uri: string, folders: readonly string[]): string {
  const holding = folders.filter((folder) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`));
  const innermost = [...holding].sort((a, b) => b.length - a.length)[0];
  return innermost ?? uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));
}

/** Folder URIs come with and without a slash at the end. */
export function trimSlash(uri: string): string {
  return uri.endsWith('/') && !uri.endsWith('//') ? uri.slice(0, -1) : uri;
}
