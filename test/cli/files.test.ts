import { strict as assert } from 'node:assert';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CliOptions } from '../support/runCli';
import { runCli } from '../support/runCli';

const CASE = '---\ndocument-type: business-case\n---\n\n# Benefits\n\nForty care leavers start work.\n';
const TREE = {
  'b.md': CASE,
  'a.md': CASE,
  'cases/tram.md': CASE,
  'cases/old/bus.markdown': CASE,
  'cases/notes.txt': CASE,
  'node_modules/dep/readme.md': CASE,
  '.hidden/x.md': CASE,
};

/** Paths of the documents that were checked, in the order of the report. */
async function findChecked(args: readonly string[], options: CliOptions = {}): Promise<readonly string[]> {
  const { stdout } = await runCli(['check', ...args, '--format', 'json'], { files: TREE, ...options });
  return JSON.parse(stdout).documents.map((document: { path: string }) => document.path);
}

describe('finding files', () => {
  it('checks the Markdown of the current folder without a path, sorted', async () => {
    assert.deepEqual(await findChecked([]), ['a.md', 'b.md', 'cases/old/bus.markdown', 'cases/tram.md']);
  });

  it('takes files, folders and globs together, each file once', async () => {
    const paths = await findChecked(['cases/**/*.markdown', 'cases', 'b.md', './b.md']);
    assert.deepEqual(paths, ['b.md', 'cases/old/bus.markdown', 'cases/tram.md']);
  });

  it('takes a file that is named, whatever its ending', async () => {
    assert.deepEqual(await findChecked(['cases/notes.txt']), ['cases/notes.txt']);
  });

  it('takes a name with glob characters as a name when there is such a file', async () => {
    assert.deepEqual(await findChecked(['[draft] case.md'], { files: { '[draft] case.md': CASE } }), [
      '[draft] case.md',
    ]);
  });

  it('leaves out what .gitignore leaves out, nested files included', async () => {
    const files = {
      ...TREE,
      '.gitignore': 'b.md\n/cases/old/\n*.draft.md\n',
      'c.draft.md': CASE,
      'kept/.gitignore': '!*.draft.md\nsecret.md\n',
      'kept/d.draft.md': CASE,
      'kept/secret.md': CASE,
      'kept/deep/secret.md': CASE,
      'kept/deep/b.md': CASE,
    };
    assert.deepEqual(await findChecked(['.'], { files }), ['a.md', 'cases/tram.md', 'kept/d.draft.md']);
  });

  it('brings nothing back from inside an ignored folder', async () => {
    const files = { 'a.md': CASE, '.gitignore': 'drafts/\n!drafts/a.md\n', 'drafts/a.md': CASE };
    assert.deepEqual(await findChecked(['.'], { files }), ['a.md']);
  });

  it('reads .gitignore files up to the top of the repository and no further', async () => {
    const files = {
      '.gitignore': 'a.md\n',
      'repo/.gitignore': 'b.md\n',
      'repo/papers/a.md': CASE,
      'repo/papers/b.md': CASE,
    };
    const prepare = (folder: string) => mkdirSync(join(folder, 'repo/.git'));
    assert.deepEqual(await findChecked(['repo/papers'], { files, prepare }), ['repo/papers/a.md']);
  });

  it('checks an ignored file that is named', async () => {
    assert.deepEqual(await findChecked(['a.md'], { files: { ...TREE, '.gitignore': '*.md\n' } }), ['a.md']);
  });

  it('says so when all of a folder is ignored', async () => {
    const { stderr, code } = await runCli(['check', '.'], { files: { 'a.md': CASE, '.gitignore': '*.md\n' } });
    assert.match(stderr, /all Markdown files in this folder are ignored/);
    assert.equal(code, 2);
  });

  it('leaves out what the configuration ignores', async () => {
    const files = { ...TREE, '.inclusive-growth.yaml': 'ignore: [cases/**]\n' };
    assert.deepEqual(await findChecked(['.'], { files }), ['a.md', 'b.md']);
  });

  it('is not caught by links that go in a circle', async () => {
    const prepare = (folder: string) => symlinkSync(folder, join(folder, 'cases/loop'));
    assert.deepEqual(await findChecked(['.'], { prepare }), [
      'a.md',
      'b.md',
      'cases/old/bus.markdown',
      'cases/tram.md',
    ]);
  });

  it('reads standard input for -, under the name given', async () => {
    const { stdout } = await runCli(['check', '-', '--format', 'json', '--stdin-path', 'cases/new.md'], {
      input: CASE,
    });
    assert.deepEqual(
      JSON.parse(stdout).documents.map((document: { path: string }) => document.path),
      ['cases/new.md'],
    );
  });
});

describe('mapping paths in the configuration', () => {
  const BARE = '# Benefits\n\nForty care leavers start work.\n';
  const CONFIG = [
    'documents:',
    '  - { path: cases/*-soc.md, type: business-case, stage: SOC }',
    '  - { path: [cases/**, board/*.md], type: business-case, stage: FBC }',
    '  - { path: policy/**, type: policy-paper }',
    '',
  ].join('\n');

  it('gives type and stage by the first entry that fits, from the folder of the configuration', async () => {
    const files = {
      '.inclusive-growth.yaml': CONFIG,
      'cases/a-soc.md': BARE,
      'cases/deep/a-soc.md': BARE,
      'board/b.md': BARE,
      'policy/p.md': BARE,
      'other.md': BARE,
    };
    const { stdout } = await runCli(['check', '.', '--format', 'json'], { files });
    const report = JSON.parse(stdout);
    assert.deepEqual(
      report.documents.map((d: { path: string; type: string; stage?: string }) => [d.path, d.type, d.stage]),
      [
        ['board/b.md', 'business-case', 'FBC'],
        ['cases/a-soc.md', 'business-case', 'SOC'],
        ['cases/deep/a-soc.md', 'business-case', 'FBC'],
        ['policy/p.md', 'policy-paper', undefined],
      ],
    );
    assert.deepEqual(
      report.notChecked.map((file: { path: string; reason: string }) => [file.path, file.reason]),
      [['other.md', 'no-document-type']],
    );
  });

  it('yields to the command line', async () => {
    const files = { '.inclusive-growth.yaml': CONFIG, 'cases/a-soc.md': BARE };
    const { stdout } = await runCli(['check', '.', '--stage', 'OBC', '--format', 'json'], { files });
    assert.equal(JSON.parse(stdout).documents[0].stage, 'OBC');
  });

  it('sets severities, and the threshold', async () => {
    const text =
      '---\ndocument-type: business-case\n---\n\n# Procurement\n\nIn May.\n\n# Benefits\n\nForty care leavers start work.\n';
    const severe = 'severities:\n  inclusive-growth/good-work: hint\nfail-on: hint\n';
    assert.equal((await runCli(['check'], { files: { 'a.md': text } })).code, 0);
    assert.equal((await runCli(['check'], { files: { 'a.md': text, '.inclusive-growth.yaml': severe } })).code, 1);
    const off = 'severities:\n  inclusive-growth/good-work: off\nfail-on: hint\n';
    assert.equal((await runCli(['check'], { files: { 'a.md': text, '.inclusive-growth.yaml': off } })).code, 0);
  });
});
