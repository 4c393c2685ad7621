import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { runIn, SHIPPED_RULES } from '../support/runCli';

const packs = readdirSync('rules', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/**
 * Whoever adds a signal adds an example that needs it: beside the rule, if it explains something, else in the pack's folder `tests`.
 * `tests/unmissed.yaml` is for what no example can show.
 */
describe('every shipped pack proves itself', () => {
  it('of which there are five', () => assert.equal(packs.length, 5));

  for (const name of packs) {
    it(`${name}: every example holds, every rule fires, and every signal would be missed or has a reason to stay`, async () => {
      const { code, stdout, stderr } = await runIn(resolve('.'), ['pack', 'test', name, '--coverage', '--mutate'], {
        rulesFolder: SHIPPED_RULES,
      });
      assert.deepEqual([code, stderr], [0, ''], stdout);
    });
  }
});
