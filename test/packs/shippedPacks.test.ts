import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { loadPacks } from '../../server/src/host/loadPacks';
import { nodeFileSystem } from '../../server/src/host/nodeFileSystem';
import { hashText } from '../../server/src/host/nodeHash';
import { formatProblem } from '../../server/src/packs/packProblem';

const rulesFolder = resolve('rules');
const shipped = readdirSync(rulesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('the published schema for the files of a pack', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(readFileSync('rules/pack-file.schema.json', 'utf8')));

  const paths = shipped.flatMap((name) => readdirSync(`rules/${name}`).map((file) => `rules/${name}/${file}`));
  for (const path of paths.filter((file) => file.endsWith('.yaml')).sort()) {
    it(`accepts ${path}`, () => {
      assert.ok(validate(parse(readFileSync(path, 'utf8'))), JSON.stringify(validate.errors?.slice(0, 3)));
    });
  }

  it('refuses a misspelt key, and accepts what takes something away', () => {
    assert.equal(validate({ signals: { a: { trems: ['x'] } } }), false);
    assert.equal(validate({ signals: { a: { terms: null }, b: null } }), true);
  });
});

describe('the packs that ship', () => {
  const load = (names: readonly string[]) =>
    loadPacks(names, { rulesFolder, workingFolder: rulesFolder, hash: hashText }, nodeFileSystem);

  for (const name of shipped) {
    it(`${name} has no problem, used alone`, async () => {
      const { problems, packs, failed } = await load([name]);
      assert.deepEqual(problems.map(formatProblem), []);
      assert.deepEqual(failed, []);
      assert.equal(packs.at(-1)?.id, name, 'the folder has the name of its pack');
    });
  }

  it('have no problem together', async () => {
    const { problems, packs } = await load(shipped);
    assert.deepEqual(problems.map(formatProblem), []);
    assert.equal(packs.length, shipped.length);
  });
});
