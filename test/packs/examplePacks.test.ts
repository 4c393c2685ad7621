import { strict as assert } from 'node:assert';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runIn, SHIPPED_RULES } from '../support/runCli';

const FOLDER = 'examples/packs';

/** Runs the program in the project's own folder, as a reader of a pack's README does. */
const run = (args: readonly string[]) => runIn(resolve('.'), args, { rulesFolder: SHIPPED_RULES });

describe('example packs', () => {
  const packs = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  it('are there', () => {
    for (const name of ['five-ways-wales', 'tamebridge-council', 'transport-appraisal'])
      assert.ok(packs.includes(name), name);
  });

  for (const name of packs.filter((pack) => existsSync(join(FOLDER, pack, 'pack.yaml')))) {
    it(`${name} proves itself: every example and document holds, every rule fires, and every signal would be missed`, async () => {
      const { code, stdout, stderr } = await run(['pack', 'test', `${FOLDER}/${name}`, '--coverage', '--mutate']);
      assert.deepEqual([code, stderr], [0, ''], stdout);
      assert.ok(existsSync(join(FOLDER, name, 'README.md')));
    });
  }

  it('replace the frame: by the five ways of working, nothing of the toolkit is asked', async () => {
    const { stdout } = await run([
      'check',
      'examples/outline-business-case.md',
      '--pack',
      `${FOLDER}/five-ways-wales`,
      '--format',
      'json',
      '--fail-on',
      'never',
    ]);
    const [document] = JSON.parse(stdout).documents;
    const asked = new Set(
      document.sections.flatMap((section: { considerations: object }) => Object.keys(section.considerations)),
    );
    assert.deepEqual([...asked], ['long-term', 'prevention', 'integration', 'collaboration', 'involvement']);
    assert.ok(document.findings.some(({ ruleId }: { ruleId: string }) => ruleId === 'five-ways-wales/long-term'));
  });

  it('start a document with their own questions', async () => {
    const { stdout } = await run(['new', 'business-case', '--pack', `${FOLDER}/five-ways-wales`]);
    assert.match(stdout, /inclusive-growth: prompt long-term/);
    assert.doesNotMatch(stdout, /prompt beneficiaries|\{\{/);
  });
});
