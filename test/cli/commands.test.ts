import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchGolden } from '../support/matchGolden';
import { runCli } from '../support/runCli';

const GOLDEN = join(process.cwd(), 'test/cli/golden');
const ESCAPE = '\u001b';
const PLACEHOLDER =
  '---\ndocument-type: business-case\n---\n\n# Benefits\n\nForty care leavers start work. Owner: TBC.\n';

describe('help', () => {
  for (const [name, args] of [
    ['help', ['--help']],
    ['help-check', ['check', '--help']],
    ['help-new', ['help', 'new']],
  ] as const) {
    it(`is printed for ${args.join(' ')}`, async () => {
      const { stdout, code } = await runCli(args);
      assert.equal(code, 0);
      matchGolden(stdout, join(GOLDEN, `${name}.golden.txt`));
    });
  }

  it('fits into 88 columns', async () => {
    const { stdout } = await runCli(['check', '--help']);
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.length > 88),
      [],
    );
  });

  it('comes without a command too, on standard error, and nothing was done', async () => {
    const { stderr, code } = await runCli([]);
    assert.match(stderr, /^inclusive-growth \d/);
    assert.equal(code, 2);
  });

  it('is not the version', async () => {
    assert.match((await runCli(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
  });
});

describe('check', () => {
  for (const [failOn, code] of [
    ['error', 1],
    ['warning', 1],
    ['never', 0],
  ] as const) {
    it(`ends with ${code} for an error and --fail-on ${failOn}`, async () => {
      assert.equal((await runCli(['check', '--fail-on', failOn], { files: { 'a.md': PLACEHOLDER } })).code, code);
    });
  }

  it('does not count what is waived', async () => {
    const waived = PLACEHOLDER.replace(
      'Forty',
      '<!-- inclusive-growth: waive inclusive-growth/placeholder because "The board names one." -->\n\nForty',
    );
    assert.equal((await runCli(['check'], { files: { 'a.md': waived } })).code, 0);
  });

  it('writes the report to a file, and says so', async () => {
    let written = '';
    const { stdout, stderr } = await runCli(['check', '--format', 'json', '--output', 'out/report.json'], {
      files: { 'a.md': PLACEHOLDER },
      inspect: (folder) => {
        written = readFileSync(join(folder, 'out/report.json'), 'utf8');
      },
    });
    assert.equal(JSON.parse(written).documents.length, 1);
    assert.equal(stdout, '');
    assert.equal(stderr, 'Report written to out/report.json.\n');
  });

  it('shows progress and colour on a terminal only', async () => {
    const files = { 'a.md': PLACEHOLDER, 'b.md': PLACEHOLDER };
    const plain = await runCli(['check'], { files });
    assert.ok(!(plain.stdout + plain.stderr).includes(ESCAPE));
    const terminal = await runCli(['check'], { files, terminal: 80 });
    assert.match(terminal.stderr, /Reading 2 of 2: b\.md/);
    assert.ok(terminal.stdout.includes(`${ESCAPE}[31m`));
    for (const [args, env] of [
      [['--no-colour'], {}],
      [[], { NO_COLOR: '1' }],
    ] as const) {
      const { stdout } = await runCli(['check', ...args], { files, terminal: 80, env });
      assert.ok(!stdout.includes(ESCAPE));
    }
  });

  it('keeps to the width of the terminal', async () => {
    const { stdout } = await runCli(['check', '--no-colour'], { files: { 'a.md': PLACEHOLDER }, terminal: 60 });
    assert.deepEqual(
      stdout.split('\n').filter((line) => line.length > 60),
      [],
    );
  });

  it('lets no document move the cursor of a terminal', async () => {
    const text = PLACEHOLDER.replace('# Benefits', '# Benefits \u001b[2J\u202e');
    const { stdout } = await runCli(['check'], { files: { 'a.md': text } });
    assert.ok(!stdout.includes(ESCAPE) && !stdout.includes('\u202e'));
  });

  it('keeps markup of a document out of the HTML report', async () => {
    const text = PLACEHOLDER.replace('# Benefits', '# Benefits `<script>alert(1)</script>` "><img src=x>');
    const { stdout } = await runCli(['check', '--format', 'html'], { files: { 'a.md': text } });
    assert.doesNotMatch(stdout, /<script|<img/);
  });

  it('gives the same places with and without a byte-order mark, and for CRLF', async () => {
    const ranges = async (text: string) => {
      const { stdout } = await runCli(['check', '--format', 'json'], { files: { 'a.md': text } });
      return JSON.parse(stdout).documents[0].findings.map((finding: { range: unknown }) => finding.range);
    };
    const plain = await ranges(PLACEHOLDER);
    assert.equal(plain.length, 1);
    assert.deepEqual(await ranges(`\ufeff${PLACEHOLDER}`), plain);
    assert.deepEqual(await ranges(PLACEHOLDER.replaceAll('\n', '\r\n')), plain);
  });
});

describe('explain', () => {
  it('says all about a consideration, by its name or by the id of its rule', async () => {
    const { stdout } = await runCli(['explain', 'inclusive-growth/beneficiaries']);
    matchGolden(stdout, join(GOLDEN, 'explain-beneficiaries.golden.txt'));
    assert.equal((await runCli(['explain', 'Beneficiaries'])).stdout, stdout);
  });

  it('says all about another rule, with the severity that the configuration sets', async () => {
    const files = { '.inclusive-growth.yaml': 'severities:\n  inclusive-growth/placeholder: hint\n' };
    const { stdout } = await runCli(['explain', 'placeholder'], { files });
    assert.match(stdout, /^inclusive-growth\/placeholder: Nothing is left to fill in\n/);
    assert.match(stdout, /Severity: hint, set in the configuration/);
  });

  it('lists what it can be asked about', async () => {
    const { stdout } = await runCli(['explain']);
    matchGolden(stdout, join(GOLDEN, 'explain-list.golden.txt'));
  });

  it('says what was meant', async () => {
    const { stderr, code } = await runCli(['explain', 'beneficaries']);
    assert.match(stderr, /there is no rule or consideration `beneficaries`\. Did you mean `beneficiaries`\?/);
    assert.equal(code, 2);
  });
});

describe('packs', () => {
  const MINE = [
    'id: our-team',
    'version: 0.2.0',
    'engine: ">=0.1 <1"',
    'title: Our team',
    'description: Names of our own.',
    'licence: MIT',
    'extends: [inclusive-growth]',
    'sources: {}',
    'signals:',
    '  group: { terms: [apprentice(s)] }',
    '',
  ].join('\n');

  it('shows what is active, from where, and what overrides what', async () => {
    const files = { 'packs/our-team/pack.yaml': MINE, '.inclusive-growth.yaml': 'packs: [packs/our-team]\n' };
    const { stdout, stderr, code } = await runCli(['packs'], { files });
    assert.equal(stderr, '');
    assert.equal(code, 0);
    matchGolden(stdout.replace(/sha256-\S+/g, 'sha256-…'), join(GOLDEN, 'packs.golden.txt'));
  });

  it('ends with 2 for a pack that cannot be used', async () => {
    const { stderr, code } = await runCli(['packs', '--pack', 'nowhere']);
    assert.match(stderr, /there is no pack `nowhere`/);
    assert.equal(code, 2);
  });
});

describe('init', () => {
  it('writes a configuration that says nothing new and is read without a problem', async () => {
    let text = '';
    const { code } = await runCli(['init'], {
      inspect: (folder) => {
        text = readFileSync(join(folder, '.inclusive-growth.yaml'), 'utf8');
      },
    });
    assert.equal(code, 0);
    const check = await runCli(['check'], { files: { '.inclusive-growth.yaml': text, 'a.md': PLACEHOLDER } });
    assert.equal(check.stderr, '');
    // What is commented out is right too: taking the comment signs away leaves a configuration without a problem.
    const opened = text.replace(/^#(?=[a-z]| {2}\S| {4}\S)/gm, '').replace('  - packs/our-team\n', '');
    const full = opened.replaceAll('committee-report', 'policy-paper');
    const all = await runCli(['packs'], { files: { '.inclusive-growth.yaml': full } });
    assert.equal(all.stderr, '');
  });

  it('never overwrites', async () => {
    const files = { '.inclusive-growth.yaml': '# mine\n' };
    const { stderr, code } = await runCli(['init'], {
      files,
      inspect: (folder) => assert.equal(readFileSync(join(folder, '.inclusive-growth.yaml'), 'utf8'), '# mine\n'),
    });
    assert.equal(stderr, 'Problem: .inclusive-growth.yaml is there already and was left as it is.\n');
    assert.equal(code, 2);
  });
});

describe('new', () => {
  it('prints the template of a type with its questions in place', async () => {
    const { stdout, code } = await runCli(['new', 'business-case']);
    assert.equal(code, 0);
    matchGolden(stdout, join(GOLDEN, 'new.golden.md'));
  });

  it('understands names of types and stages as documents use them', async () => {
    const { stdout } = await runCli(['new', 'business-case', '--stage', 'obc']);
    assert.equal((await runCli(['new', 'Outline business case'])).stdout, stdout);
    assert.equal((await runCli(['new', 'case-obc'])).stdout, stdout);
  });

  it('writes to a file and never overwrites', async () => {
    const written = await runCli(['new', 'business-case', '-o', 'case.md'], {
      inspect: (folder) =>
        assert.match(readFileSync(join(folder, 'case.md'), 'utf8'), /^---\ndocument-type: business-case\n/),
    });
    assert.equal(written.code, 0);
    const refused = await runCli(['new', 'business-case', '-o', 'case.md'], {
      files: { 'case.md': 'mine' },
      inspect: (folder) => assert.equal(readFileSync(join(folder, 'case.md'), 'utf8'), 'mine'),
    });
    assert.equal(refused.stderr, 'Problem: case.md: it is there already and was left as it is.\n');
    assert.equal(refused.code, 2);
  });

  for (const [args, message] of [
    [[], 'say what to start: one of `business-case`, `policy-paper`.'],
    [
      ['busines-case'],
      'there is no document type `busines-case`. Did you mean `business-case`? Known: `business-case`, `policy-paper` and `case-obc`.',
    ],
    [
      ['business-case', '--stage', 'FBC'],
      'no active pack has a template for `business-case` at FBC. There is one at: OBC.',
    ],
    [
      ['business-case', '--stage', 'later'],
      'there is no stage `later` of `business-case`. Known: `SOC`, `OBC` and `FBC`.',
    ],
    [['policy-paper'], 'no active pack has a template for `policy-paper`.'],
    [['policy-paper', '--stage', 'OBC'], '`policy-paper` has no stages, and `OBC` was given.'],
  ] as const) {
    it(`says what is wrong with: new ${args.join(' ')}`, async () => {
      const { stderr, code } = await runCli(['new', ...args]);
      assert.equal(stderr, `inclusive-growth: ${message}\nHelp: inclusive-growth new --help\n`);
      assert.equal(code, 2);
    });
  }
});
