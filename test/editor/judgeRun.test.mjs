import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeRun } from './judgeRun.mjs';

describe('judgeRun', () => {
  let folder;
  let file;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'judge-'));
    file = join(folder, 'result.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (tests, complete = true) => writeFileSync(file, JSON.stringify({ complete, tests }));

  it('counts what passed and what failed', () => {
    write([{ title: 'one' }, { title: 'two', error: 'no' }]);
    const { passed, failed, problems } = judgeRun(file, 1);
    assert.deepEqual({ passed, failed, problems }, { passed: 1, failed: 1, problems: [] });
  });

  it('fails without a result file, whatever the exit code', () => {
    assert.equal(judgeRun(file, 0).failed, 1);
  });

  it('fails when there are no tests', () => {
    write([]);
    assert.equal(judgeRun(file, 0).failed, 1);
  });

  it('fails when the suite did not come to its end', () => {
    write([{ title: 'one' }], false);
    assert.match(judgeRun(file, 124).problems[0], /stopped after 1/);
  });

  it('fails when file and exit code disagree, in either direction', () => {
    write([{ title: 'one' }]);
    assert.equal(judgeRun(file, 1).failed, 1);
    write([{ title: 'one', error: 'no' }]);
    assert.equal(judgeRun(file, 0).failed, 2);
  });
});
