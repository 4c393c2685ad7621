import { strict as assert } from 'node:assert';
import { loadPacks } from '../../../server/src/host/loadPacks';
import { hashText } from '../../../server/src/host/nodeHash';
import type { PackSources } from '../../../server/src/host/packLocation';
import { formatProblem } from '../../../server/src/packs/packProblem';
import { buildMemoryFileSystem } from '../../support/memoryFileSystem';

const head = (id: string, more = '') =>
  `id: ${id}\nversion: 1.0.0\nengine: ">=0.1"\ntitle: ${id}\ndescription: D\nlicence: MIT\nsources: {}\n${more}`;

const FILES = {
  '/rules/base/pack.yaml': head('base', 'include: [signals.yaml]\n'),
  '/rules/base/signals.yaml': 'signals: { a: { terms: [x] } }\n',
  '/rules/toolkit/pack.yaml': head('toolkit', 'extends: [base]\n'),
  '/rules/FORMAT.md': '# Format\n',
};

async function load(
  names: readonly string[],
  files: Readonly<Record<string, string | Uint8Array | null>>,
  replace?: PackSources['replace'],
) {
  const fs = buildMemoryFileSystem({ ...FILES, ...files });
  const from = { rulesFolder: '/rules', workingFolder: '/papers', hash: hashText, replace };
  const result = await loadPacks(names, from, fs);
  return {
    ...result,
    ids: result.packs.map((pack) => pack.id).join(' '),
    problems: result.problems.map(formatProblem),
    reads: fs.reads,
  };
}

