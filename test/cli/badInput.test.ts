import { strict as assert } from 'node:assert';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '../../server/src/host/nodeFileSystem';
import type { CliOptions } from '../support/runCli';
import { runCli } from '../support/runCli';

const CASE = '---\ndocument-type: business-case\n---\n\n# Benefits\n\nForty care leavers start work.\n';
/** What is said of the one sound document that lies beside every bad one. */
const SOUND = /^good\.md\n[\s\S]*documents? checked/m;
const CONFIG = '.inclusive-growth.yaml';

interface BadInput extends CliOptions {
  readonly name: string;
  readonly args: readonly string[];
  /** All of standard error. */
  readonly stderr: string;
  /** The sound document `good.md` is checked all the same. */
  readonly others?: boolean;
  /** What standard output holds when it is not. Default: nothing. */
  readonly stdout?: RegExp;
}

const BAD: readonly BadInput[] = [
  {
    name: 'a file that may not be read',
    args: ['check', 'secret.md', 'good.md'],
    files: { 'secret.md': CASE },
    fileSystem: {
      readText: async (path, limit) =>
        path.endsWith('secret.md')
          ? { kind: 'unreadable', reason: 'permission denied' }
          : nodeFileSystem.readText(path, limit),
    },
    stderr:
      'Problem: secret.md: the file cannot be read (permission denied). Check that it is not open elsewhere\n  and that you may read it.\n\n',
    others: true,
  },
  {
    name: 'a missing file, with what was meant',
    args: ['check', 'goood.md', 'good.md'],
    stderr: 'Problem: goood.md: there is no such file or folder. Did you mean `good.md`?\n\n',
    others: true,
  },
  {
    name: 'a binary file',
    args: ['check', 'picture.md', 'good.md'],
    files: { 'picture.md': new Uint8Array([137, 80, 78, 71, 0, 0, 1]) },
    stderr: 'Problem: picture.md: this is not a text file. A Markdown file is expected.\n\n',
    others: true,
  },
  {
    name: 'a Word document',
    args: ['check', 'paper.docx', 'good.md'],
    files: { 'paper.docx': new Uint8Array([80, 75, 3, 4, 0, 0]) },
    stderr:
      'Problem: paper.docx: this is a word-processor file, not Markdown. Convert it first, for example with\n  pandoc: `pandoc -t gfm -o paper.md paper.docx`.\n\n',
    others: true,
  },
  {
    name: 'text that is not UTF-8',
    args: ['check', 'old.md', 'good.md'],
    files: { 'old.md': Buffer.from('# Caf\xe9\n', 'latin1') },
    stderr:
      'Problem: old.md: this is not UTF-8 text, so its words cannot be relied on. Save it as UTF-8 and\n  check again.\n\n',
    others: true,
  },
  {
    name: 'UTF-16',
    args: ['check', 'wide.md', 'good.md'],
    files: { 'wide.md': Buffer.from('\ufeff# Wide', 'utf16le') },
    stderr:
      'Problem: wide.md: this is not UTF-8 text but UTF-16, so its words cannot be relied on. Save it as\n  UTF-8 and check again.\n\n',
    others: true,
  },
  {
    name: 'an empty file that was named',
    args: ['check', 'empty.md', 'good.md'],
    files: { 'empty.md': '' },
    stderr: 'Problem: empty.md: the file is empty. If it should hold a paper, check that it was saved.\n\n',
    others: true,
  },
  {
    name: 'a file of 20 MB',
    args: ['check', 'big.md', 'good.md'],
    files: { 'big.md': new Uint8Array(20 * 1024 * 1024).fill(97) },
    stderr:
      'Problem: big.md: the file is too large (20 MB; at most 2 MB are read). Take pictures out of the\n  text, or split it, or raise the limit: `--max-size 20`.\n\n',
    others: true,
  },
  {
    name: 'a folder without Markdown',
    args: ['check', 'empty', 'good.md'],
    prepare: (folder) => mkdirSync(join(folder, 'empty')),
    stderr:
      'Problem: empty: the folder has no Markdown file (`.md` or `.markdown`). Name a folder or file that\n  has; a Word document must be converted first.\n\n',
    others: true,
  },
  {
    name: 'a glob without a match',
    args: ['check', 'cases/*.md', 'good.md'],
    stderr:
      'Problem: no Markdown file matches `cases/*.md`. Check the spelling; `**` stands for any folders, `*`\n  for any name.\n\n',
    others: true,
  },
  {
    name: 'a link that leads nowhere',
    args: ['check', 'lost.md', 'good.md'],
    prepare: (folder) => symlinkSync(join(folder, 'gone.md'), join(folder, 'lost.md')),
    stderr: 'Problem: lost.md: this is a link to a file that is not there.\n\n',
    others: true,
  },
  {
    name: 'an unknown type in front matter, with its place',
    args: ['check', 'odd.md', 'good.md'],
    files: { 'odd.md': '---\ndocument-type: busines-case\n---\n# One\n' },
    stderr: [
      'Problem: odd.md:2:16: there is no document type `busines-case`. Did you mean `business-case`? Known:',
      '  `business-case` and `policy-paper`.',
      '    1 | ---',
      '  > 2 | document-type: busines-case',
      '    3 | ---\n\n',
    ].join('\n'),
    others: true,
  },
  {
    name: 'an unknown stage in front matter',
    args: ['check', 'odd.md', 'good.md'],
    files: { 'odd.md': '---\ndocument-type: business-case\nstage: OBK\n---\n# One\n' },
    stderr: [
      'Problem: odd.md:3:8: there is no stage `OBK`. Known: `SOC`, `OBC` and `FBC`.',
      '    2 | document-type: business-case',
      '  > 3 | stage: OBK',
      '    4 | ---\n\n',
    ].join('\n'),
    others: true,
  },
  {
    name: 'an unknown type on the command line',
    args: ['check', '--type', 'policy-papr', 'good.md'],
    stderr:
      'inclusive-growth: there is no document type `policy-papr`. Did you mean `policy-paper`? Known: `business-case` and `policy-paper`.\nHelp: inclusive-growth check --help\n',
  },
  {
    name: 'an unknown stage on the command line',
    args: ['check', '--type', 'business-case', '--stage', 'XYZ', 'good.md'],
    stderr:
      'inclusive-growth: there is no stage `XYZ` of `business-case`. Known: `SOC`, `OBC` and `FBC`.\nHelp: inclusive-growth check --help\n',
  },
  {
    name: 'an unknown option',
    args: ['check', '--formt', 'json', 'good.md'],
    stderr:
      'inclusive-growth: there is no option `--formt`. Did you mean `--format`? Known: `--format`, `--output`, `--fail-on`, `--type`, `--stage`, `--pack`, `--config`, `--stdin-path`, `--max-size`, `--cache`, `--cache-location`, `--shard`, `--quiet`, `--explain`, `--help` and `--no-colour`.\nHelp: inclusive-growth check --help\n',
  },
  {
    name: 'an unknown format',
    args: ['check', '--format', 'jsn', 'good.md'],
    stderr:
      'inclusive-growth: there is no format `jsn`. Known: `pretty`, `json`, `sarif`, `junit`, `github`, `markdown`, `html` and `records`.\nHelp: inclusive-growth check --help\n',
  },
  {
    name: 'an option without its value',
    args: ['check', '--output', '--quiet', 'good.md'],
    stderr:
      'inclusive-growth: `--output` needs a value (`--output FILE`), and the option `--quiet` follows.\nHelp: inclusive-growth check --help\n',
  },
  {
    name: 'a flag with a value',
    args: ['check', '--quiet=yes', 'good.md'],
    stderr: 'inclusive-growth: `--quiet` takes no value, and `yes` was given.\nHelp: inclusive-growth check --help\n',
  },
  {
    name: 'an unknown command',
    args: ['chek', 'good.md'],
    stderr:
      'inclusive-growth: there is no command `chek`. Did you mean `check`? Known: `check`, `explain`, `packs`, `init`, `new`, `pack` and `report`.\nHelp: inclusive-growth --help\n',
  },
  {
    name: 'a file in place of a command',
    args: ['good.md'],
    stderr:
      'inclusive-growth: there is no command `good.md`. To check a file: `inclusive-growth check good.md`.\nHelp: inclusive-growth --help\n',
  },
  {
    name: 'a configuration that was named and is not there',
    args: ['check', '--config', 'other.yaml', 'good.md'],
    stderr: 'Problem: other.yaml: the configuration cannot be used: there is no such file\n\n',
    others: true,
  },
  {
    name: 'an unknown rule in the configuration',
    args: ['check', 'good.md'],
    files: { [CONFIG]: 'severities:\n  inclusive-growth/good-wrk: off\n' },
    stderr: [
      'Problem: .inclusive-growth.yaml:2:3: unknown rule `inclusive-growth/good-wrk`: did you mean',
      '  `inclusive-growth/good-work`?',
      '    1 | severities:',
      '  > 2 |   inclusive-growth/good-wrk: off',
      '    3 |\n\n',
    ].join('\n'),
    others: true,
  },
  {
    name: 'front matter that is broken, though the type is given',
    args: ['check', '--type', 'business-case', 'odd.md', 'good.md'],
    files: { 'odd.md': '---\ntitle: [one\n---\n# Benefits\n\nForty care leavers start work.\n' },
    stderr: [
      'Problem: odd.md:3:1: The front matter cannot be read as YAML: Flow sequence in block collection must',
      '  be sufficiently indented and end with a ]. Correct it, or put quotation marks round the value.',
      '    2 | title: [one',
      '  > 3 | ---',
      '    4 | # Benefits',
      '\n',
    ].join('\n'),
    others: true,
  },
  {
    name: 'a pack that is not YAML',
    args: ['check', '--pack', 'mine', 'good.md'],
    files: { 'mine/pack.yaml': 'id: mine\n\ttitle: no\n' },
    stderr: [
      'Problem: mine/pack.yaml:2:1: this is not valid YAML: a tab stands at the beginning of the line:',
      '  indent with spaces (Tabs are not allowed as indentation)',
      '    1 | id: mine',
      '  > 2 |  title: no',
      '    3 |',
      '\n',
    ].join('\n'),
    stdout: /Not checked: good\.md: no usable pack says what to look for; see the problems above\./,
  },
  {
    name: 'a pack that is not there',
    args: ['check', '--pack', 'inclusive-growht', 'good.md'],
    stderr: [
      'Problem: inclusive-growht: there is no pack `inclusive-growht`, neither among those that ship nor as',
      '  a folder, an archive or an installed package: did you mean `inclusive-growth`?',
      '\n',
    ].join('\n'),
    stdout: /0 documents checked, 1 file not checked/,
  },
  {
    name: 'one broken pack beside a sound one',
    args: ['check', '--pack', 'inclusive-growth', '--pack', 'mine', 'good.md'],
    files: {
      'mine/pack.yaml':
        'id: mine\nversion: 1.0.0\nengine: ">=9"\ntitle: Mine\ndescription: d\nlicence: MIT\nsources: {}\n',
    },
    stderr: [
      'Problem: mine/pack.yaml:3:9: this pack is for engine `>=9`, and this is engine 0.1.0: use another',
      '  version of the pack or of the tool',
      '    2 | version: 1.0.0',
      '  > 3 | engine: ">=9"',
      '    4 | title: Mine',
      '\n',
    ].join('\n'),
    others: true,
  },
  {
    name: 'an output that cannot be written: the report is not lost',
    args: ['check', '--output', 'taken', 'good.md'],
    prepare: (folder) => mkdirSync(join(folder, 'taken')),
    stderr: 'Problem: taken: the report cannot be written there: it is a folder. It follows on standard output.\n\n',
    others: true,
  },
  {
    name: 'an output that would replace a document',
    args: ['check', '--output', 'good.md', 'good.md'],
    stderr:
      'Problem: good.md: the report cannot be written there: it is one of the documents that were checked. It follows on standard output.\n\n',
    others: true,
  },
];

describe('bad input', () => {
  for (const { name, args, stderr, others, stdout = /^$/, ...options } of BAD) {
    it(`says what is wrong with ${name}, and ends with 2`, async () => {
      const result = await runCli(args, { ...options, files: { 'good.md': CASE, ...options.files } });
      assert.equal(result.stderr, stderr);
      assert.equal(result.code, 2);
      assert.match(result.stdout, others ? SOUND : stdout);
    });
  }
});
