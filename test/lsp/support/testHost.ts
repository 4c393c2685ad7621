import type { RuleSet } from '../../../server/src/core';
import type { LoadedFolder, LocatedProblem, ServerHost } from '../../../server/src/lsp/serverHost';

/** A world in memory. Timers fire at once when asked for 0 ms, else when the test says so. */
export interface TestHost extends ServerHost {
  /** Fires every timer that waits. */
  tick(): void;
  readonly timers: number;
  ruleSet: RuleSet;
  problems: readonly LocatedProblem[];
  /** Files of the workspace by URI. */
  readonly files: Map<string, string>;
  /** Holds every load of packs until it resolves. */
  gate: Promise<void>;
  loads: number;
  /** Milliseconds that pass whenever somebody looks at the clock: from 10 on, every step of work takes a slice of its own. */
  slowness: number;
  /** How often somebody looked at the clock: once for every step of work, and a little more. */
  looks: number;
}

export const CONFIG_URI = 'file:///papers/.inclusive-growth.yaml';
export const PACK_URI = 'file:///papers/packs/pack.yaml';

export function createTestHost(ruleSet: RuleSet): TestHost {
  const waiting = new Set<() => void>();
  let time = 0;
  const host: TestHost = {
    ruleSet,
    slowness: 0,
    looks: 0,
    problems: [],
    files: new Map(),
    gate: Promise.resolve(),
    loads: 0,
    get timers() {
      return waiting.size;
    },
    tick() {
      const due = [...waiting];
      waiting.clear();
      for (const run of due) run();
    },
    today: () => '2026-11-23',
    now() {
      host.looks++;
      time += host.slowness;
      return time;
    },
    after(milliseconds, run) {
      if (milliseconds === 0) {
        const handle = setImmediate(run);
        return () => clearImmediate(handle);
      }
      waiting.add(run);
      return () => waiting.delete(run);
    },
    keyOf: (uri) => decodeURIComponent(uri),
    async loadFolder(): Promise<LoadedFolder> {
      host.loads++;
      const { ruleSet: rules, problems } = host;
      await host.gate;
      const packs = rules.packs.map(({ id, version, title }) => ({
        id,
        version,
        title,
        integrity: 'sha256-of-a-test',
      }));
      return {
        resolve: (uri) => ({ ruleSet: rules, packs, severities: {}, ignored: uri.endsWith('/ignored.md') }),
        problems,
        sources: [CONFIG_URI, PACK_URI],
      };
    },
    findDocuments: async (folder) => [...host.files.keys()].filter((uri) => uri.startsWith(folder)).sort(),
    async readText(uri) {
      const text = host.files.get(uri);
      if (text === undefined) throw new Error('no such file');
      return text;
    },
    // Packs are written in tests with files on disk: see packAuthoring.test.ts.
    packs: {
      findPackOf: async () => undefined,
      findYaml: async () => ({ packs: [], configs: [] }),
      load: async () => ({ packs: [], ruleSet: host.ruleSet, problems: [] }),
      uriOf: (path) => path,
    },
  };
  return host;
}
