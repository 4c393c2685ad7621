import { strict as assert } from 'node:assert';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchFolders } from '../../server/src/cli/watchFolders';
import { runCli } from '../support/runCli';

const PACK = `id: mine
version: 1.0.0
engine: ">=0.1 <1"
title: Mine
description: For tests.
licence: MIT
sources: {}
document-types: { note: { title: Note, sections: [{ kind: plan }] } }
section-kinds: { plan: { title: Plan, headings: [plan] } }
considerations:
  people:
    title: People
    question: Who gains, and how many?
    why: It matters.
    guidance: Say who.
    facets:
      who: { title: Who, question: Who?, signals: [groups] }
      how-many: { title: How many, question: How many?, signals: [numbers], raises: false }
    present: [{ facets: [who, how-many] }]
signals:
  groups: { terms: [carers, lone parents] }
  numbers: { any: [counts, shares] }
  counts: { value: count, units: [carers] }
  shares: { value: percentage }
rules:
  people:
    check: consideration
    consideration: people
    title: People are named and counted
    why: It matters.
    severity: warning
    expect: [{ in: [plan], when: always, facets: [who, how-many] }]
    examples:
      - { title: Named and counted, kind: plan, text: "We train 40 carers.", expect: present, finds: { how-many: 40 carers } }
      - title: Only named
        kind: plan
        text: We help carers.
        expect: thin
        lacking: [how-many]
`;
const FIXTURE = `---
document-type: note
---

# Note

## Plan
^^^^^^^ mine/people: how many

We help lone parents.
`;

const withPack = (pack: string, more: Readonly<Record<string, string>> = {}) => ({
  files: { 'pack.yaml': pack, ...more },
});
const broken = PACK.replace('expect: thin', 'expect: missing');

