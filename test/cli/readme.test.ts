import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createNodeBatchHost } from '../../server/src/cli/node/nodeBatchHost';
import { run } from '../../server/src/cli/run';
import { nodeFileSystem } from '../../server/src/host/nodeFileSystem';

/** What the command line prints for these arguments, run from the root of the repository. */
async function print(args: readonly string[]): Promise<string> {
  let printed = '';
  const write = async (text: string) => {
    printed += text;
  };
  const stream = { write, isTerminal: false };
  await run(args, {
    fileSystem: nodeFileSystem,
    realPath: async (path) => path,
    cwd: process.cwd(),
    rulesFolder: resolve('rules'),
    batch: createNodeBatchHost(resolve('dist')),
    env: {},
    output: stream,
    messages: stream,
    readInput: async () => new Uint8Array(),
    watchFolders: () => ({ add() {}, async *[Symbol.asyncIterator]() {} }),
    today: () => '2026-11-23',
    milliseconds: () => 0,
  });
  return printed;
}

describe('README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const blocks = [...readme.matchAll(/```\n([\s\S]*?)```/g)].map((match) => match[1]?.trimEnd() ?? '');

  it('shows what the example really prints', async () => {
    const printed = await print(['check', 'examples/outline-business-case.md', '--fail-on', 'never']);
    const shown = blocks.filter((block) => /To answer:|^Coverage:/m.test(block));
    assert.equal(shown.length, 2);
    for (const block of shown) assert.ok(printed.includes(block), `no longer printed:\n${block}`);
  });

  it('names only options that exist', async () => {
    const help = await print(['check', '--help']);
    const options = [...readme.matchAll(/^\| `(--[a-z-]+)/gm)].map((match) => match[1] ?? '');
    assert.ok(options.length > 5);
    for (const option of options) assert.ok(help.includes(option), option);
  });

  it('names only commands that exist', async () => {
    for (const [, command] of readme.matchAll(/npx inclusive-growth ([a-z]+)/g)) {
      if (command !== 'lsp') assert.match(await print([command ?? '', '--help']), /^Usage: inclusive-growth/);
    }
  });
});
