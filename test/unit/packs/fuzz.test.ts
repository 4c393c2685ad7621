import { strict as assert } from 'node:assert';
import { composeRuleSet } from '../../../server/src/packs/composeRuleSet';
import { parsePack } from '../../../server/src/packs/parsePack';
import { runFuzzCase } from '../../fuzz/fuzzCase';
import { SEEDS } from '../../fuzz/seeds';

/** `npm run fuzz:packs` runs a hundred times as many. */
const CASES = 1000;

describe('damaged packs', () => {
  it('begin as sound ones', () => {
    const packs = SEEDS.flatMap((files) => parsePack(files).loaded ?? []);
    assert.equal(packs.length, SEEDS.length);
    assert.deepEqual([...packs.flatMap((pack) => pack.problems), ...composeRuleSet(packs).problems], []);
  });

  it('give problems at places of their files, or can be used, and never throw', () => {
    let faulty = 0;
    let used = 0;
    for (let seed = 1; seed <= CASES; seed++) {
      const { files, problems, used: isUsed } = runFuzzCase(seed);
      faulty += problems.length > 0 ? 1 : 0;
      used += isUsed ? 1 : 0;
      for (const { path, line, message } of problems) {
        const text = files.find((file) => file.path === path)?.text;
        if (text === undefined) continue;
        assert.ok(line >= 1 && line <= text.split(/\r\n|\r|\n/).length, `seed ${seed}: ${path}:${line} ${message}`);
      }
    }
    // Both must be met often, or the damage teaches nothing.
    assert.ok(faulty > CASES / 2, `${faulty} faulty`);
    assert.ok(used > CASES / 10, `${used} used`);
  });
});