describe('pack test', () => {
  it('says in one line that all is well', async () => {
    const { code, stdout, stderr } = await runCli(['pack', 'test'], withPack(PACK, { 'tests/note.md': FIXTURE }));
    assert.deepEqual([code, stdout, stderr], [0, 'mine 1.0.0: 2 examples and 1 document, all hold\n\n', '']);
  });

  it('prints of a failure the passage, what was expected, and what each facet saw', async () => {
    const { code, stdout } = await runCli(['pack', 'test'], withPack(broken));
    assert.equal(code, 1);
    assert.equal(
      stdout,
      `mine 1.0.0: 2 examples, 1 of 2 fail

✗ mine/people: Only named (pack.yaml:38)
    We help carers.
  - expected missing, saw thin (who: “carers”)
  Seen:
    who: “carers”
    how-many: nothing
    mention: nothing

`,
    );
  });

  it('says of a document which labels found nothing, and what no label expects', async () => {
    const wrong = FIXTURE.replace('## Plan\n^^^^^^^ mine/people: how many\n', '## Plan\n').replace(
      'We help lone parents.',
      'We help lone parents.\n^^^^^^^ mine/people: how many',
    );
    const { code, stdout } = await runCli(['pack', 'test'], withPack(PACK, { 'tests/note.md': wrong }));
    assert.equal(code, 1);
    assert.match(stdout, /✗ Document \(tests\/note\.md:1\)/);
    assert.match(stdout, /line 9: expected mine\/people: how many; found nothing/);
    assert.match(stdout, /at “## Plan”: found mine\/people: People: begun, not finished/);
  });

  it('lists with --coverage the rules and signals that no test fires', async () => {
    const { code, stdout } = await runCli(['pack', 'test', '--coverage'], withPack(PACK));
    assert.equal(code, 1);
    assert.match(stdout, /Signals that no test fires: 1\n {2}shares \(pack\.yaml:24\)/);
    assert.match(stdout, /Rules that no example fires: none/);
  });

  it('lists with --mutate the signals that no test would miss, until a reason is given', async () => {
    const without = await runCli(['pack', 'test', '--mutate'], withPack(PACK));
    assert.equal(without.code, 1);
    assert.match(without.stdout, /Signals that no test would miss: 1\n {2}shares \(pack\.yaml:24\)/);
    const reasons = { 'tests/unmissed.yaml': 'shares: Kept for the day when shares are given.\n' };
    const justified = await runCli(['pack', 'test', '--mutate', '--coverage'], withPack(PACK, reasons));
    assert.equal(justified.code, 0, justified.stdout);
    assert.match(justified.stdout, /with a reason in tests\/unmissed\.yaml: shares/);
  });

  it('says of a reason that it is needed no more, or names nothing', async () => {
    const reasons = { 'tests/unmissed.yaml': 'shares: So.\ncounts: So.\ncuonts: So.\ngroups:\n' };
    const { code, stdout } = await runCli(['pack', 'test', '--mutate'], withPack(PACK, reasons));
    assert.equal(code, 1);
    assert.match(stdout, /tests\/unmissed\.yaml:2:1 a test would miss `counts` now: take the line out/);
    assert.match(stdout, /tests\/unmissed\.yaml:3:1 this pack has no signal `cuonts`: did you mean `counts`\?/);
    assert.match(stdout, /tests\/unmissed\.yaml:4:1 `groups` has no reason: say in a sentence why it stays/);
  });

  it('runs further examples from the tests folder, and tells what is wrong with them where it stands', async () => {
    const more = (text: string) => withPack(PACK, { 'tests/shares.yaml': text });
    const sound = `rules:
  people:
    examples:
      - { title: A share, kind: plan, text: Lone parents take 40% of the places., expect: present, finds: { how-many: 40% } }
`;
    const mutated = await runCli(['pack', 'test', '--mutate', '--coverage'], more(sound));
    assert.equal(mutated.code, 0, mutated.stdout);
    assert.match(mutated.stdout, /3 examples, all hold/);
    const failing = await runCli(['pack', 'test'], more(sound.replace('40% of', 'some of')));
    assert.equal(failing.code, 1);
    assert.match(failing.stdout, /✗ mine\/people: A share \(tests\/shares\.yaml:4\)/);
    const broken = await runCli(
      ['pack', 'test'],
      more(`${sound.replace('kind: plan', 'kind: plna')}signals: { x: { terms: [y] } }\n`),
    );
    assert.equal(broken.code, 2);
    assert.match(broken.stderr, /tests\/shares\.yaml:4:33: unknown section kind `plna`/);
    assert.match(broken.stderr, /tests\/shares\.yaml:5:1: `signals` cannot stand here/);
  });

  it('writes JSON with place, expectation and sights', async () => {
    const { stdout } = await runCli(['pack', 'test', '--format', 'json', '--mutate'], withPack(broken));
    const [pack] = JSON.parse(stdout).packs;
    const failed = pack.tests.find((test: { passed: boolean }) => !test.passed);
    assert.deepEqual(
      [pack.sound, failed.rule, failed.path, failed.line, failed.expected, failed.seen, failed.saw[1]],
      [false, 'mine/people', 'pack.yaml', 38, 'missing', 'thin', { name: 'how-many', words: [] }],
    );
    assert.deepEqual(
      pack.mutation.unmissed.map(({ id }: { id: string }) => id),
      ['shares'],
    );
  });

  it('writes JUnit with a failing case for a failure and for a gap', async () => {
    const { stdout } = await runCli(['pack', 'test', '--format', 'junit', '--mutate'], withPack(broken));
    assert.match(stdout, /<testsuites name="inclusive-growth pack test" tests="3" failures="2">/);
    assert.match(
      stdout,
      /classname="mine\/people" name="Only named">\n {6}<failure message="expected missing, saw thin/,
    );
    assert.match(stdout, /classname="mutation" name="shares"/);
  });

  it('shows the fault of a pack that cannot be tested, and ends with 2', async () => {
    const { code, stderr } = await runCli(
      ['pack', 'test'],
      withPack(PACK.replace('signals: [groups]', 'signals: [gruops]')),
    );
    assert.equal(code, 2);
    assert.match(stderr, /pack\.yaml:17:52: unknown signal `gruops`/);
  });

  it('runs again after each change with --watch', async () => {
    const { code, stdout } = await runCli(['pack', 'test', '--watch'], {
      ...withPack(PACK),
      // Watching begins first: a file may be saved while the tests run.
      watched: (before) => assert.equal(before, ''),
      changes: [
        (folder) => writeFileSync(join(folder, 'pack.yaml'), broken),
        (folder) => appendFileSync(join(folder, 'pack.yaml'), '# and back\n'),
        (folder) => writeFileSync(join(folder, 'pack.yaml'), PACK),
      ],
    });
    assert.equal(code, 0);
    assert.deepEqual(stdout.match(/all hold|1 of 2 fail/g), ['all hold', '1 of 2 fail', '1 of 2 fail', 'all hold']);
  });

  it('hears of a change of a file on disk, also in a folder that is added', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watched-'));
    mkdirSync(join(folder, 'one'));
    mkdirSync(join(folder, 'two'));
    const changes = watchFolders([join(folder, 'nowhere'), join(folder, 'one')]);
    // The system begins to watch at a moment of its own: changes are made until one is heard.
    const keepChanging = (path: string) => {
      let changed = 0;
      const timer = setInterval(() => writeFileSync(join(folder, path), String(changed++)), 20);
      return () => clearInterval(timer);
    };
    const stop = keepChanging('one/pack.yaml');
    const heard = changes[Symbol.asyncIterator]();
    assert.deepEqual(await heard.next(), { value: undefined, done: false });
    stop();
    changes.add([join(folder, 'two')]);
    const stopOther = keepChanging('two/pack.yaml');
    assert.deepEqual(await heard.next(), { value: undefined, done: false });
    stopOther();
    await heard.return?.();
    rmSync(folder, { recursive: true });
  });

  it('tests the packs of the configuration that do not ship, and says where there is none', async () => {
    const config = { '.inclusive-growth.yaml': 'packs: [packs/mine]\n', 'packs/mine/pack.yaml': PACK };
    const { code, stdout } = await runCli(['pack', 'test'], { files: config });
    assert.deepEqual([code, stdout], [0, 'mine 1.0.0: 2 examples, all hold\n\n']);
    const none = await runCli(['pack', 'test'], { files: {} });
    assert.equal(none.code, 2);
    assert.match(none.stderr, /there is no pack to test here: name its folder/);
  });
});
