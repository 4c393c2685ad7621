import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createNodeBatchHost } from '../../server/src/cli/node/nodeBatchHost';
import { run } from '../../server/src/cli/run';
import { nodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { createNodeServerHost } from '../../server/src/node/nodeServerHost';
import { startClient } from './support/testClient';

const RULES = resolve('rules');
const EXAMPLES = resolve('examples');

interface Reported {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly question?: string;
  readonly fingerprint: string;
  readonly waivedBy?: unknown;
  readonly range: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
}

/** What the command line says of a file. */
async function check(path: string): Promise<readonly Reported[]> {
  let output = '';
  const stream = (write: (text: string) => void) => ({ write: async (text: string) => write(text), isTerminal: false });
  await run(['check', path, '--format', 'json'], {
    fileSystem: nodeFileSystem,
    cwd: EXAMPLES,
    rulesFolder: RULES,
    batch: createNodeBatchHost(resolve('dist')),
    env: {},
    output: stream((text) => {
      output += text;
    }),
    messages: stream(() => {}),
    readInput: async () => new Uint8Array(),
    today: () => new Date().toLocaleDateString('sv-SE'),
    milliseconds: () => 0,
  } as Parameters<typeof run>[1]);
  const report = JSON.parse(output) as { documents: { findings: Reported[] }[] };
  return report.documents.flatMap((document) => document.findings);
}

describe('command line and language server', () => {
  for (const name of readdirSync(EXAMPLES).filter((file) => file.endsWith('.md') && file !== 'README.md')) {
    it(`give the same findings on ${name}`, async () => {
      const path = join(EXAMPLES, name);
      const uri = pathToFileURL(path).href;
      const client = await startClient(createNodeServerHost({ rulesFolder: RULES }), {
        folders: [pathToFileURL(EXAMPLES).href],
        settings: { maxDiagnostics: 100_000 },
      });
      await client.open(uri, readFileSync(path, 'utf8'));
      const { items = [] } = await client.pull(uri);
      await client.stop();
      const severities = ['', 'error', 'warning', 'information', 'hint'];
      const fromServer = items.map((d) => ({
        ruleId: d.code,
        severity: severities[d.severity ?? 0],
        message: String(d.message).split('\n')[0],
        fingerprint: (d.data as { fingerprint?: string } | undefined)?.fingerprint,
        range: [d.range.start.line + 1, d.range.start.character + 1, d.range.end.line + 1, d.range.end.character + 1],
      }));
      const fromCommandLine = (await check(path))
        .filter((finding) => finding.waivedBy === undefined)
        .map(({ ruleId, severity, message, fingerprint, range: { start, end } }) => ({
          ruleId,
          severity,
          message,
          fingerprint,
          range: [start.line, start.column, end.line, end.column],
        }));
      assert.ok(/improved/.test(name) || fromCommandLine.length > 0, 'the comparison must have something to compare');
      assert.deepEqual(fromServer, fromCommandLine);
    });
  }
});
