import { strict as assert } from 'node:assert';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BatchHost } from '../../../server/src/cli/batch/batchHost';
import { createNodeBatchHost } from '../../../server/src/cli/node/nodeBatchHost';
import { nodeFileSystem } from '../../../server/src/host/nodeFileSystem';
import type { CliOptions } from '../../support/runCli';
import { BUNDLES, runIn, SHIPPED_RULES } from '../../support/runCli';

const FRONT = '---\ndocument-type: business-case\nstage: OBC\n---\n\n';
const PAPER = `${FRONT}# Tram\n\n## 2. Main benefits\n\nIt will help local people.\n`;
const WAIVED = `${PAPER}\n## 3. Procurement\n\n<!-- inclusive-growth: waive good-work because "No staff." until 2027-04-01 -->\n\nSteel.\n`;
const CACHE = '.inclusive-growth-cache';

/** A folder with papers, and a way to run `check --cache` in it that tells which files were read. */
class Desk {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'inclusive-growth-')));
  engine = 'one';
  /** Files are older than any doubt, as they mostly are. */
  settled = true;
  reads: string[] = [];

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  async check(args: readonly string[] = [], options: CliOptions = {}) {
    this.reads = [];
    const node = createNodeBatchHost(BUNDLES);
    const batch: BatchHost = {
      ...node,
      startWorker: undefined,
      engine: async () => this.engine,
      stamp: async (path) => (this.settled ? String((await nodeStamp(path)) ?? '') || undefined : undefined),
    };
    const readText = async (path: string, limit?: number) => {
      if (path.endsWith('.md')) this.reads.push(path.slice(this.folder.length + 1));
      return nodeFileSystem.readText(path, limit);
    };
    const all = { batch, fileSystem: { readText }, rulesFolder: SHIPPED_RULES, ...options };
    return runIn(this.folder, ['check', 'papers', '--cache', '--format', 'json', ...args], all);
  }

  /** Whether this call is answered as it is without a cache, and how many entries it adds. */
  async judge(args: readonly string[] = [], options: CliOptions = {}) {
    const before = this.countEntries();
    const cached = await this.check(args, options);
    const added = this.countEntries() - before;
    const plain = await runIn(this.folder, ['check', 'papers', '--format', 'json', ...args], {
      rulesFolder: SHIPPED_RULES,
      ...options,
    });
    return { isRight: cached.stdout === plain.stdout && cached.code === plain.code, added };
  }

  countEntries(): number {
    const all = readdirSync(join(this.folder, CACHE), { recursive: true, withFileTypes: true });
    return all.filter((entry) => entry.isFile() && /^[0-9a-f]{62}\.json$/.test(entry.name)).length;
  }
}

async function nodeStamp(path: string): Promise<string | undefined> {
  const { statSync } = await import('node:fs');
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && [stats.size, stats.ino, stats.mtimeNs, stats.ctimeNs].join('.');
}

