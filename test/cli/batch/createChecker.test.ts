import { strict as assert } from 'node:assert';
import { createChecker } from '../../../server/src/cli/batch/createChecker';
import type { OpenedRules } from '../../../server/src/cli/openRules';
import { DEFAULT_CONFIG } from '../../../server/src/packs/parseConfig';

const REPORT = {
  width: 100,
  colour: false,
  quiet: false,
  explain: false,
  problemsApart: true,
  failOn: 'error',
  ruleIds: [],
} as const;

describe('createChecker', () => {
  it('tells of a file on which the engine fails, so that the others are still checked, and lets nobody keep it', async () => {
    const broken = {
      ruleSet: { documentTypes: new Map([['business-case', {}]]) },
      compiled: {},
    } as unknown as OpenedRules;
    const check = createChecker(
      {
        cwd: '/',
        rulesFolder: '/rules',
        packs: [],
        type: 'business-case',
        limit: 1000,
        today: '2026-11-23',
        format: 'pretty',
        report: REPORT,
      },
      {
        config: { config: DEFAULT_CONFIG, folder: '/', problems: [] },
        openRules: async () => broken,
        read: async () => ({ kind: 'text', text: '# One' }),
      },
    );
    const { outcome, textHash } = await check({ path: 'a.md', file: '/a.md', named: true });
    assert.deepEqual(
      outcome.problems.map(({ code, path, severity }) => [code, path, severity]),
      [['internal', 'a.md', 'error']],
    );
    assert.equal(outcome.notChecked?.path, 'a.md');
    assert.equal(textHash, undefined);
  });
});
