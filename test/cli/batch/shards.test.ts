import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '../../../server/src/report';
import { runIn } from '../../support/runCli';

const PAPERS = join(process.cwd(), 'test/cli/fixtures/papers');

/** A folder with the fixture papers, some of them twice, and the records of its parts. */
async function writeParts(of: number): Promise<{ readonly folder: string; readonly parts: readonly string[] }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'inclusive-growth-')));
  cpSync(PAPERS, join(folder, 'papers'), { recursive: true });
  cpSync(join(PAPERS, 'case.md'), join(folder, 'papers/0-first.md'));
  cpSync(join(PAPERS, 'case.md'), join(folder, 'papers/zz-last.md'));
  const parts = Array.from({ length: of }, (_, at) => `part-${at + 1}.records`);
  for (const [at, part] of parts.entries()) {
    const args = ['check', 'papers', 'gone.md', '--format', 'records', '--shard', `${at + 1}/${of}`, '--output', part];
    await runIn(folder, args);
  }
  return { folder, parts };
}

describe('report merge', () => {
  let folder = '';
  let parts: readonly string[] = [];
  before(async () => {
    ({ folder, parts } = await writeParts(3));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const format of FORMATS) {
    it(`makes the same ${format} report of three parts as one run over all files, byte for byte`, async () => {
      const one = await runIn(folder, ['check', 'papers', 'gone.md', '--format', format, '--explain']);
      const merged = await runIn(folder, ['report', 'merge', ...[...parts].reverse(), '--format', format, '--explain']);
      assert.equal(merged.stdout, one.stdout);
      assert.equal(merged.code, one.code);
      assert.ok(one.stdout.includes('zz-last.md'));
    });
  }

  it('writes to a file, and tells problems, as one run does', async () => {
    const one = await runIn(folder, ['check', 'papers', 'gone.md', '--output', 'one.txt', '--quiet']);
    const merged = await runIn(folder, ['report', 'merge', ...parts, '--output', 'merged.txt', '--quiet']);
    assert.equal(readFileSync(join(folder, 'merged.txt'), 'utf8'), readFileSync(join(folder, 'one.txt'), 'utf8'));
    assert.deepEqual(merged.stderr.split('\n\n').sort(), one.stderr.split('\n\n').sort());
  });

  it('takes its own threshold', async () => {
    const papers = ['check', 'papers/case.md', '--format', 'records', '--output', 'case.records'];
    await runIn(folder, papers);
    const codes = [];
    for (const threshold of ['hint', 'never']) {
      codes.push((await runIn(folder, ['report', 'merge', 'case.records', '--fail-on', threshold])).code);
    }
    assert.deepEqual(codes, [1, 0]);
  });

  it('refuses parts that are missing, doubled or of another run, and files that are no records or not whole', async () => {
    const [first = '', second = '', third = ''] = parts;
    const text = readFileSync(join(folder, second), 'utf8');
    writeFileSync(join(folder, 'cut.records'), text.slice(0, text.lastIndexOf('{"end"')));
    writeFileSync(join(folder, 'old.records'), text.replace(/"version":"[^"]*"/, '"version":"0.0.1"'));
    writeFileSync(join(folder, 'none.records'), '{}\n');
    await runIn(folder, ['check', 'papers', '--format', 'records', '--shard', '3/3', '--output', 'other.records']);
    const messages = [];
    for (const files of [
      [first, third],
      [first, second, second],
      [first, second, 'other.records'],
      [first, 'cut.records', third],
      [first, 'old.records', third],
      ['none.records'],
      ['not-there.records'],
      [],
    ]) {
      const { code, stderr } = await runIn(folder, ['report', 'merge', ...files, '--format', 'html', '--output', 'x']);
      assert.equal(code, 2);
      messages.push(stderr.split('\n').findLast((line) => /^(?:inclusive-growth|Problem): /.test(line)) ?? '');
    }
    assert.deepEqual(
      messages.map((message) => message.replace(/^.*?(?=part|a file|this|it was|its end|name|other)/, '').slice(0, 48)),
      EXPECTED,
    );
  });

  it('says what a part looks like', async () => {
    for (const shard of ['0/3', '4/3', 'half']) {
      const { code, stderr } = await runIn(folder, ['check', 'papers', '--shard', shard]);
      assert.equal(code, 2);
      assert.match(stderr, /takes a part and the number of parts, such as 2\/4/);
    }
  });
});

const EXPECTED = [
  'part 2 of 3 is missing: a report of the others w',
  'part-2.records and part-2.records are both part ',
  'part-1.records and other.records are of differen',
  'its end is missing or damaged: the run that wrot',
  'it was written by version 0.0.1, and this is 0.1',
  'this is no file of records. Make one with `inclu',
  'this is no file of records. Make one with `inclu',
  'name the files of records to be merged.',
];