describe('check --cache', () => {
  let desk = new Desk();
  beforeEach(async () => {
    desk = new Desk();
    desk.write('papers/a.md', PAPER);
    desk.write('papers/b.md', WAIVED);
    desk.write('papers/notes.md', '# Notes\n');
    await desk.check();
  });
  afterEach(() => rmSync(desk.folder, { recursive: true, force: true }));

  it('answers the second time without reading a paper', async () => {
    const { isRight, added } = await desk.judge();
    assert.deepEqual({ isRight, added, reads: desk.reads }, { isRight: true, added: 0, reads: [] });
  });

  it('reads, but does not check again, what was only touched or is too new for its time to be relied on', async () => {
    utimesSync(join(desk.folder, 'papers/a.md'), 1, 1);
    assert.deepEqual(await desk.judge(), { isRight: true, added: 0 });
    assert.deepEqual(desk.reads, ['papers/a.md']);
    desk.settled = false;
    assert.deepEqual(await desk.judge(), { isRight: true, added: 0 });
    assert.deepEqual(desk.reads, ['papers/a.md', 'papers/b.md', 'papers/notes.md']);
  });

  it('checks a changed paper again, even when size and times are what they were', async () => {
    const path = join(desk.folder, 'papers/a.md');
    writeFileSync(path, PAPER.replace('help local', 'hurt local'));
    utimesSync(path, 1, 1);
    assert.deepEqual(await desk.judge(), { isRight: true, added: 1 });
  });

  it('removes what no run has asked for in thirty days, and nothing that a damaged list names', async () => {
    const on = (day: string) => ({ today: () => day });
    await desk.check([], on('2027-01-01'));
    desk.write('papers/a.md', PAPER.replace('help local', 'hurt local'));
    await desk.check([], on('2027-01-02'));
    assert.equal(desk.countEntries(), 4);
    await desk.check([], on('2027-01-31'));
    assert.equal(desk.countEntries(), 4);
    await desk.check([], on('2027-02-01'));
    assert.equal(desk.countEntries(), 3);
    assert.deepEqual(await desk.judge([], on('2027-02-01')), { isRight: true, added: 0 });
    const other = join(desk.folder, 'papers/notes.md');
    writeFileSync(join(desk.folder, CACHE, 'uses.json'), '[["../../papers/notes.md","2020-01-01"],5,null]');
    await desk.check([], on('2027-02-01'));
    assert.equal(readFileSync(other, 'utf8'), '# Notes\n');
  });

  const CHANGES: Readonly<Record<string, (desk: Desk) => Parameters<Desk['judge']>>> = {
    'the type': () => [['--type', 'committee-report']],
    'the stage': () => [['--type', 'business-case', '--stage', 'FBC']],
    'the format': () => [['--format', 'html']],
    'what is shown': () => [['--format', 'pretty', '--explain']],
    'the packs': () => [['--pack', 'five-case-model']],
    'the engine': (changed) => {
      changed.engine = 'two';
      return [];
    },
    'a severity of the configuration': (changed) => {
      changed.write('.inclusive-growth.yaml', 'severities: { inclusive-growth/beneficiaries: error }\n');
      return [];
    },
    'the mapping of a path': (changed) => {
      changed.write('.inclusive-growth.yaml', 'documents: [{ path: papers/, type: committee-report }]\n');
      return [];
    },
    'a pack of the team': (changed) => {
      changed.write(
        'ours/pack.yaml',
        'id: ours\nversion: 1.0.0\nengine: ">=0.1"\ntitle: Ours\ndescription: D\nlicence: MIT\nsources: {}\nextends: [inclusive-growth]\nconsiderations: { beneficiaries: { title: People } }\n',
      );
      return [['--pack', 'ours']];
    },
    'the width of the terminal': () => [['--format', 'pretty'], { terminal: 60 }],
    'the threshold of a JUnit report': () => [['--format', 'junit', '--fail-on', 'hint']],
  };
  for (const [what, change] of Object.entries(CHANGES)) {
    it(`is not used across a change of ${what}`, async () => {
      const { isRight, added } = await desk.judge(...change(desk));
      assert.deepEqual({ isRight, added }, { isRight: true, added: 3 });
    });
  }

  it('tells two packs of one name apart by what they say', async () => {
    const pack = (title: string) =>
      `id: ours\nversion: 1.0.0\nengine: ">=0.1"\ntitle: Ours\ndescription: D\nlicence: MIT\nsources: {}\nextends: [inclusive-growth]\nconsiderations: { beneficiaries: { title: ${title} } }\n`;
    desk.write('ours/pack.yaml', pack('People'));
    assert.deepEqual(await desk.judge(['--pack', 'ours']), { isRight: true, added: 3 });
    desk.write('ours/pack.yaml', pack('Folk'));
    assert.deepEqual(await desk.judge(['--pack', 'ours']), { isRight: true, added: 3 });
  });

  it('checks again on the day on which a waiver has ended, and nothing else', async () => {
    const lastDay = await desk.judge([], { today: () => '2027-04-01' });
    assert.deepEqual(lastDay, { isRight: true, added: 0 });
    await desk.check([], { today: () => '2027-04-02' });
    assert.deepEqual(desk.reads, ['papers/b.md']);
    assert.deepEqual(await desk.judge([], { today: () => '2027-04-03' }), { isRight: true, added: 0 });
    assert.deepEqual((await desk.judge()).isRight, true);
  });

  it('gives the same text under another name its own path', async () => {
    desk.write('papers/c.md', PAPER);
    assert.deepEqual(await desk.judge(), { isRight: true, added: 1 });
  });

  it('is right when its files are damaged, exchanged or gone', async () => {
    const cache = join(desk.folder, CACHE);
    const entries = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\/.*\.json$/.test(name),
    );
    const [first = '', second = '', third = ''] = entries.map((name) => join(cache, name));
    const text = readFileSync(second, 'utf8');
    writeFileSync(first, text);
    writeFileSync(second, text.slice(0, 40));
    rmSync(third);
    assert.equal((await desk.judge()).isRight, true);
    writeFileSync(join(cache, 'files.json'), '[[');
    assert.equal((await desk.judge()).isRight, true);
    rmSync(cache, { recursive: true });
    desk.write(CACHE, '');
    assert.equal((await runIn(desk.folder, ['check', 'papers', '--cache', '--format', 'json'])).code, 0);
  });

  it('keeps itself out of version control', () => {
    assert.equal(readFileSync(join(desk.folder, CACHE, '.gitignore'), 'utf8'), '*\n');
  });

  it('stands where it is asked to stand', async () => {
    await desk.check(['--cache-location', 'kept/here']);
    assert.ok(readdirSync(join(desk.folder, 'kept/here')).includes('files.json'));
  });
});
