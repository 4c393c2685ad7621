import { strict as assert } from 'node:assert';
import { checkFiles } from '../../server/src/cli/checkFiles';
import type { OpenedRules } from '../../server/src/cli/openRules';
import { DEFAULT_CONFIG } from '../../server/src/packs/parseConfig';

describe('checkFiles', () => {
  it('goes on with the other files when the engine fails on one', async () => {
    const broken = {
      ruleSet: { documentTypes: new Map([['business-case', {}]]) },
      compiled: {},
    } as unknown as OpenedRules;
    const files = ['a.md', 'b.md'].map((path) => ({ path, file: `/${path}`, named: true }));
    const { problems, notChecked } = await checkFiles(files, {
      config: { config: DEFAULT_CONFIG, folder: '/', problems: [] },
      openRules: async () => broken,
      type: 'business-case',
      today: '2026-11-23',
      read: async () => ({ kind: 'text', text: '# One' }),
      showProgress: () => {},
    });
    assert.deepEqual(
      problems.map(({ code, path, severity }) => [code, path, severity]),
      [
        ['internal', 'a.md', 'error'],
        ['internal', 'b.md', 'error'],
      ],
    );
    assert.equal(notChecked.length, 2);
  });
});
