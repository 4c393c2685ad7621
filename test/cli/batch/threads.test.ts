import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePaper } from '../../../bench/generatePaper';
import type { BatchHost } from '../../../server/src/cli/batch/batchHost';
import { createNodeBatchHost } from '../../../server/src/cli/node/nodeBatchHost';
import { BUNDLES, runIn, SHIPPED_RULES } from '../../support/runCli';

describe('checking on several threads', () => {
  let folder = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'inclusive-growth-')));
    mkdirSync(join(folder, 'papers'));
    // From long to short, so that later files are done before earlier ones.
    for (let at = 0; at < 12; at++) {
      const text = generatePaper({ seed: at, length: at % 4 === 0 ? 20_000 : 2_000 });
      writeFileSync(join(folder, 'papers', `paper-${String(at).padStart(2, '0')}.md`), text);
    }
    writeFileSync(join(folder, 'papers', 'broken.md'), new Uint8Array([0x23, 0xff, 0xfe]));
    writeFileSync(join(folder, 'papers', 'notes.md'), '# Notes\n');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const node = createNodeBatchHost(BUNDLES);
  /** Two threads, whatever the machine and however little there is to do. */
  const threaded = (startWorker = node.startWorker): BatchHost => ({
    ...node,
    threads: 2,
    sizeOf: async () => 1_000_000,
    startWorker,
  });

  for (const format of ['json', 'html', 'pretty'] as const) {
    it(`gives the same ${format} report as one thread does`, async () => {
      const args = ['check', 'papers', '--format', format];
      const alone = await runIn(folder, args, { rulesFolder: SHIPPED_RULES });
      let started = 0;
      const batch = threaded((plan) => {
        started++;
        return (node.startWorker as NonNullable<BatchHost['startWorker']>)(plan);
      });
      const together = await runIn(folder, args, { rulesFolder: SHIPPED_RULES, batch });
      assert.equal(together.stdout, alone.stdout);
      assert.equal(together.stderr, alone.stderr);
      assert.equal(together.code, alone.code);
      assert.equal(started, 2);
    });
  }

  it('starts no thread for little text, or for what the cache knows', async () => {
    let started = 0;
    const startWorker = (): never => {
      started++;
      throw new Error('started');
    };
    await runIn(folder, ['check', 'papers'], {
      rulesFolder: SHIPPED_RULES,
      batch: { ...node, threads: 2, startWorker },
    });
    await runIn(folder, ['check', 'papers', '--cache'], { rulesFolder: SHIPPED_RULES });
    // A file that cannot be read is never kept, so it is left out here.
    rmSync(join(folder, 'papers', 'broken.md'));
    await runIn(folder, ['check', 'papers', '--cache'], { rulesFolder: SHIPPED_RULES, batch: threaded(startWorker) });
    assert.equal(started, 0);
  });

  it('tells which files a thread that died did not check, and ends with 2', async () => {
    const batch = threaded((plan) => createNodeBatchHost(join(folder, 'papers/notes.md')).startWorker?.(plan) as never);
    const { code, stderr } = await runIn(folder, ['check', 'papers'], { rulesFolder: SHIPPED_RULES, batch });
    assert.equal(code, 2);
    assert.match(stderr, /papers\/paper-11\.md: the check itself failed on this file/);
  });
});
