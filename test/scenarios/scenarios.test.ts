import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { readFixture } from '../../server/src/packs/testing/readFixture';
import { runFixture } from '../../server/src/packs/testing/runFixture';
import { loadShippedRules } from '../support/shippedRules';

const { rules } = await loadShippedRules();
const folder = 'test/scenarios';

/** Compares what is found with what the document's own labels expect, both ways. */
function check(source: string): void {
  const fixture = readFixture(source);
  assert.ok(fixture.about.length > 0, 'the front matter says which rules the scenario is about');
  assert.deepEqual(runFixture(fixture, rules), []);
}

describe('scenarios', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  it('are there', () => assert.ok(files.length >= 6));
  for (const name of files)
    it(name.replace(/-/g, ' ').replace('.md', ''), () => check(readFileSync(`${folder}/${name}`, 'utf8')));
});
