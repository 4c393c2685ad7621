import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { matchGolden } from '../support/matchGolden';
import { runIn, SHIPPED_RULES } from '../support/runCli';
import { withFolder } from '../support/withFolder';

const run = (folder: string, ...args: readonly string[]) =>
  runIn(folder, ['pack', ...args], { rulesFolder: SHIPPED_RULES });

/** Gives a test a folder with a new pack `ours` in it. */
function withPack(test: (folder: string) => Promise<void>): Promise<void> {
  return withFolder(async (folder) => {
    const made = await run(folder, 'new', 'ours', '--title', 'Our papers');
    assert.equal(made.code, 0, made.stderr);
    await test(folder);
  });
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(file, text.replace(from, to));
}

describe('pack new', () => {
  it('makes a pack that passes all its tests, with nothing idle in it', () =>
    withPack(async (folder) => {
      const { code, stdout, stderr } = await run(folder, 'test', 'ours', '--coverage', '--mutate');
      assert.equal(stderr, '');
      assert.equal(code, 0, stdout);
    }));

  it('overwrites nothing', () =>
    withPack(async (folder) => {
      writeFileSync(join(folder, 'ours/rules.yaml'), 'mine');
      const { code, stderr } = await run(folder, 'new', 'ours');
      assert.equal(code, 2);
      assert.equal(stderr, 'Problem: ours/pack.yaml is there already: nothing was written.\n');
      assert.equal(readFileSync(join(folder, 'ours/rules.yaml'), 'utf8'), 'mine');
    }));

  for (const [id, message] of [
    ['Our Pack', /`Our Pack` cannot be an id/],
    ['../out', /cannot be an id/],
    ['inclusive-growth', /is a pack that ships/],
  ] as const) {
    it(`refuses the id ${id}`, () =>
      withFolder(async (folder) => assert.match((await run(folder, 'new', id)).stderr, message)));
  }
});

describe('pack build', () => {
  it('gives the same bytes for the same content, whenever and wherever', () =>
    withPack(async (folder) => {
      assert.equal((await run(folder, 'build', 'ours')).code, 0);
      const rules = join(folder, 'ours/rules.yaml');
      writeFileSync(rules, readFileSync(rules, 'utf8').replaceAll('\n', '\r\n'));
      const zone = process.env.TZ;
      try {
        process.env.TZ = 'Asia/Tokyo';
        assert.equal((await run(folder, 'build', 'ours', '--output', 'again.zip')).code, 0);
      } finally {
        if (zone === undefined) delete process.env.TZ;
        else process.env.TZ = zone;
      }
      const [first, again] = ['ours-0.1.0.zip', 'again.zip'].map((name) => readFileSync(join(folder, name)));
      assert.ok(first?.equals(again ?? Buffer.alloc(0)));
      edit(rules, 'severity: warning', 'severity: error');
      await run(folder, 'build', 'ours', '--output', 'other.zip');
      assert.equal(first?.equals(readFileSync(join(folder, 'other.zip'))), false);
    }));

  it('holds the pack, its tests and words, and a manifest that says what it is', () =>
    withPack(async (folder) => {
      await run(folder, 'build', 'ours');
      const files = unzipSync(readFileSync(join(folder, 'ours-0.1.0.zip')));
      assert.deepEqual(Object.keys(files).sort(), [
        'CHANGELOG.md',
        'README.md',
        'manifest.json',
        'pack.yaml',
        'rules.yaml',
        'tests/case.md',
        'vocabularies.yaml',
      ]);
      const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
      assert.deepEqual(
        [manifest.id, manifest.version, manifest.engine, manifest.extends],
        ['ours', '0.1.0', '>=0.1 <1', ['inclusive-growth']],
      );
      assert.match(manifest.integrity, /^sha256-/);
    }));

  it('builds nothing of a pack with an error, and shows the line', () =>
    withPack(async (folder) => {
      edit(join(folder, 'ours/rules.yaml'), 'in: [strategic-fit]', 'in: [strategic-fti]');
      const { code, stderr } = await run(folder, 'build', 'ours');
      assert.equal(code, 2);
      assert.match(
        stderr,
        /ours\/rules\.yaml:32:16: unknown section kind `strategic-fti` in rule `priority-named`: did\s+you mean `strategic-fit`/,
      );
    }));

  it('is refused by pack add once somebody changed the archive', () =>
    withPack(async (folder) => {
      await run(folder, 'build', 'ours');
      const archive = join(folder, 'ours-0.1.0.zip');
      const files = unzipSync(readFileSync(archive));
      const rules = Buffer.from(files['rules.yaml'] ?? []).toString();
      writeFileSync(
        archive,
        zipSync({ ...files, 'rules.yaml': strToU8(rules.replace('severity: warning', 'severity: off')) }),
      );
      const { code, stderr } = await run(folder, 'add', 'ours-0.1.0.zip');
      assert.equal(code, 2);
      assert.match(
        stderr.replace(/\s+/g, ' '),
        /the pack was changed after it was built\. Its manifest says sha256-\S+, and its files are sha256-/,
      );
    }));
});

describe('pack docs', () => {
  it('writes rules, questions, words, sources and what changed', () =>
    withPack(async (folder) => {
      await run(folder, 'build', 'ours');
      edit(join(folder, 'ours/pack.yaml'), 'version: 0.1.0', 'version: 0.2.0');
      edit(join(folder, 'ours/rules.yaml'), 'severity: warning', 'severity: { default: warning, FBC: error }');
      edit(join(folder, 'ours/rules.yaml'), 'question: Which one?', 'question: "<b>Which</b> one_of_them | these?"');
      edit(
        join(folder, 'ours/vocabularies.yaml'),
        '      work-nearby:',
        '      parks: { label: Parks }\n      work-nearby:',
      );
      const { code, stdout, stderr } = await run(folder, 'docs', 'ours', '--since', 'ours-0.1.0.zip');
      assert.equal(code, 0, stderr);
      matchGolden(stdout, join(process.cwd(), 'test/cli/golden/pack-docs.golden.md'));
    }));
});

describe('words of a pack', () => {
  it('cannot move the cursor of a terminal', () =>
    withPack(async (folder) => {
      edit(join(folder, 'ours/pack.yaml'), 'title: Our papers', 'title: "Our \\e[31mpapers\\a"');
      const { stdout } = await runIn(folder, ['packs', '--pack', 'ours'], { rulesFolder: SHIPPED_RULES });
      assert.match(stdout, /Our \[31mpapers\n/);
    }));
});