describe('loadPacks', () => {
  it('loads a pack that ships by its id, with what it extends', async () => {
    const { ids, problems, failed, packs, ruleSet } = await load(['toolkit'], {});
    assert.deepEqual({ ids, problems, failed }, { ids: 'base toolkit', problems: [], failed: [] });
    assert.deepEqual([...ruleSet.signals.keys()], ['a']);
    const [base, toolkit] = packs;
    assert.deepEqual([base?.named, base?.builtIn, base?.path], [false, true, '/rules/base/pack.yaml']);
    assert.deepEqual([toolkit?.named, toolkit?.builtIn, toolkit?.extends], [true, true, ['base']]);
  });

  for (const name of ['ours', './ours', 'ours/pack.yaml', '/papers/ours']) {
    it(`loads a pack of one's own by \`${name}\`, with packs beside it and packs that ship`, async () => {
      const { ids, problems, packs } = await load([name], {
        '/papers/ours/pack.yaml': head('ours', 'extends: [toolkit, shared]\nsignals: { a: { terms: [y] } }\n'),
        '/papers/shared/pack.yaml': head('shared'),
      });
      assert.deepEqual({ ids, problems }, { ids: 'base toolkit shared ours', problems: [] });
      assert.deepEqual([packs.at(-1)?.builtIn, packs.at(-1)?.path], [false, '/papers/ours/pack.yaml']);
    });
  }

  it('reports what cannot be found, with the nearest name, and goes on', async () => {
    const { ids, problems, failed } = await load(['tolkit', 'docs', 'base'], { '/papers/docs/a.md': '' });
    assert.equal(ids, 'base');
    assert.deepEqual(failed, ['tolkit', 'docs']);
    assert.deepEqual(problems, [
      'tolkit:1:1 error: there is no pack `tolkit`, neither among those that ship nor as a folder, an archive or an installed package: did you mean `toolkit`?',
      'docs:1:1 error: the folder `docs` has no `pack.yaml`',
    ]);
  });

  it('reports an unknown name where it was written', async () => {
    const place = { path: '/papers/.inclusive-growth.yaml', line: 3, column: 5 };
    const from = { rulesFolder: '/rules', workingFolder: '/papers', hash: hashText, placeOf: () => place };
    const { problems } = await loadPacks(['nothing-like-it'], from, buildMemoryFileSystem(FILES));
    assert.deepEqual(problems.map(formatProblem), [
      '/papers/.inclusive-growth.yaml:3:5 error: there is no pack `nothing-like-it`, neither among those that ship nor as a folder, an archive or an installed package: expected `base` or `toolkit`',
    ]);
  });

  it('reports an include that cannot be read where it is named, and uses the rest', async () => {
    const { ids, problems, ruleSet } = await load(['ours'], {
      '/papers/ours/pack.yaml': head('ours', 'include: [gone.yaml, locked.yaml, image.yaml, latin.yaml, good.yaml]\n'),
      '/papers/ours/locked.yaml': null,
      '/papers/ours/image.yaml': Uint8Array.of(137, 80, 0, 1),
      '/papers/ours/latin.yaml': Uint8Array.of(97, 58, 32, 233),
      '/papers/ours/good.yaml': 'signals: { g: { any: [elsewhere] } }\n',
    });
    assert.equal(ids, 'ours');
    assert.deepEqual(problems, [
      '/papers/ours/pack.yaml:8:11 error: `gone.yaml` cannot be included: there is no such file',
      '/papers/ours/pack.yaml:8:22 error: `locked.yaml` cannot be included: the file cannot be read (permission denied)',
      '/papers/ours/pack.yaml:8:35 error: `image.yaml` cannot be included: this is not a text file',
      '/papers/ours/pack.yaml:8:47 error: `latin.yaml` cannot be included: this is not UTF-8 text: save it as UTF-8',
    ]);
    assert.deepEqual([...ruleSet.signals.keys()], ['g']);
  });

  it('never reads outside a pack’s folder', async () => {
    const { problems, reads } = await load(['ours'], {
      '/papers/ours/pack.yaml': head('ours', 'include: [../secret.yaml, /papers/secret.yaml]\n'),
      '/papers/secret.yaml': 'signals: {}\n',
    });
    assert.equal(problems.length, 2);
    assert.equal(reads.includes('/papers/secret.yaml'), false);
  });

  it('keeps the other packs when one cannot be used', async () => {
    const { ids, problems, failed } = await load(['broken', 'base'], { '/papers/broken/pack.yaml': 'id: [' });
    assert.deepEqual({ ids, failed, count: problems.length }, { ids: 'base', failed: ['broken'], count: 1 });
  });

  it('says of what extends an unusable pack only that it goes with it', async () => {
    const { ids, problems, failed } = await load(['ours'], {
      '/papers/ours/pack.yaml': head('ours', 'extends: [theirs]\n'),
      '/papers/theirs/pack.yaml': head('theirs').replace('>=0.1', '>=9'),
    });
    assert.deepEqual({ ids, failed }, { ids: '', failed: ['ours'] });
    assert.deepEqual(problems, [
      '/papers/theirs/pack.yaml:3:9 error: this pack is for engine `>=9`, and this is engine 0.1.0: use another version of the pack or of the tool',
      '/papers/ours/pack.yaml:8:11 error: pack `ours` is left out, because `theirs`, which it extends, cannot be used',
    ]);
  });

  it('takes two names of one pack for one', async () => {
    const { ids, problems, failed } = await load(['base', '/rules/base', '../rules/base/pack.yaml'], {});
    assert.deepEqual({ ids, problems, failed }, { ids: 'base', problems: [], failed: [] });
  });

  it('reads a file once that is included twice', async () => {
    const { problems } = await load(['ours'], {
      '/papers/ours/pack.yaml': head('ours', 'include: [a.yaml, a.yaml]\n'),
      '/papers/ours/a.yaml': 'signals: { s: { terms: [x] } }\n',
    });
    assert.deepEqual(problems, []);
  });

  it('uses the first of two packs with one id', async () => {
    const { ids, problems, failed } = await load(['ours', 'copy'], {
      '/papers/ours/pack.yaml': head('ours'),
      '/papers/copy/pack.yaml': head('ours'),
    });
    assert.deepEqual({ ids, failed }, { ids: 'ours', failed: ['copy'] });
    assert.deepEqual(problems, [
      '/papers/copy/pack.yaml:1:5 error: two packs have the id `ours`: this one is left out, and /papers/ours/pack.yaml is used',
    ]);
  });

  describe('with the id of one that ships', () => {
    const MINE = { '/papers/mine/pack.yaml': head('toolkit', 'signals: { mine: { terms: [x] } }\n') };
    const REFUSED =
      'this pack has the id of one that ships, `toolkit`, and is not used: choose another id, and extend `toolkit` to build on it. To put it in the place of the one that ships, say so in the configuration: `replace: [toolkit]`';

    it('refuses a pack', async () => {
      const { ids, problems, failed } = await load(['mine'], MINE);
      assert.deepEqual({ ids, failed }, { ids: '', failed: ['mine'] });
      assert.deepEqual(problems, [`/papers/mine/pack.yaml:1:5 error: ${REFUSED}`]);
    });

    it('refuses a folder beside a pack that extends it, and takes the one that ships', async () => {
      const { packs, problems, failed } = await load(['ours'], {
        '/papers/ours/pack.yaml': head('ours', 'extends: [toolkit]\n'),
        '/papers/toolkit/pack.yaml': MINE['/papers/mine/pack.yaml'],
      });
      assert.deepEqual(
        packs.map(({ path }) => path),
        ['/rules/base/pack.yaml', '/rules/toolkit/pack.yaml', '/papers/ours/pack.yaml'],
      );
      assert.deepEqual(problems, [`/papers/toolkit/pack.yaml:1:5 error: ${REFUSED}`]);
      assert.deepEqual(failed, []);
    });

    it('takes it where the configuration says so', async () => {
      const { packs, problems, ruleSet } = await load(['mine'], MINE, ['toolkit']);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        packs.map(({ path, replaces, builtIn }) => ({ path, replaces, builtIn })),
        [{ path: '/papers/mine/pack.yaml', replaces: true, builtIn: false }],
      );
      assert.ok(ruleSet.signals.has('mine'));
    });

    it('takes it for one who writes it, and tells', async () => {
      const { ids, problems } = await load(['mine'], MINE, 'any');
      assert.equal(ids, 'toolkit');
      assert.deepEqual(problems, [
        '/papers/mine/pack.yaml:1:5 warning: this pack has the id of one that ships, `toolkit`: it is used only where the configuration says `replace: [toolkit]`',
      ]);
    });
  });

  it('finds what a pack extends among those that the configuration names, wherever they are', async () => {
    const fs = buildMemoryFileSystem({
      ...FILES,
      '/papers/ours/pack.yaml': head('ours', 'extends: [council]\n'),
      '/papers/ours/.keep': '',
      '/papers/node_modules/@council/rules/package.json': '{ "inclusiveGrowthPack": "./pack" }',
      '/papers/node_modules/@council/rules/pack/pack.yaml': head('council'),
    });
    const neighbours = ['base', 'nowhere', 'ours', 'npm:@council/rules'];
    const from = { rulesFolder: '/rules', workingFolder: '/papers', hash: hashText };
    const withThem = await loadPacks(['ours'], { ...from, neighbours }, fs);
    assert.deepEqual(
      withThem.packs.map(({ id, named }) => [id, named]),
      [
        ['council', false],
        ['ours', true],
      ],
    );
    assert.deepEqual(withThem.failed, []);
    assert.deepEqual((await loadPacks(['ours'], from, fs)).failed, ['ours']);
  });

  it('says once that an extended pack is missing', async () => {
    const { ids, problems, failed } = await load(['ours'], {
      '/papers/ours/pack.yaml': head('ours', 'extends: [bsae, toolkti]\n'),
    });
    assert.deepEqual({ ids, failed }, { ids: '', failed: ['ours'] });
    assert.deepEqual(problems, [
      '/papers/ours/pack.yaml:8:11 error: unknown pack `bsae` in `extends` of pack `ours`: did you mean `base`?',
      '/papers/ours/pack.yaml:8:17 error: unknown pack `toolkti` in `extends` of pack `ours`: did you mean `toolkit`?',
    ]);
  });

  it('gives an integrity that follows the content and nothing else', async () => {
    const integrity = async (files: Readonly<Record<string, string>>) =>
      (await load(['base'], files)).packs[0]?.integrity;
    const plain = await integrity({});
    assert.match(plain ?? '', /^sha256-[A-Za-z0-9+/]{43}=$/);
    assert.equal(
      await integrity({ '/rules/base/signals.yaml': 'signals: { a: { terms: [x] } }\r\n' }),
      plain,
      'line ends do not count',
    );
    assert.equal(
      await integrity({ '/rules/base/README.md': 'Notes' }),
      plain,
      'files that are not included do not count',
    );
    assert.notEqual(await integrity({ '/rules/base/signals.yaml': 'signals: { a: { terms: [z] } }\n' }), plain);
  });
});
