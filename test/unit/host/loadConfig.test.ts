import { strict as assert } from 'node:assert';
import { loadConfig } from '../../../server/src/host/loadConfig';
import { formatProblem } from '../../../server/src/packs/packProblem';
import { DEFAULT_CONFIG } from '../../../server/src/packs/parseConfig';
import { buildMemoryFileSystem } from '../../support/memoryFileSystem';

describe('loadConfig', () => {
  const fs = buildMemoryFileSystem({
    '/papers/.inclusive-growth.yaml': 'fail-on: hint\n',
    '/papers/a/b/note.md': '',
    '/papers/other.yaml': 'fail-on: error\n',
    '/papers/locked.yaml': null,
    '/elsewhere/note.md': '',
  });

  it('finds the configuration of the nearest folder upwards', async () => {
    const { config, path, folder } = await loadConfig('/papers/a/b', fs);
    assert.deepEqual([config.failOn, path, folder], ['hint', '/papers/.inclusive-growth.yaml', '/papers']);
  });

  it('gives the defaults where there is none, and no problem', async () => {
    assert.deepEqual(await loadConfig('/elsewhere', fs), {
      config: DEFAULT_CONFIG,
      problems: [],
      folder: '/elsewhere',
    });
  });

  it('reads the one that is named instead', async () => {
    assert.equal((await loadConfig('/papers/a', fs, '../other.yaml')).config.failOn, 'error');
  });

  for (const [name, why] of [
    ['gone.yaml', 'there is no such file'],
    ['locked.yaml', 'the file cannot be read (permission denied)'],
    ['a', 'this is a folder; a file is expected'],
  ]) {
    it(`says so when the one that is named cannot be used: ${why}`, async () => {
      const { problems, config } = await loadConfig('/papers', fs, name);
      assert.deepEqual(problems.map(formatProblem), [
        `/papers/${name}:1:1 error: the configuration cannot be used: ${why}`,
      ]);
      assert.deepEqual(config, DEFAULT_CONFIG);
    });
  }
});
