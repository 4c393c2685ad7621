import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BatchHost } from '../../server/src/cli/batch/batchHost';
import type { Io } from '../../server/src/cli/io';
import { createNodeBatchHost } from '../../server/src/cli/node/nodeBatchHost';
import { run } from '../../server/src/cli/run';
import type { FileSystem } from '../../server/src/host/fileSystem';
import { nodeFileSystem } from '../../server/src/host/nodeFileSystem';

/** Packs that are small and change with the tests only. */
export const TEST_RULES = join(process.cwd(), 'test/cli/fixtures/rules');
export const SHIPPED_RULES = join(process.cwd(), 'rules');

/** The folder of the bundles that threads run. */
export const BUNDLES = join(process.cwd(), 'dist');

/** What a call of the program did. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** Files of the working folder, by path; folders are made. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string;
  /** Default: the test's own small packs. */
  readonly rulesFolder?: string;
  readonly env?: Io['env'];
  /** Takes the place of single functions of the file system. */
  readonly fileSystem?: Partial<FileSystem>;
  /** Runs as the files of the working folder change: the program sees one change after each. */
  readonly changes?: readonly ((folder: string) => void)[];
  /** Runs when the program begins to watch folders, with what it has written until then. */
  readonly watched?: (stdout: string) => void;
  /** Default: the machine's, without threads. */
  readonly batch?: BatchHost;
  readonly today?: () => string;
  /** Both streams are terminals of this width. */
  readonly terminal?: number;
  /** Fetches addresses. Default: nothing can be fetched. */
  readonly download?: Io['download'];
  readonly listContributed?: Io['listContributed'];
  /** Runs before the program, and gets the working folder. */
  readonly prepare?: (folder: string) => void;
  /** Runs after it, before the folder goes. */
  readonly inspect?: (folder: string) => void;
}

/** Runs the program in a folder of its own, which is gone afterwards. The day is always 23 November 2026, the clock stands still. */
export async function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'inclusive-growth-')));
  try {
    for (const [path, content] of Object.entries(options.files ?? {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    options.prepare?.(folder);
    const result = await runIn(folder, args, options);
    options.inspect?.(folder);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the program in a folder that is there already. */
export async function runIn(folder: string, args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  const stream = (add: (text: string) => void) => ({
    write: async (text: string) => add(text),
    isTerminal: options.terminal !== undefined,
    columns: options.terminal,
  });
  const code = await run(args, {
    fileSystem: { ...nodeFileSystem, ...options.fileSystem },
    realPath: (path) => realpath(path).catch(() => path),
    cwd: folder,
    rulesFolder: options.rulesFolder ?? TEST_RULES,
    download: options.download,
    listContributed: options.listContributed,
    env: options.env ?? {},
    output: stream((text) => {
      stdout += text;
    }),
    messages: stream((text) => {
      stderr += text;
    }),
    readInput: async () => Buffer.from(options.input ?? ''),
    watchFolders: () => {
      options.watched?.(stdout);
      return {
        add() {},
        async *[Symbol.asyncIterator]() {
          for (const change of options.changes ?? []) {
            change(folder);
            yield;
          }
        },
      };
    },
    batch: options.batch ?? { ...createNodeBatchHost(BUNDLES), startWorker: undefined },
    today: options.today ?? (() => '2026-11-23'),
    milliseconds: () => 0,
  });
  return { code, stdout, stderr };
}
