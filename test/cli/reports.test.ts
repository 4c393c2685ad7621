import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { FORMATS } from '../../server/src/report';
import { matchGolden } from '../support/matchGolden';
import { runIn, SHIPPED_RULES } from '../support/runCli';

const PAPERS = join(process.cwd(), 'test/cli/fixtures/papers');
const GOLDEN = join(process.cwd(), 'test/cli/golden');
const EXAMPLES = join(process.cwd(), 'examples');

const ENDINGS: Readonly<Record<string, string>> = {
  pretty: 'txt',
  junit: 'xml',
  github: 'txt',
  markdown: 'md',
  sarif: 'json',
};

describe('reports', () => {
  for (const format of FORMATS) {
    it(`prints findings, a waiver, a file out of scope and problems as ${format}`, async () => {
      const { stdout, code } = await runIn(PAPERS, ['check', '.', 'gone.md', '--format', format]);
      assert.equal(code, 2);
      matchGolden(stdout, join(GOLDEN, `${format}.golden.${ENDINGS[format] ?? format}`));
    });
  }

  it('prints every section, what it is taken for and why nothing is said, with --explain', async () => {
    const { stdout } = await runIn(PAPERS, ['check', 'case.md', '--explain']);
    matchGolden(stdout, join(GOLDEN, 'explain.golden.txt'));
  });

  it('says of nothing that is present what it lacks, with --explain', async () => {
    const args = ['check', 'outline-business-case.md', '--explain'];
    const { stdout } = await runIn(EXAMPLES, args, { rulesFolder: SHIPPED_RULES });
    const judged = stdout.replace(/\s+/g, ' ');
    assert.match(judged, /: thin, asked for here\. Lacking: /);
    assert.doesNotMatch(judged, /: present, (not )?asked for here\. Lacking: /);
  });

  it('prints only what is open with --quiet', async () => {
    const { stdout } = await runIn(PAPERS, ['check', '.', '--quiet']);
    matchGolden(stdout, join(GOLDEN, 'quiet.golden.txt'));
  });
});

describe('the JSON report', () => {
  const schema = JSON.parse(readFileSync('docs/report.schema.json', 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

  for (const [folder, rulesFolder, paths] of [
    [PAPERS, undefined, ['.', 'gone.md']],
    [EXAMPLES, SHIPPED_RULES, ['.']],
  ] as const) {
    it(`is as docs/report.schema.json says for ${folder.slice(process.cwd().length + 1)}`, async () => {
      const { stdout } = await runIn(folder, ['check', ...paths, '--format', 'json'], { rulesFolder });
      assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors, null, 2));
    });
  }

  it('is refused by the schema when a field is misspelt, so that the schema checks something', async () => {
    const { stdout } = await runIn(PAPERS, ['check', 'case.md', '--format', 'json']);
    assert.equal(validate(JSON.parse(stdout.replace('"lacking"', '"lackng"'))), false);
  });

  it('gives every section every consideration, and its own lines', async () => {
    const { stdout } = await runIn(PAPERS, ['check', 'case.md', '--format', 'json']);
    const [document] = JSON.parse(stdout).documents;
    assert.deepEqual(
      document.sections.map((s: { lines: unknown; considerations: object }) => [
        s.lines,
        Object.keys(s.considerations),
      ]),
      [
        [7, 10],
        [11, 16],
        [17, 20],
        [21, 26],
        [27, 29],
      ].map((lines) => [lines, ['beneficiaries', 'good-work']]),
    );
  });
});

describe('the SARIF report', () => {
  // The published schema is in an older dialect: without its own marks ajv reads it, and one of its patterns is no Unicode pattern.
  const {
    $schema: _dialect,
    id: _id,
    ...schema
  } = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  for (const [folder, rulesFolder, paths] of [
    [PAPERS, undefined, ['.', 'gone.md']],
    [EXAMPLES, SHIPPED_RULES, ['.']],
  ] as const) {
    it(`is valid SARIF 2.1.0 for ${folder.slice(process.cwd().length + 1)}`, async () => {
      const { stdout } = await runIn(folder, ['check', ...paths, '--format', 'sarif'], { rulesFolder });
      assert.ok(validate(JSON.parse(stdout)), JSON.stringify(validate.errors, null, 2));
    });
  }

  it('gives each result a rule that it names, a fingerprint, and waivers as suppressions', async () => {
    const { stdout } = await runIn(PAPERS, ['check', '.', '--format', 'sarif']);
    const [{ results, tool }] = JSON.parse(stdout).runs;
    for (const result of results) {
      assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
      assert.match(result.partialFingerprints['inclusiveGrowth/v1'], /^[0-9a-f]{16}$/);
    }
    const suppressed = results.filter((result: { suppressions: unknown[] }) => result.suppressions.length > 0);
    assert.deepEqual(
      suppressed.map((result: { suppressions: { kind: string; justification: string }[] }) => [
        result.suppressions[0]?.kind,
        result.suppressions[0]?.justification,
      ]),
      [['inSource', 'No staff: materials only.']],
    );
  });
});
