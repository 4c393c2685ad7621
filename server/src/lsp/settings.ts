import type { Connection } from 'vscode-languageserver';
import type { Severity } from '../core';
import { SETTINGS_SECTION } from '../protocol/protocol';

/** The editor's settings for one resource. */
export interface Settings {
  /** `false`: nothing is said about the file at all. */
  readonly enable: boolean;
  /** Packs where the configuration file names none. */
  readonly packs?: readonly string[];
  /** Severities by full rule id; they override those of the configuration file. */
  readonly severities: Readonly<Record<string, Severity>>;
  /** Milliseconds of quiet after a change before a document is checked again whose check takes long. */
  readonly delay: number;
  readonly codeLens: boolean;
  /** Check the documents of the workspace that are not open, too. */
  readonly workspaceDiagnostics: boolean;
  /** At most so many diagnostics for one document; the last one says how many more there are. */
  readonly maxDiagnostics: number;
}

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  severities: {},
  delay: 200,
  codeLens: false,
  workspaceDiagnostics: false,
  maxDiagnostics: 500,
};

/** Settings by resource, asked of the client once and kept until they change. */
export interface SettingsStore {
  /** Those of a resource; without one, those of the window. */
  of(uri?: string): Promise<Settings>;
  /** Forgets what is known. `pushed` are the settings that a client sent which cannot be asked. */
  clear(pushed?: unknown): void;
  /** Goes up whenever settings may have changed. */
  readonly revision: number;
}

/** Builds the store. A client that cannot be asked gives its settings with `initialize` and with each change. */
export function createSettings(connection: Connection, canAsk: boolean, initial: unknown): SettingsStore {
  const known = new Map<string, Promise<Settings>>();
  let pushed = readSettings(sectionOf(initial));
  let revision = 0;
  return {
    get revision() {
      return revision;
    },
    of(uri) {
      if (!canAsk) return Promise.resolve(pushed);
      const key = uri ?? '';
      const asked =
        known.get(key) ??
        connection.workspace
          .getConfiguration({ scopeUri: uri, section: SETTINGS_SECTION })
          .then(readSettings, () => pushed);
      known.set(key, asked);
      return asked;
    },
    clear(settings) {
      known.clear();
      if (settings !== undefined && settings !== null) pushed = readSettings(sectionOf(settings));
      revision++;
    },
  };
}

/** Reads what a client sent; anything of the wrong kind falls back to its default. */
export function readSettings(value: unknown): Settings {
  const given = isRecord(value) ? value : {};
  const flag = (key: keyof Settings, fallback: boolean) => (typeof given[key] === 'boolean' ? given[key] : fallback);
  const count = (key: keyof Settings, fallback: number) =>
    typeof given[key] === 'number' && given[key] >= 0 ? given[key] : fallback;
  const packs = Array.isArray(given.packs) ? given.packs.filter((name) => typeof name === 'string') : [];
  return {
    enable: flag('enable', DEFAULT_SETTINGS.enable),
    packs: packs.length > 0 ? packs : undefined,
    severities: readSeverities(given.severities),
    delay: count('delay', DEFAULT_SETTINGS.delay),
    codeLens: flag('codeLens', DEFAULT_SETTINGS.codeLens),
    workspaceDiagnostics: flag('workspaceDiagnostics', DEFAULT_SETTINGS.workspaceDiagnostics),
    maxDiagnostics: Math.max(1, count('maxDiagnostics', DEFAULT_SETTINGS.maxDiagnostics)),
  };
}

function readSeverities(value: unknown): Readonly<Record<string, Severity>> {
  return Object.fromEntries(
    Object.entries(isRecord(value) ? value : {}).flatMap(([id, s]) => (isSeverity(s) ? [[id, s] as const] : [])),
  );
}

function isSeverity(value: unknown): value is Severity {
  return value === 'error' || value === 'warning' || value === 'information' || value === 'hint' || value === 'off';
}

/** Settings may come wrapped in the name of their section. */
function sectionOf(value: unknown): unknown {
  return isRecord(value) && isRecord(value[SETTINGS_SECTION]) ? value[SETTINGS_SECTION] : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
